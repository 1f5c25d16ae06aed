// The dashboard of the manager: the figures of all customers together.
import { html, nothing } from "../vendor/lit.js";
import { Element } from "../lib/element.js";
import { t } from "../lib/i18n.js";
import { setQuery } from "../lib/router.js";
import { may } from "../lib/session.js";
import { emptyState } from "../ui/states.js";
import { WAYS } from "./dashboard/breakdown.js";
import "./dashboard/cohorts.js";
import "./dashboard/figures.js";
import "./dashboard/freshness.js";
import "./dashboard/movers.js";
import "./dashboard/revenue.js";
import "./dashboard/rfm.js";
import "./dashboard/risks.js";

const PERIODS = ["6m", "1y", "2y"];

class Dashboard extends Element {
  static properties = { query: { attribute: false }, period: { state: true }, by: { state: true }, round: { state: true } };

  constructor() {
    super();
    this.round = 0;
  }

  willUpdate(changed) {
    if (!changed.has("query")) return;
    this.period = PERIODS.includes(this.query.get("period")) ? this.query.get("period") : "1y";
    this.by = WAYS.includes(this.query.get("by")) ? this.query.get("by") : WAYS[0];
  }

  choose(period) {
    this.period = period;
    setQuery({ period: period === "1y" ? null : period });
  }

  render() {
    const { period, round } = this;
    return html`<div class="page-head"><h1>${t("dashboard.title")}</h1>
        <div class="row" role="group" aria-label=${t("dashboard.period")}>${PERIODS.map((one) => html`<button type="button" class="chip" aria-pressed=${one === period ? "true" : "false"} @click=${() => this.choose(one)}>${t(`dashboard.period.${one}`)}</button>`)}</div></div>
      <c360-freshness @computed=${() => { this.round += 1; }}></c360-freshness>
      <div class="dashboard">
        <c360-dashboard-figures class="wide" .period=${period} .round=${round}></c360-dashboard-figures>
        <c360-dashboard-revenue class="wide" .period=${period} .round=${round}></c360-dashboard-revenue>
        <c360-dashboard-breakdown class="wide" .period=${period} .by=${this.by} .round=${round}></c360-dashboard-breakdown>
        <c360-dashboard-risks .round=${round}></c360-dashboard-risks>
        ${may("finances.read") ? html`<c360-dashboard-movers .round=${round}></c360-dashboard-movers>` : nothing}
        <c360-dashboard-rfm class="wide" .round=${round}></c360-dashboard-rfm>
        <c360-dashboard-cohorts class="wide" .round=${round}></c360-dashboard-cohorts>
      </div>`;
  }
}
customElements.define("c360-dashboard", Dashboard);

export const title = () => t("dashboard.title");
export const view = (query) => (may("analytics.fleet") ? html`<c360-dashboard .query=${query}></c360-dashboard>` : emptyState(t("common.error.forbidden"), "", "lock"));
