// The dashboard of the manager: the figures of all customers together.
import { html, nothing } from "../vendor/lit.js";
import { Element } from "../lib/element.js";
import { t } from "../lib/i18n.js";
import { setQuery } from "../lib/router.js";
import { may } from "../lib/session.js";
import { emptyState, errorState } from "../ui/states.js";
import "./dashboard/figures.js";
import "./dashboard/freshness.js";
import { readAll } from "./dashboard/part.js";
import "./dashboard/revenue.js";
import { WAYS } from "./dashboard/ways.js";

/** What stands of a part until its module is there: its heading, which leads to it. */
const waiting = (name) => html`<section class="card awaited"><header><h2>${t(`dashboard.${name}`)}</h2></header></section>`;

const PERIODS = ["6m", "1y", "2y"];

/** Parts below the first window, whose modules are fetched when they come in sight. */
const BELOW = {
  "c360-dashboard-breakdown": () => import("./dashboard/breakdown.js"),
  "c360-dashboard-risks": () => import("./dashboard/risks.js"),
  "c360-dashboard-movers": () => import("./dashboard/movers.js"),
  "c360-dashboard-rfm": () => import("./dashboard/rfm.js"),
  "c360-dashboard-cohorts": () => import("./dashboard/cohorts.js"),
};

class Dashboard extends Element {
  static properties = { query: { attribute: false }, period: { state: true }, by: { state: true }, round: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.round = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.sight = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach((one) => this.fetch(one.target)));
    addEventListener("keydown", this.print);
    this.updateComplete.then(() => this.querySelectorAll(":not(:defined)").forEach((part) => this.sight.observe(part)));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sight.disconnect();
    removeEventListener("keydown", this.print);
  }

  async fetch(part) {
    this.sight.unobserve(part);
    try {
      await BELOW[part.localName]();
    } catch (failure) {
      this.failure = failure;
    }
  }

  /** What was not seen yet is on paper, too; a menu of the browser's prints at once. */
  print = async (event) => {
    const wished = event.key === "p" && event.ctrlKey !== event.metaKey && !event.shiftKey && !event.altKey;
    if (!wished || event.target.closest?.("input, textarea")) return;
    event.preventDefault();
    if (event.repeat) return;
    await Promise.all([...this.querySelectorAll(":not(:defined)")].map((part) => this.fetch(part)));
    await readAll();
    window.print();
  };

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
      ${this.failure ? errorState(this.failure, () => location.reload()) : nothing}
      <div class="dashboard">
        <c360-dashboard-figures class="wide" .period=${period} .round=${round}></c360-dashboard-figures>
        <c360-dashboard-revenue class="wide" .period=${period} .round=${round}></c360-dashboard-revenue>
        <c360-dashboard-breakdown class="wide" .period=${period} .by=${this.by} .round=${round}>${waiting("breakdown")}</c360-dashboard-breakdown>
        <c360-dashboard-risks .round=${round}>${waiting("risks")}</c360-dashboard-risks>
        ${may("finances.read") ? html`<c360-dashboard-movers .round=${round}>${waiting("movers")}</c360-dashboard-movers>` : nothing}
        <c360-dashboard-rfm class="wide" .round=${round}>${waiting("rfm")}</c360-dashboard-rfm>
        <c360-dashboard-cohorts class="wide" .round=${round}>${waiting("cohorts")}</c360-dashboard-cohorts>
      </div>`;
  }
}
customElements.define("c360-dashboard", Dashboard);

export const title = () => t("dashboard.title");
export const view = (query) => (may("analytics.fleet") ? html`<c360-dashboard .query=${query}></c360-dashboard>` : emptyState(t("common.error.forbidden"), "", "lock"));
