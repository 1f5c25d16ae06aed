// When each vehicle is due, how sure that is, and how it was found.
import { html, nothing } from "../../vendor/lit.js";
import { ago, day, kilometres } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { figureValue } from "../../ui/figure.js";
import { whyNot } from "./figure.js";

const TONES = { high: "ok", medium: "info", low: "plain" };

function due(one, kind) {
  if (!one) return nothing;
  return html`<div class="due"><div class="row"><span class="strong">${one.kilometres === null ? day(one.on) : kilometres(one.kilometres)}</span>
      ${one.kilometres !== null && one.on ? html`<span class="small">${t("analytics.due.about", { day: day(one.on) })}</span>` : nothing}
      ${one.kilometres === null && one.on ? html`<span class="small quiet">${ago(`${one.on}T12:00:00Z`)}${one.margin_days ? t("analytics.due.margin", { count: one.margin_days }) : nothing}</span>` : nothing}
      <span class="badge ${TONES[one.confidence]}">${t(`analytics.confidence.${one.confidence}`)}</span></div>
    <p class="small quiet">${t(`analytics.due.${kind}`)}${" "}${one.explained.text}</p></div>`;
}

const next = (service) => (service.status === "ok" ? html`${due(service.by_time, "time")}${due(service.by_distance, "distance")}`
  : html`${whyNot(service)}${service.reason ? html`<p class="small quiet">${service.reason.text}</p>` : nothing}`);

const cell = (figure) => (figure.status === "ok" ? figureValue(figure) : html`<span class="small quiet">${t(`analytics.status.${figure.status}`)}</span>`);

export const vehiclesCard = (vehicles) => (vehicles.length === 0 ? nothing : html`<section class="card" aria-labelledby="vehicles-title"><header><h3 id="vehicles-title">${t("analytics.vehicles")}</h3></header>
  <div class="vehicle-dues">${vehicles.map((vehicle) => html`<article class="vehicle-due"><h4>${vehicle.label}</h4>
    <div class="stack">${next(vehicle.next_service)}</div>
    <dl class="facts small"><dt>${t("analytics.figure.recurrence")}</dt><dd>${cell(vehicle.recurrence)}</dd><dt>${t("analytics.figure.on_time")}</dt><dd>${cell(vehicle.on_time)}</dd></dl></article>`)}</div></section>`);
