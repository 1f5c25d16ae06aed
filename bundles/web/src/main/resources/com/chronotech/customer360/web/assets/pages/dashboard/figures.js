// Key figures of all customers together, with what they were.
import { html, nothing } from "../../vendor/lit.js";
import { day } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { change, figureTile, figureValue } from "../../ui/figure.js";
import { notice } from "../../ui/states.js";
import { Part } from "./part.js";

const SHOWN = ["revenue_90d", "revenue", "invoiced", "outstanding", "overdue", "average_order", "dso", "visits", "time_to_resolve_mean", "time_to_resolve_median", "recurrence", "on_time", "conversion", "nps", "csat"];

class Figures extends Part {
  name = "figures";

  fetch(signal) {
    return this.ask("", { by: "total", period: this.period }, signal);
  }

  content({ lines: [{ figures }], complete, withheld }) {
    const there = SHOWN.filter((code) => figures[code]);
    const shown = there.filter((code) => figures[code].status !== "not_available");
    const missing = there.filter((code) => !shown.includes(code));
    return html`${complete ? nothing : notice("warn", t("dashboard.incomplete"))}
      <dl class="figures dashboard-figures">${shown.map((code) => figureTile(t(`dashboard.figure.${code}`), figures[code], this.note(code, figures)))}</dl>
      ${missing.length ? html`<p class="small quiet">${t("dashboard.missing", { names: missing.map((code) => t(`dashboard.figure.${code}`)).join(", ") })}</p>` : nothing}
      ${withheld.length ? html`<p class="small quiet">${t("dashboard.withheld")}</p>` : nothing}
      <details class="definitions"><summary>${t("dashboard.definitions")}</summary><dl class="facts">${shown.map((code) => html`
        <dt>${t(`dashboard.figure.${code}`)}</dt><dd class="small">${figures[code].formula.text}${figures[code].window
          ? html`<span class="quiet"> · ${t("dashboard.window", { from: day(figures[code].window.from), to: day(figures[code].window.to) })}</span>` : nothing}</dd>`)}</dl></details>`;
  }

  note(code, figures) {
    const { revenue_90d: now, revenue_90d_before: before, outstanding, overdue } = figures;
    if (code === "revenue_90d" && before?.status === "ok") return html`${change(now.value, before.value)} ${t("dashboard.before", { value: figureValue(before) })}`;
    if (code === "overdue" && Number(outstanding?.value) > 0) return t("dashboard.overdue.share", { share: Math.round((100 * Number(overdue.value)) / Number(outstanding.value)) });
    if (["revenue", "invoiced", "average_order", "visits", "time_to_resolve_mean", "time_to_resolve_median", "recurrence", "on_time", "conversion"].includes(code)) return t(`dashboard.period.${this.period}`);
    return nothing;
  }
}
customElements.define("c360-dashboard-figures", Figures);
