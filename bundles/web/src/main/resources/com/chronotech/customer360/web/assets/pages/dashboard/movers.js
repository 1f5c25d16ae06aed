// Whose revenue rose and fell most.
import { html } from "../../vendor/lit.js";
import { t } from "../../lib/i18n.js";
import { money } from "../../lib/format.js";
import { emptyState } from "../../ui/states.js";
import { Part } from "./part.js";

class Movers extends Part {
  name = "movers";

  fetch(signal) {
    return this.ask("/movers", { limit: 6 }, signal);
  }

  content({ gained, lost, currency, formula }) {
    if (gained.length + lost.length === 0) return emptyState(t("dashboard.movers.none"), t("dashboard.profiling"), "people");
    const list = (label, movers, kind) => html`<div class="grow mover-list"><h3 class="small">${label}</h3><ul>${movers.map((one) => html`<li>
      <a class="grow truncate" href="/customers/${one.customer_id}/360?tab=analytics">${one.name}</a>
      <span class="small quiet">${money(one.before, currency)} → ${money(one.revenue, currency)}</span><strong class="change ${kind}">${Number(one.change) > 0 ? "+" : ""}${money(one.change, currency)}</strong></li>`)}</ul></div>`;
    return html`<div class="movers">${list(t("dashboard.movers.gained"), gained, "ok")}${list(t("dashboard.movers.lost"), lost, "bad")}</div><p class="small quiet">${formula.text}</p>`;
  }
}
customElements.define("c360-dashboard-movers", Movers);
