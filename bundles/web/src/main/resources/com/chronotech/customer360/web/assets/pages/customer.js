// Client 360: who the customer is, in a head that stays, and nine tabs.
import { html, keyed, nothing } from "../vendor/lit.js";
import { get } from "../lib/api.js";
import { TABS } from "../lib/customer-tabs.js";
import { Element, Loader } from "../lib/element.js";
import { number } from "../lib/format.js";
import { t } from "../lib/i18n.js";
import { rememberCustomer } from "../lib/recent.js";
import { setQuery } from "../lib/router.js";
import { may } from "../lib/session.js";
import { icon } from "../ui/icon.js";
import { errorState, notice, skeleton } from "../ui/states.js";
import { tabList } from "../ui/tabs.js";
import { figures } from "./customer/figures.js";
import "./customer/head.js";
import { TabSet } from "./customer/tab-set.js";

/** The height of the bar above every page. */
const BAR_PX = 56;
const names = new Map();

class CustomerPage extends Element {
  static properties = { customer: {}, query: { attribute: false }, selected: { state: true }, stuck: { state: true } };

  constructor() {
    super();
    this.profile = new Loader(this, async (signal) => (await get(`/api/customer360/${this.customer}/profile`, {}, { signal })).data.profile);
    this.dashboard = new Loader(this, async (signal) => (await get(`/api/customer360/${this.customer}/dashboard`, {}, { signal })).data.dashboard);
    this.tabs = new TabSet(this, { changed: (ids) => this.happened(ids) });
    this.keys = (event) => this.key(event);
  }

  get zone() {
    return this.profile.value?.timezone;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("keydown", this.keys);
    this.addEventListener("customer-changed", () => this.happened(["profile"]));
    this.load();
    if (may("analytics.read")) this.dashboard.reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.keys);
    this.watcher?.disconnect();
  }

  async load() {
    await this.profile.reload();
    const name = this.profile.value && (this.profile.value.name || this.profile.value.company);
    if (!name) return;
    names.set(this.customer, name);
    rememberCustomer({ id: this.customer, name, privacy_level: this.profile.value.privacy_level });
    document.title = `${name} – Client 360`;
    this.tabs.tellZone(this.zone);
  }

  willUpdate(changed) {
    if (changed.has("query")) {
      const wished = this.query?.get("tab") ?? "profile";
      this.selected = TABS.some((tab) => tab.id === wished) ? wished : "profile";
    }
    if (changed.has("selected") && may(TABS.find((tab) => tab.id === this.selected).permission)) this.tabs.open(this.selected);
  }

  updated(changed) {
    if (changed.has("selected")) {
      this.tabs.settle();
      this.showTab();
    }
    if (!this.watcher && this.querySelector(".customer-mark")) {
      this.watcher = new IntersectionObserver(([entry]) => { this.stuck = !entry.isIntersecting; }, { rootMargin: `${-BAR_PX - 8}px 0px 0px 0px` });
      this.watcher.observe(this.querySelector(".customer-mark"));
    }
  }

  /** Where the row of tabs is wider than the screen, the open one is brought into view, and nothing else moves. */
  showTab() {
    const tab = this.querySelector(`#tab-${this.selected}`);
    const row = tab?.parentElement;
    if (!row) return;
    const { left, right } = tab.getBoundingClientRect();
    const frame = row.getBoundingClientRect();
    if (left < frame.left || right > frame.right) row.scrollLeft += (left + right - frame.left - frame.right) / 2;
  }

  /** What happened concerns the head as well: its figures, and the profile where that was changed. */
  happened(ids) {
    if (ids.includes("profile")) this.load();
    if (may("analytics.read")) this.dashboard.reload();
    this.querySelector("c360-customer-head")?.refresh();
  }

  async select(id) {
    if (id === this.selected) return;
    this.selected = id;
    setQuery({ tab: id === "profile" ? null : id }, { push: true });
    await this.updateComplete;
    // below the head one stays below it, at the top of the new tab
    const mark = this.querySelector(".customer-mark").getBoundingClientRect().top;
    if (this.stuck) window.scrollTo({ top: window.scrollY + mark - BAR_PX - 4 });
  }

  key(event) {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    if (!digit || event.ctrlKey === event.altKey || event.shiftKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (event.altKey && event.target.closest?.("input, textarea, select")) return;
    const tab = TABS[digit - 1];
    if (!may(tab.permission)) return;
    event.preventDefault();
    this.select(tab.id).then(() => this.querySelector(`#tab-${tab.id}`)?.focus({ preventScroll: true }));
  }

  render() {
    const { error, value } = this.profile;
    if (error && value === null) return html`<h1 class="visually-hidden">${t("customer.title")}</h1>${errorState(error, () => this.load())}
      <p class="row customer-away"><a class="button" href="/customers">${icon("arrow-left")}${t("customer.back")}</a></p>`;
    return html`<c360-customer-head .customer=${this.customer} .profile=${value} .purposes=${this.dashboard.value?.consents}
        .figures=${may("analytics.read") ? this.dashboard.view((found) => figures(found, this.zone), { lines: 2 }) : nothing}></c360-customer-head>
      <div class="customer-mark"></div>
      <div class="customer-bar ${this.stuck ? "stuck" : ""}">
        ${this.stuck && value ? html`<button type="button" class="customer-bar-name truncate" tabindex="-1" aria-hidden="true" @click=${() => window.scrollTo({ top: 0, behavior: "smooth" })}>
          ${value.name || value.company}${value.privacy_level === "confidentiel" ? html` <span class="badge bad">${t("customer.privacy.confidentiel")}</span>` : nothing}</button>` : nothing}
        ${tabList(t("customer.tabs"), this.tabs.permitted().map((tab) => this.tab(tab)), this.selected, (id) => this.select(id))}
      </div>
      ${this.tabs.permitted().map((tab) => this.panel(tab.id))}
      ${may(TABS.find((tab) => tab.id === this.selected).permission) ? nothing : notice("info", t("customer.tab.forbidden"))}`;
  }

  tab({ id, icon }) {
    const digit = TABS.findIndex((tab) => tab.id === id) + 1;
    const count = this.dashboard.value?.figures[id]?.value;
    return { id, icon, label: t(`customer.tab.${id}`), keys: `Control+${digit} Alt+${digit}`, badge: count ? html`<span class="tab-count">${number(count)}</span>` : nothing };
  }

  panel(id) {
    const { element, error, loading } = this.tabs.entry(id);
    return html`<div role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}" tabindex="0" ?hidden=${id !== this.selected}>
      ${error ? errorState(error, () => this.tabs.open(id)) : loading ? skeleton(6) : element ?? nothing}</div>`;
  }
}
customElements.define("c360-customer", CustomerPage);

export const title = (id) => names.get(id) ?? t("customer.title");
export const view = (id, query) => keyed(id, html`<c360-customer .customer=${id} .query=${query}></c360-customer>`);
