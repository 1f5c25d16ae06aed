// The grid of recency and frequency as a table whose cells are coloured by their number, and the segments that come of it.
import { html, nothing } from "../../vendor/lit.js";
import { t } from "../../lib/i18n.js";
import { money, number } from "../../lib/format.js";
import { bar, heat } from "../../ui/bar.js";
import { emptyState } from "../../ui/states.js";
import { Part } from "./part.js";

const FIFTHS = [5, 4, 3, 2, 1];
const BEST_LAST = [1, 2, 3, 4, 5];

class Rfm extends Part {
  name = "rfm";

  fetch(signal) {
    return this.ask("/rfm", {}, signal);
  }

  content({ base, cells, segments, currency, formula }) {
    if (base === 0) return emptyState(t("dashboard.rfm.none"), t("dashboard.profiling"), "people");
    const at = new Map(cells.map((cell) => [`${cell.recency}/${cell.frequency}`, cell]));
    const most = Math.max(...cells.map((cell) => cell.customers));
    const greatest = Math.max(...segments.map((one) => one.customers));
    return html`<div class="rfm"><div class="table-wrap" role="region" tabindex="0" aria-label=${t("common.table", { name: t("dashboard.rfm.grid") })}><table class="table heat-map">
        <caption class="small quiet">${t("dashboard.rfm.grid")}</caption>
        <thead><tr><th scope="col"><span class="visually-hidden">${t("dashboard.rfm.recency")}</span></th>${BEST_LAST.map((fifth) => html`<th scope="col">${t(`dashboard.rfm.frequency.${fifth}`)}</th>`)}</tr></thead>
        <tbody>${FIFTHS.map((recency) => html`<tr><th scope="row">${t(`dashboard.rfm.recency.${recency}`)}</th>${BEST_LAST.map((frequency) => {
          const cell = at.get(`${recency}/${frequency}`);
          return html`<td class=${heat(cell?.customers ?? 0, most)}><strong>${number(cell?.customers ?? 0)}</strong>${cell?.revenue ? html`<span class="small">${money(cell.revenue, currency)}</span>` : nothing}</td>`;
        })}</tr>`)}</tbody></table></div>
      <div class="table-wrap" role="region" tabindex="0" aria-label=${t("common.table", { name: t("dashboard.rfm.segments") })}><table class="table segments-table"><caption class="visually-hidden">${t("dashboard.rfm.segments")}</caption>
        <thead><tr><th scope="col">${t("dashboard.by.segment")}</th><th scope="col" class="num">${t("dashboard.customers")}</th>${currency ? html`<th scope="col" class="num">${t("dashboard.rfm.revenue")}</th>` : nothing}</tr></thead>
        <tbody>${segments.filter((one) => one.customers > 0).map((one) => html`<tr><th scope="row">${t(`dashboard.rfm.segment.${one.segment}`)}${bar(one.customers / greatest)}</th>
          <td class="num">${number(one.customers)}</td>${currency ? html`<td class="num">${money(one.revenue, currency)}</td>` : nothing}</tr>`)}</tbody></table></div></div>
      <p class="small quiet">${formula.text}</p>`;
  }
}
customElements.define("c360-dashboard-rfm", Rfm);
