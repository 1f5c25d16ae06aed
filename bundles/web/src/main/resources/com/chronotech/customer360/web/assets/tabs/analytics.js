// The Analytics tab of the client page: figures, each with how it was found, and what they mean.
import { html, nothing } from "../vendor/lit.js";
import { get } from "../lib/api.js";
import { Element, Loader } from "../lib/element.js";
import { day } from "../lib/format.js";
import { loadTexts, t } from "../lib/i18n.js";
import { may } from "../lib/session.js";
import { figureCard } from "../pages/analytics/figure.js";
import { churnCard, commentsCard, rfmCard } from "../pages/analytics/person.js";
import "../pages/analytics/revenue.js";
import { vehiclesCard } from "../pages/analytics/vehicles.js";
import { checkField } from "../ui/fields.js";
import { notice, skeleton } from "../ui/states.js";

const PERIODS = ["6m", "1y", "2y"];
const GROUPS = {
  money: ["revenue", "invoiced", "average_order", "lifetime_value", "outstanding", "overdue", "dso"],
  visits: ["visits", "frequency", "recurrence", "on_time"],
  service: ["time_to_resolve_median", "time_to_resolve_mean", "conversion", "nps", "csat"],
};

class AnalyticsTab extends Element {
  static properties = { customer: {}, zone: {}, period: { state: true }, hours: { state: true }, spoken: { state: true } };

  constructor() {
    super();
    this.period = "1y";
    this.hours = false;
    this.loader = new Loader(this, async (signal) => (await get(`/api/customer360/${this.customer}/analytics`, { period: this.period, working_hours: this.hours || null }, { signal })).data.analytics);
  }

  async connectedCallback() {
    super.connectedCallback();
    if (!this.loader.args) this.loader.reload();
    await loadTexts("analytics");
    this.spoken = true;
  }

  /** Called when something happened that changes figures. */
  refresh() {
    this.loader.reload();
    this.querySelector("c360-revenue")?.refresh();
  }

  choose(change) {
    Object.assign(this, change);
    this.loader.reload();
  }

  render() {
    if (!this.spoken) return skeleton(8);
    return html`<div class="analytics"><div class="row row-between">
        <div class="chips" role="group" aria-label=${t("analytics.period")}>${PERIODS.map((period) => html`<button type="button" class="chip" aria-pressed=${this.period === period ? "true" : "false"}
          @click=${() => this.choose({ period })}>${t(`analytics.period.${period}`)}</button>`)}</div>
        ${checkField(this, "hours", this.hours, (hours) => this.choose({ hours }), t("analytics.hours"))}</div>
      <div class="analytics-body" aria-busy=${this.loader.loading ? "true" : "false"}>${this.loader.view((found) => this.found(found), { lines: 12 })}</div></div>`;
  }

  /** Which figures wait for a consent, once for all of them. */
  unasked(found) {
    const figures = [...Object.values(found.figures), found.churn.risk].filter((figure) => figure.status === "not_consented");
    const reasons = [...new Set(figures.map((figure) => figure.reason.text))];
    return reasons.length === 0 ? nothing : notice("info", html`<p>${reasons.join(" ")}${" "}${t("analytics.unasked")}</p>
      ${may("consents.read") ? html`<p><a href="/customers/${this.customer}/consents">${t("analytics.consents")}</a></p>` : nothing}`);
  }

  found(found) {
    const known = Object.keys(GROUPS).map((group) => [group, GROUPS[group].filter((code) => found.figures[code] && found.figures[code].status !== "not_available")]);
    const lacking = Object.entries(found.figures).filter(([, figure]) => figure.status === "not_available");
    return html`
      ${found.withheld.length ? notice("info", t("analytics.withheld")) : nothing}
      ${this.unasked(found)}
      ${may("finances.read") ? html`<c360-revenue .customer=${this.customer}></c360-revenue>` : nothing}
      ${known.filter(([, codes]) => codes.length).map(([group, codes]) => html`<section class="stack" aria-labelledby="figures-${group}"><h2 id="figures-${group}">${t(`analytics.group.${group}`)}</h2>
        <dl class="figures">${codes.map((code) => figureCard(t(`analytics.figure.${code}`), found.figures[code]))}</dl></section>`)}
      <section class="stack" aria-labelledby="figures-person"><h2 id="figures-person">${t("analytics.group.person")}</h2>
        <div class="person">${churnCard(found.churn)}${rfmCard(found.rfm)}</div>
        ${vehiclesCard(found.vehicles)}${commentsCard(found.comments, (on) => day(on))}</section>
      ${lacking.length ? html`<details class="lacking"><summary>${t("analytics.lacking", { count: lacking.length })}</summary>
        <ul>${lacking.map(([code, figure]) => html`<li><span class="strong">${t(`analytics.figure.${code}`)}</span> – ${figure.reason?.text}</li>`)}</ul></details>` : nothing}`;
  }
}
customElements.define("c360-tab-analytics", AnalyticsTab);
