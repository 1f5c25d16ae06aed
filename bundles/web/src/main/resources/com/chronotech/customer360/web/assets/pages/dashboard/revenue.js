// Revenue month by month, beside the same months a year earlier.
import { html } from "../../vendor/lit.js";
import { language, t } from "../../lib/i18n.js";
import { money, number } from "../../lib/format.js";
import { may } from "../../lib/session.js";
import { chart } from "../../ui/chart.js";
import { Part } from "./part.js";

const MONTHS = { "6m": 6, "1y": 12, "2y": 24 };
const YEAR = 12;

class Revenue extends Part {
  name = "revenue";

  async fetch(signal) {
    const count = MONTHS[this.period];
    const data = await this.ask("/months", { months: count + YEAR }, signal);
    return { ...data, config: may("finances.read") ? revenueOf(data, count) : visitsOf(data, count) };
  }

  content({ config, revenue_formula: formula }) {
    return html`${chart(config)}<p class="small quiet">${formula ? `${formula.text}. ` : ""}${t("dashboard.revenue.today")}</p>`;
  }
}
customElements.define("c360-dashboard-revenue", Revenue);

const monthName = (month) => new Intl.DateTimeFormat(language(), { month: "short", year: "2-digit", timeZone: "UTC" }).format(new Date(`${month}-01`));

function series(months, count, label, value) {
  const now = months.slice(-count);
  const before = months.slice(-count - YEAR, -YEAR);
  return {
    labels: now.map((one) => monthName(one.month)),
    series: [
      { label, values: now.map(value), kind: "bar" },
      { label: t("dashboard.revenue.before"), values: before.map(value), kind: "line", quiet: true },
    ],
  };
}

function revenueOf({ months, currency }, count) {
  return {
    type: "bar",
    label: t("dashboard.revenue.label"),
    ...series(months, count, t("dashboard.revenue.name"), (one) => Number(one.revenue)),
    format: (value) => money(value, currency),
    axis: (value) => t("dashboard.thousands", { count: number(value / 1000, 1) }),
  };
}

function visitsOf({ months }, count) {
  return { type: "bar", label: t("dashboard.visits.label"), ...series(months, count, t("dashboard.figure.visits"), (one) => one.visits), format: (value) => number(value) };
}
