// The figures by segment, city, technician or make.
import { html, nothing } from "../../vendor/lit.js";
import { t } from "../../lib/i18n.js";
import { setQuery } from "../../lib/router.js";
import { may } from "../../lib/session.js";
import { bar } from "../../ui/bar.js";
import { figureValue } from "../../ui/figure.js";
import { emptyState, errorState } from "../../ui/states.js";
import { tabList } from "../../ui/tabs.js";
import { Part } from "./part.js";
import { WAYS } from "./ways.js";

const ICONS = { segment: "tags", city: "geo-alt", technician: "wrench", vehicle_make: "car-front" };
const LINES = 10;
/** Where a list of customers can be narrowed the same way. */
const LISTS = { segment: "segment", city: "city" };

class Breakdown extends Part {
  static properties = { by: {}, more: { state: true } };

  name = "breakdown";

  fetch(signal) {
    return this.ask("", { by: this.by, period: this.period, per_page: LINES }, signal);
  }

  asksAnew(changed) {
    return super.asksAnew(changed) || (this.begun && changed.has("by"));
  }

  willUpdate(changed) {
    if (!this.asksAnew(changed)) return;
    this.more = null;
    if (changed.has("by")) this.loader.value = null;
    this.asked = this.loader.reload();
  }

  choose(by) {
    this.by = by;
    setQuery({ by: by === WAYS[0] ? null : by });
    return this.updateComplete;
  }

  async next() {
    const { value } = this.loader;
    this.more = { busy: true };
    try {
      const page = await this.ask("", { by: this.by, period: this.period, per_page: LINES, cursor: value.next_cursor });
      this.loader.value = { ...page, lines: [...value.lines, ...page.lines] };
      this.more = null;
    } catch (error) {
      this.more = { error };
    }
  }

  render() {
    return html`<section class="card" aria-labelledby="dashboard-breakdown"><header><h2 id="dashboard-breakdown">${t("dashboard.breakdown")}</h2></header>
      ${tabList(t("dashboard.breakdown"), WAYS.map((id) => ({ id, label: t(`dashboard.by.${id}`), icon: ICONS[id] })), this.by, (by) => this.choose(by))}
      <div role="tabpanel" id="panel-${this.by}" aria-labelledby="tab-${this.by}">${this.body(6)}</div></section>`;
  }

  content({ lines, has_more: more }) {
    if (lines.length === 0) return emptyState(t("dashboard.breakdown.none"), t(this.by === "segment" ? "dashboard.breakdown.none.segment" : "dashboard.breakdown.none.hint"), ICONS[this.by]);
    const money = may("finances.read");
    const measure = money ? "revenue" : "visits";
    const most = Math.max(...lines.map((line) => Number(line.figures[measure]?.value ?? 0)));
    const columns = [...(money ? ["revenue", "outstanding", "average_order"] : []), "visits", "conversion"];
    return html`<div class="table-wrap" role="region" tabindex="0" aria-label=${t("common.table", { name: t("dashboard.breakdown") })}><table class="table breakdown">
      <caption class="visually-hidden">${t(`dashboard.by.${this.by}`)}, ${t(`dashboard.period.${this.period}`)}</caption>
      <thead><tr><th scope="col">${t(`dashboard.by.${this.by}`)}</th>${columns.map((code) => html`<th scope="col" class="num">${t(`dashboard.figure.${code}`)}</th>`)}</tr></thead>
      <tbody>${lines.map((line) => html`<tr><th scope="row">${this.lineName(line)}${bar(Number(line.figures[measure]?.value ?? 0) / most)}</th>
        ${columns.map((code) => html`<td class="num">${figureValue(line.figures[code])}</td>`)}</tr>`)}</tbody></table></div>
      ${this.by === "segment" ? html`<p class="small quiet">${t("dashboard.breakdown.segment")}</p>` : nothing}
      ${this.more?.error ? errorState(this.more.error, () => this.next(), { small: true }) : nothing}
      ${more ? html`<button type="button" class="button small" ?disabled=${this.more?.busy} @click=${this.next}>${t("dashboard.more")}</button>` : nothing}`;
  }

  lineName(line) {
    if (line.value === "") return html`<span class="quiet">${t("dashboard.unknown")}</span>`;
    const list = may("profile.search") ? LISTS[this.by] : null;
    return list ? html`<a href="/customers?${list}=${encodeURIComponent(line.label)}">${line.label}</a>` : html`<span>${line.label}</span>`;
  }
}
customElements.define("c360-dashboard-breakdown", Breakdown);
