// Figures of the analytics: a value in its unit, or why there is none.
import { html, nothing } from "../vendor/lit.js";
import { t } from "../lib/i18n.js";
import { kilometres, money, number, percent } from "../lib/format.js";
import { icon } from "./icon.js";

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes as people say them: minutes, hours or days. */
export function duration(minutes) {
  if (minutes === null || minutes === undefined) return "—";
  if (minutes < 2 * HOUR) return t("common.duration.minutes", { count: number(minutes) });
  if (minutes < 2 * DAY) return t("common.duration.hours", { count: number(minutes / HOUR, 1) });
  return t("common.duration.days", { count: number(minutes / DAY, 1) });
}

const WRITTEN = {
  money: (figure) => money(figure.value, figure.currency),
  count: (figure) => number(figure.value),
  minutes: (figure) => duration(figure.value),
  days: (figure) => t("common.duration.days", { count: number(figure.value, 1) }),
  percent: (figure) => percent(figure.value / 100, 1),
  points: (figure) => number(figure.value, 1),
  per_year: (figure) => t("common.per_year", { count: number(figure.value, 1) }),
  kilometres: (figure) => kilometres(figure.value),
};

/** The value of a figure of the API in words and numbers; a dash where it is not told. */
export const figureValue = (figure) => (figure?.status === "ok" && figure.value !== null ? (WRITTEN[figure.unit] ?? WRITTEN.points)(figure) : "—");

/** A tile with a figure: its name, its value, and beneath a note or why it is not told. */
export function figureTile(name, figure, note = nothing) {
  if (!figure) return nothing;
  return html`<div class="figure"><dt class="name">${name}</dt><dd class="value">${figureValue(figure)}</dd>
    <dd class="note">${figure.status === "ok" ? note : figure.reason?.text ?? nothing}</dd></div>`;
}

/** How a value stands to an earlier one: an arrow, a share and words. `good` says which way is good: `up`, `down` or nothing. */
export function change(value, before, good = "up") {
  const from = Number(before);
  if (value === null || before === null || !Number.isFinite(from) || from === 0) return nothing;
  const share = (Number(value) - from) / Math.abs(from);
  const rises = share >= 0;
  const kind = !good || Math.abs(share) < 0.005 ? "" : rises === (good === "up") ? "ok" : "bad";
  return html`<span class="change ${kind}">${icon(rises ? "arrow-up" : "arrow-down")}<span class="visually-hidden">${t(rises ? "common.change.up" : "common.change.down")}</span>${percent(Math.abs(share), 1)}</span>`;
}
