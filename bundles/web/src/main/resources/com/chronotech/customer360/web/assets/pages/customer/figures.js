// The key figures: each with its value, or with why it has none.
import { html, nothing } from "../../vendor/lit.js";
import { ago, day, moment, money } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { change, figureValue } from "../../ui/figure.js";
import { icon } from "../../ui/icon.js";

const SHOWN = ["outstanding", "overdue", "revenue_90d", "open_work_orders", "last_visit", "next_appointment"];

/** A row of figures out of a dashboard. Those that are withheld from this reader are left out. */
export function figures(dashboard, zone) {
  const tiles = SHOWN.map((code) => tile(code, dashboard, zone)).filter(Boolean);
  return html`<dl class="figures customer-figures">${tiles}</dl>`;
}

function tile(code, dashboard, zone) {
  const happening = dashboard[code];
  const figure = dashboard.figures[code] ?? happening;
  if (!figure) return null;
  const told = figure.status === "ok";
  const bad = code === "overdue" && told && Number(figure.value) > 0;
  return html`<div class="figure ${told ? "told" : ""} ${bad ? "bad" : ""}">
    <dt class="name">${t(`customer.figure.${code}`)}</dt>
    <dd class="value">${told ? (happening ? when(code, figure.at, zone) : figureValue(figure)) : html`<span class="quiet">—</span>`}</dd>
    <dd class="note">${told ? (happening ? moment(figure.at, zone) : note(code, dashboard)) : why(figure)}</dd>
  </div>`;
}

/** A visit long past is told by how long; an appointment by its day. */
const when = (code, at, zone) => (code === "last_visit" ? ago(at) : day(at, zone));

/** Why there is no figure: without consent none is computed. */
function why(figure) {
  return figure.status === "not_consented"
    ? html`${icon("shield-x")} ${t("customer.figure.not_consented")}`
    : figure.reason?.text ?? nothing;
}

function note(code, { figures: all }) {
  const before = all.revenue_90d_before;
  if (code !== "revenue_90d" || before?.status !== "ok") return nothing;
  return Number(before.value) > 0
    ? html`${change(all.revenue_90d.value, before.value)} ${t("customer.figure.compared")}`
    : t("customer.figure.before", { amount: money(before.value, before.currency) });
}
