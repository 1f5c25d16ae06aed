// How those who first came in a quarter came back since.
import { html, nothing } from "../../vendor/lit.js";
import { t } from "../../lib/i18n.js";
import { number } from "../../lib/format.js";
import { heat } from "../../ui/bar.js";
import { emptyState } from "../../ui/states.js";
import { Part } from "./part.js";

const QUARTERS = 8;

class Cohorts extends Part {
  name = "cohorts";

  fetch(signal) {
    return this.ask("/cohorts", { quarters: QUARTERS }, signal);
  }

  content({ cohorts, retention_formula: formula }) {
    if (cohorts.length === 0) return emptyState(t("dashboard.cohorts.none"), "", "calendar-event");
    const ages = Array.from({ length: Math.max(...cohorts.map((one) => one.quarters.length)) }, (_, age) => age);
    return html`<div class="table-wrap" role="region" tabindex="0" aria-label=${t("common.table", { name: t("dashboard.cohorts") })}><table class="table heat-map">
      <caption class="visually-hidden">${t("dashboard.cohorts")}</caption>
      <thead><tr><th scope="col">${t("dashboard.cohorts.first")}</th><th scope="col" class="num">${t("dashboard.customers")}</th>${ages.slice(1).map((age) => html`<th scope="col">${t("dashboard.cohorts.age", { count: age })}</th>`)}</tr></thead>
      <tbody>${cohorts.map((one) => html`<tr><th scope="row">${quarterName(one.quarter)}</th><td class="num">${number(one.customers)}</td>
        ${ages.slice(1).map((age) => {
          const quarter = one.quarters[age];
          return quarter ? html`<td class=${heat(quarter.retention, 100)}>${number(quarter.retention, 1)}\u00a0%</td>` : html`<td>${nothing}</td>`;
        })}</tr>`)}</tbody></table></div>
      <p class="small quiet">${formula.text}</p>`;
  }
}
customElements.define("c360-dashboard-cohorts", Cohorts);

function quarterName(code) {
  const [year, quarter] = code.split("-Q");
  return t("dashboard.quarter", { year, quarter });
}
