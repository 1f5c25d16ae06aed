// A figure as a card: its value, its window, how many rows it rests on, how it was found; or why it could not be told.
import { html, nothing } from "../../vendor/lit.js";
import { day, number } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { figureValue } from "../../ui/figure.js";
import { icon } from "../../ui/icon.js";

/** The days that a figure is about. */
export const windowText = (window) => (window ? t("analytics.window", { from: day(window.from), to: day(window.to) }) : t("analytics.window.today"));

const SYMBOLS = { not_enough_data: "info-circle", not_available: "plug", not_consented: "lock" };

/** Why a figure could not be told. */
export const whyNot = (figure) => html`<p class="figure-why ${figure.status}">${icon(SYMBOLS[figure.status])}<span>${t(`analytics.status.${figure.status}`)}</span></p>`;

/** A card. */
export const figureCard = (name, figure) => html`<div class="figure ${figure.status === "ok" ? "" : "untold"}">
  <dt class="name">${name}</dt>
  <dd>${figure.status === "ok" ? html`<div class="value">${figureValue(figure)}</div>` : html`${whyNot(figure)}${figure.reason && figure.status !== "not_consented" ? html`<p class="note">${figure.reason.text}</p>` : nothing}`}
    ${howFound(figure)}</dd></div>`;

/** How a figure was found: formula, window, observations. */
export function howFound(figure) {
  const told = figure.status === "ok";
  return html`<details class="figure-how"><summary>${told ? t("analytics.rests", { count: figure.observations, shown: number(figure.observations) }) : t("analytics.how")}</summary>
    <p>${figure.formula.text}</p><p>${windowText(figure.window)}</p>
    ${figure.reason && (told || figure.status === "not_consented") ? html`<p>${figure.reason.text}</p>` : nothing}</details>`;
}
