// What a timeline can be narrowed to: types with their totals, words, who acted, days; and a day to jump to.
import { html, nothing } from "../../vendor/lit.js";
import { t } from "../../lib/i18n.js";
import { number } from "../../lib/format.js";
import { selectField, textField } from "../../ui/fields.js";
import { icon } from "../../ui/icon.js";
import { ACTORS, narrowed, TYPES } from "./types.js";

/** Chips of the types that the customer has, each pressed or not; several add up. */
export function typeChips(filters, totals, choose) {
  const shown = Object.keys(TYPES).filter((type) => totals?.totals[type] || filters.type.includes(type));
  const toggle = (type) => choose({ type: filters.type.includes(type) ? filters.type.filter((one) => one !== type) : [...filters.type, type] });
  const count = (value) => (value === undefined ? nothing : html`<span class="count">${number(value)}</span>`);
  return html`<div class="chips" role="group" aria-label=${t("timeline.types")}>
    <button type="button" class="chip" aria-pressed=${filters.type.length === 0 ? "true" : "false"} @click=${() => choose({ type: [] })}>${t("timeline.all")}${count(totals?.total)}</button>
    ${shown.map((type) => html`<button type="button" class="chip" aria-pressed=${filters.type.includes(type) ? "true" : "false"} @click=${() => toggle(type)}>
      ${icon(TYPES[type][0])}${t(`timeline.types.${type}`)}${count(totals?.totals[type])}</button>`)}
  </div>`;
}

/** Words, who acted, days. `error` is the refusal of what was asked, whose faults stand at their fields. */
export function filterFields(owner, filters, choose, error) {
  const of = (name) => error?.of?.(name);
  return html`<div class="timeline-fields">
    ${textField(owner, "q", filters.q, (q) => choose({ q }, true), { label: t("timeline.words"), error: of("q") }, { type: "search", placeholder: t("timeline.words.hint") })}
    ${selectField(owner, "actor_type", filters.actor_type, [["", t("timeline.actor.any")], ...ACTORS.map((kind) => [kind, t(`timeline.actor.${kind}`)])],
      (kind) => choose({ actor_type: kind }), { label: t("timeline.actor") })}
    ${textField(owner, "date_from", filters.date_from, (day) => choose({ date_from: day }, true), { label: t("timeline.from"), error: of("date_from") }, { type: "date", max: "9998-12-31" })}
    ${textField(owner, "date_to", filters.date_to, (day) => choose({ date_to: day }, true), { label: t("timeline.to"), error: of("date_to") }, { type: "date", max: "9998-12-31" })}
  </div>`;
}

/** How many lie within what is asked for, and the way back to everything. */
export function resultLine(feed, filters, clear) {
  if (!narrowed(filters) || feed.total === null) return nothing;
  const text = t(feed.totalExact ? "timeline.found" : "timeline.found_more", { count: feed.total, shown: number(feed.total) });
  return html`<p class="row small"><span>${text}</span><button type="button" class="button plain small" @click=${clear}>${icon("x-lg")}${t("timeline.clear")}</button></p>`;
}
