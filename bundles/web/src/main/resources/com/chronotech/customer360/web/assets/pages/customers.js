// Customers: search as one types, filters, a list that goes on as one scrolls, and the keyboard all the way.
import { html, nothing } from "../vendor/lit.js";
import { config } from "../lib/config.js";
import { Element } from "../lib/element.js";
import { t } from "../lib/i18n.js";
import { recentCustomers } from "../lib/recent.js";
import { setQuery } from "../lib/router.js";
import { may } from "../lib/session.js";
import { isSearchable } from "../lib/searchable.js";
import { isShortcut } from "../lib/shortcuts.js";
import { icon } from "../ui/icon.js";
import { emptyState, errorState, errorText, notice, skeleton } from "../ui/states.js";
import "./customers/display.js";
import "./customers/filters.js";
import { leaveList, listAgain } from "./customers/again.js";
import { columnsOf } from "./customers/columns.js";
import { customerCards, customerTable } from "./customers/rows.js";
import { agreeing, reader } from "./customers/reader.js";
import { filterCount, queryOf, unfiltered, wishOf } from "./customers/wish.js";

const PAUSE_MS = 140;
/** So many customers come by scrolling alone; then one asks for more, so that the end of the page can be reached. */
const BY_SCROLLING = 150;
const narrow = matchMedia("(max-width: 47.99rem)");

class Customers extends Element {
  static properties = { query: { attribute: false }, wish: { state: true }, rows: { state: true }, last: { state: true }, loading: { state: true }, error: { state: true } };

