// Revenue over time: by month or quarter, with or without taxes, beside the time before.
import { html, nothing } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { money } from "../../lib/format.js";
import { language, t } from "../../lib/i18n.js";
import { chart } from "../../ui/chart.js";
import { checkField } from "../../ui/fields.js";
import { emptyState } from "../../ui/states.js";
import { figureValue } from "../../ui/figure.js";
import { howFound } from "./figure.js";

/** `2026-08` or `2026-Q3` as people write it. */
function columnName(label) {
  const [year, part] = label.split("-");
  if (part.startsWith("Q")) return t("analytics.quarter", { quarter: part.slice(1), year });
  return new Intl.DateTimeFormat(language(), { month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(`${label}-01T00:00Z`));
}

class Revenue extends Element {
  static properties = { customer: {}, step: { state: true }, tax: { state: true }, compare: { state: true } };

  constructor() {
    super();
    this.step = "month";
    this.tax = "in";
    this.compare = true;
    this.loader = new Loader(this, async (signal) => (await get(`/api/customer360/${this.customer}/revenue-chart`, { period: this.step, tax: this.tax, compare: this.compare || null }, { signal })).data);
  }

  connectedCallback() {
    super.connectedCallback();
    this.loader.reload();
  }

  refresh() {
    this.loader.reload();
  }

  choose(change) {
    Object.assign(this, change);
    this.loader.reload();
  }

  render() {
    const chip = (on, label, change) => html`<button type="button" class="chip" aria-pressed=${on ? "true" : "false"} @click=${() => this.choose(change)}>${label}</button>`;
    return html`<section class="card" aria-labelledby="revenue-title"><header><h2 id="revenue-title">${t("analytics.revenue")}</h2>
        <div class="row"><div class="chips" role="group" aria-label=${t("analytics.revenue.step")}>${chip(this.step === "month", t("analytics.month"), { step: "month" })}${chip(this.step === "quarter", t("analytics.quarters"), { step: "quarter" })}</div>
          <div class="chips" role="group" aria-label=${t("analytics.revenue.tax")}>${chip(this.tax === "in", t("analytics.tax.in"), { tax: "in" })}${chip(this.tax === "out", t("analytics.tax.out"), { tax: "out" })}</div>
          ${checkField(this, "compare", this.compare, (compare) => this.choose({ compare }), t("analytics.compare"))}</div></header>
      ${this.loader.view((found) => this.drawn(found), { lines: 6 })}</section>`;
  }

  drawn(found) {
    if (found.total.status !== "ok") return emptyState(t(`analytics.status.${found.total.status}`), found.total.reason?.text ?? "", "bar-chart");
    const none = (part) => !part || part.series.payments.every((count) => count === 0);
    if (none(found) && none(found.comparison)) return emptyState(t("analytics.revenue.none"), t("analytics.revenue.none.text"), "bar-chart");
    const before = found.comparison;
    const format = (value) => money(value, found.currency);
    const numbers = (values) => values.map(Number);
    const config = {
      type: "bar", label: t("analytics.revenue"), labels: found.labels.map(columnName), format,
      axis: (value) => new Intl.NumberFormat(language(), { style: "currency", currency: found.currency, currencyDisplay: "narrowSymbol", maximumFractionDigits: 0 }).format(value),
      series: [{ label: t("analytics.revenue.now"), values: numbers(found.values) },
        ...(before ? [{ label: t("analytics.revenue.before"), values: numbers(before.values), kind: "line", quiet: true }] : [])],
    };
    return html`<p class="row">${t("analytics.revenue.total", { total: figureValue(found.total) })}${before ? html`<span class="quiet">${t("analytics.revenue.total_before", { total: figureValue(before.total) })}</span>` : nothing}</p>
      ${chart(config, this.table(found))}${howFound(found.total)}`;
  }

  table(found) {
    const { currency, comparison: before } = found;
    const head = (key) => html`<th scope="col" class="num">${t(`analytics.column.${key}`)}</th>`;
    const cell = (amount) => html`<td class="num">${money(amount, currency)}</td>`;
    return html`<table class="table"><thead><tr><th scope="col">${t(`analytics.column.${found.period}`)}</th>${head("received")}${head("refunded")}${head("net")}${head("payments")}${before ? html`<th scope="col">${t("analytics.column.before")}</th>${head("net")}` : nothing}</tr></thead>
      <tbody>${found.labels.map((label, at) => html`<tr><th scope="row">${columnName(label)}</th>${cell(found.series.received[at])}${cell(found.series.refunded[at])}${cell(found.values[at])}
        <td class="num">${found.series.payments[at]}</td>${before ? html`<td>${columnName(before.labels[at])}</td>${cell(before.values[at])}` : nothing}</tr>`)}</tbody></table>`;
  }
}
customElements.define("c360-revenue", Revenue);
