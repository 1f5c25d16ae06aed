// Customers who may not come back, with the reasons.
import { html, nothing } from "../../vendor/lit.js";
import { t } from "../../lib/i18n.js";
import { day, money, number } from "../../lib/format.js";
import { may } from "../../lib/session.js";
import { emptyState } from "../../ui/states.js";
import { Part } from "./part.js";

class Risks extends Part {
  name = "risks";

  fetch(signal) {
    return this.ask("/risks", { per_page: 6 }, signal);
  }

  tools() {
    return may("profile.search") ? html`<a class="button small" href="/customers?risk=1">${t("dashboard.risks.all")}</a>` : nothing;
  }

  content({ customers }) {
    if (customers.length === 0) return emptyState(t("dashboard.risks.none"), t("dashboard.profiling"), "check-circle");
    return html`<ul class="risks">${customers.map((one) => html`<li><div class="row row-between">
        <a class="strong" href="/customers/${one.customer_id}/360?tab=analytics">${one.name}</a>
        <span class="badge ${one.risk.value >= 75 ? "bad" : "warn"}">${t("dashboard.risks.share", { percent: number(one.risk.value) })}</span></div>
      <p class="small">${one.reasons[0]?.text ?? nothing}</p>
      <p class="small quiet">${t("dashboard.risks.last", { day: day(one.last_visit) })}${one.revenue_12m ? html` · ${t("dashboard.risks.revenue", { amount: money(one.revenue_12m, one.currency) })}` : nothing}</p>
      ${one.reasons.length > 1 ? html`<details class="small"><summary>${t("dashboard.risks.reasons")}</summary><ul class="reasons">${one.reasons.slice(1).map((reason) => html`<li>${reason.text}</li>`)}</ul></details>` : nothing}</li>`)}</ul>`;
  }
}
customElements.define("c360-dashboard-risks", Risks);