  constructor() {
    super();
    this.rows = null;
    this.keys = (event) => this.key(event);
    this.resized = () => this.requestUpdate();
    this.watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.scrolled(), { rootMargin: "800px" });
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("keydown", this.keys);
    narrow.addEventListener("change", this.resized);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.keys);
    narrow.removeEventListener("change", this.resized);
    this.watcher.disconnect();
    this.running?.abort();
    clearTimeout(this.pause);
    if (this.rows && !this.loading) leaveList({ wish: this.wish, rows: this.rows, last: this.last, next: this.next, asked: this.asked, opened: this.opened });
  }

  willUpdate(changed) {
    if (!changed.has("query")) return;
    this.wish = wishOf(this.query);
    this.typed = this.wish.q;
    const again = listAgain(this.wish);
    if (!again) return this.begin();
    Object.assign(this, { rows: again.rows, last: again.last, next: again.next, asked: again.asked });
    this.updateComplete.then(() => this.querySelector(`.customers-list a.open[href="${again.opened}"]`)?.focus());
  }

  /** Shows what is wished instead; the address says so too. */
  change(wish) {
    this.wish = wish;
    this.typed = wish.q;
    setQuery(queryOf(wish));
    return this.begin();
  }

  begin() {
    this.next = reader(this.wish);
    this.asked = BY_SCROLLING;
    this.reading = this.read([]);
    return this.reading;
  }

  async read(before) {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.loading = true;
    this.error = null;
    try {
      const page = await this.next(running.signal);
      await this.withConsents(page.customers, running.signal);
      if (this.running !== running) return;
      this.rows = [...before, ...page.customers];
      this.last = { ...page, looked: page.looked + (before.length > 0 ? this.last.looked : 0) };
    } catch (failure) {
      if (this.running !== running || running.signal.aborted) return;
      this.error = failure;
    }
    this.loading = false;
  }

  /** The column of consents costs a call a page, so only who shows it pays. */
  async withConsents(customers, signal) {
    if (!columnsOf(this.wish).some((column) => column.id === "consent")) return;
    const agreed = await agreeing(customers, this.wish.consent.replace(/^not_/, "") || "marketing_email", signal);
    customers.forEach((one) => { one.agreed = agreed.has(one.id); });
  }

  more() {
    this.asked = this.rows.length + BY_SCROLLING;
    return this.read(this.rows);
  }

  scrolled() {
    if (this.last?.more && !this.loading && !this.error && this.rows.length < this.asked && this.rows.length > 0) this.read(this.rows);
  }

  render() {
    return html`<div class="page-head"><h1>${t("customers.title")}</h1>
        <div class="row">${config.links.customer_new
          ? html`<a class="button primary" href=${config.links.customer_new}>${icon("plus-lg")}${t("customers.new")}</a>` : nothing}
          ${narrow.matches ? nothing : html`<c360-customer-display .wish=${this.wish} @display=${() => this.begin()}></c360-customer-display>`}</div></div>
      <search class="stack customers-search">${this.searchBox()}
        <c360-customer-filters .wish=${this.wish} @wish=${(event) => this.change(event.detail)}></c360-customer-filters></search>
      ${this.recent()}
      <p class="small quiet customers-count" role="status">${this.count()}</p>
      ${this.last && !this.last.complete ? notice("info", t("customers.incomplete", { percent: this.last.percent })) : nothing}
      ${this.list()}
      <div class="customers-end"></div>`;
  }

  searchBox() {
    return html`<div class="search-field ${this.loading ? "busy" : ""}">${icon("search")}
      <label class="visually-hidden" for="customer-search">${t("customers.search")}</label>
      <input class="input" id="customer-search" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength="200"
        aria-keyshortcuts="/" placeholder=${t("customers.search.hint")} .value=${this.typed} @input=${this.type} @keydown=${this.searchKey} /></div>`;
  }

  type(event) {
    this.typed = event.target.value;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.find(), PAUSE_MS);
  }

  /** Searches for what is typed; ends when what it finds is there. */
  find() {
    clearTimeout(this.pause);
    const q = this.typed.trim();
    this.short = q !== "" && !isSearchable(q);
    if (this.short) return this.requestUpdate();
    return q === this.wish.q ? this.reading : this.change({ ...this.wish, q, risk: "" });
  }

  async searchKey(event) {
    if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      await this.find();
      await this.updateComplete;
      this.move(1, -1);
    } else if (event.key === "Escape" && this.typed) {
      event.preventDefault();
      this.typed = "";
      this.find();
    }
  }

  recent() {
    const customers = this.wish.q || filterCount(this.wish) ? [] : recentCustomers();
    return customers.length === 0 ? nothing : html`<nav class="row recent" aria-label=${t("customers.recent")}>
      <span class="small quiet">${icon("clock-history")} ${t("customers.recent")}</span>
      ${customers.map((one) => html`<a class="chip" href="/customers/${one.id}/360"><span class="truncate">${one.name}</span></a>`)}</nav>`;
  }

  count() {
    if (this.short) return t("customers.search.short");
    if (this.rows === null || this.error) return nothing;
    const count = this.rows.length;
    if (this.last.more) return this.wish.consent ? t("customers.count.looked", { count, looked: this.last.looked }) : t("customers.count.more", { count });
    return t("customers.count", { count });
  }

  list() {
    if (this.error?.status === 400 && this.wish.q) return emptyState(this.error.of("q") ?? errorText(this.error), "", "search");
    if (this.error && !this.rows?.length) return errorState(this.error, () => this.begin());
    if (this.rows === null) return skeleton(10);
    if (this.rows.length === 0 && !this.last.more) return this.nobody();
    const wish = { ...this.wish };
    return html`<div class="customers-list" aria-busy=${this.loading ? "true" : "false"} @keydown=${this.listKey} @focusin=${(event) => { this.opened = event.target.getAttribute("href"); }}>
        ${narrow.matches ? customerCards(this.rows, wish) : customerTable(this.rows, wish, (sort) => this.change({ ...this.wish, sort }))}</div>
      ${this.error ? errorState(this.error, () => this.read(this.rows), { small: true }) : nothing}
      ${this.last.more ? html`<div class="row customers-more"><button type="button" class="button" ?disabled=${this.loading} @click=${this.more}>
        ${t(this.loading ? "common.loading" : "customers.more")}</button></div>` : nothing}`;
  }

  nobody() {
    const narrowed = this.wish.q || filterCount(this.wish) > 0;
    return emptyState(t(narrowed ? "customers.none.found" : "customers.none"), narrowed ? t("customers.none.hint") : "", "people",
      filterCount(this.wish) ? html`<button type="button" class="button" @click=${() => this.change(unfiltered(this.wish))}>${t("customers.clear")}</button>` : nothing);
  }

  updated() {
    const end = this.querySelector(".customers-end");
    this.watcher.unobserve(end);
    this.watcher.observe(end);
  }

  links() {
    return [...this.querySelectorAll(".customers-list a.open")];
  }

  /** Moves the focus by so many customers from one, or from the one that has it; before the first is the search. */
  move(by, from = this.links().indexOf(document.activeElement)) {
    const links = this.links();
    const to = from + by;
    if (to < 0) return this.querySelector("#customer-search").focus();
    const link = links[Math.min(to, links.length - 1)];
    link?.focus({ preventScroll: true });
    link?.closest("tr, li").scrollIntoView({ block: "nearest" });
    if (to >= links.length - 3) this.scrolled();
  }

  listKey(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? (isShortcut(event) ? { j: 1, k: -1 }[event.key] : undefined);
    if (by === undefined || !event.target.matches("a.open")) return;
    event.preventDefault();
    this.move(by);
  }

  key(event) {
    if (!isShortcut(event) || document.querySelector("dialog[open]")) return;
    if (event.key === "/") {
      event.preventDefault();
      this.querySelector("#customer-search").select();
    } else if (event.key === "j" && !this.contains(document.activeElement)) {
      event.preventDefault();
      this.move(1, -1);
    }
  }
}
customElements.define("c360-customers", Customers);

export const title = () => t("customers.title");
export const view = (query) => (may("profile.search") ? html`<c360-customers .query=${query}></c360-customers>` : emptyState(t("common.error.forbidden"), "", "lock"));
