// A customer's activities: the page of the timeline and, in a shorter form, the Activity tab of the client page.
import { html, nothing, repeat } from "../../vendor/lit.js";
import { address, get } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { isoDay, number } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { follow } from "../../lib/live.js";
import { setQuery } from "../../lib/router.js";
import { may } from "../../lib/session.js";
import { icon } from "../../ui/icon.js";
import { emptyState, errorState, errorText, notice, skeleton } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import "../../ui/menu.js";
import { byDay, dayName } from "./days.js";
import { Feed } from "./feed.js";
import { filterFields, resultLine, typeChips } from "./filters.js";
import { row } from "./row.js";
import { belongs, filtersOf, narrowed } from "./types.js";

const FORMATS = ["csv", "json", "ndjson"];
const WORDS_WAIT_MS = 300;
const LOST_MS = 8_000;
const AHEAD = "1600px 0px";

class Timeline extends Element {
  static properties = {
    customer: {}, zone: {}, compact: { type: Boolean }, query: { attribute: false }, head: { attribute: false },
    filters: { state: true }, start: { state: true }, waiting: { state: true }, said: { state: true }, lost: { state: true },
  };

  constructor() {
    super();
    this.waiting = 0;
    this.said = "";
    this.expanded = new Set();
    this.fresh = new Set();
    this.totals = new Loader(this, async (signal) => (await get(`/customers/${this.customer}/timeline/totals`, {}, { signal })).data);
  }

  connectedCallback() {
    super.connectedCallback();
    this.filters ??= filtersOf(this.query ?? new URLSearchParams());
    this.start ??= this.query?.get("at") ?? "";
    this.feed ??= new Feed(this.customer, { changed: () => this.requestUpdate(), keep: (change) => this.keep(change) });
    this.stopFollowing = follow(this.customer, (what) => this.hear(what));
    this.feed.open(this.filters, this.start);
    this.totals.reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopFollowing();
    this.feed.stop();
    this.edges?.disconnect();
    clearTimeout(this.soon);
    clearTimeout(this.losing);
  }

  /** Another address of the same page. */
  willUpdate(changed) {
    if (!changed.get("query")) return;
    this.filters = filtersOf(this.query);
    this.start = this.query.get("at") ?? "";
    this.reopen();
  }

  render() {
    const { feed, filters } = this;
    const refused = feed.failed?.error.status === 400 ? feed.failed.error : null;
    return html`${this.head?.(this.actions()) ?? nothing}<div class="timeline ${this.compact ? "compact" : ""}">
      <div class="stack">
        <div class="row row-between">${typeChips(filters, this.totals.value, (change) => this.choose(change))}${this.head ? nothing : this.actions()}</div>
        ${this.compact ? nothing : html`<details class="timeline-more" ?open=${matchMedia("(min-width: 48rem)").matches || undefined}>
          <summary class="small strong">${t("timeline.filters")}</summary>
          ${filterFields(this, filters, (change, slowly) => this.choose(change, slowly), refused)}</details>`}
        ${this.compact ? nothing : html`<p class="quiet small keys-hint">${t("timeline.keys")}</p>`}
        ${feed.failed ? nothing : resultLine(feed, filters, () => this.clear())}
      </div>
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.lost ? notice("warn", t("timeline.lost")) : nothing}
      ${this.waiting || (feed.ready && !feed.atNewest && !feed.failed) ? html`<div class="timeline-fresh"><button type="button" class="button ${this.waiting ? "primary" : ""}" @click=${() => this.showNewest()}>
        ${icon("arrow-up")}${this.waiting ? t("timeline.new", { count: this.waiting }) : t("timeline.newest")}</button></div>` : nothing}
      <div class="timeline-list" aria-busy=${feed.loading === "open" ? "true" : "false"} @keydown=${this.keys}>${this.body()}</div>
    </div>`;
  }

  actions() {
    const query = { ...this.filters };
    const files = FORMATS.map((format) => ({
      label: t(`timeline.export.${format}`), icon: "download", download: "", href: address(`/customers/${this.customer}/timeline/export`, { ...query, format }),
    }));
    return html`<div class="row timeline-actions">
      ${this.compact ? html`<a class="button small" href=${address(`/customers/${this.customer}/timeline`, query)}>${icon("clock-history")}${t("timeline.whole")}</a>`
        : html`<label class="row small" for="timeline-jump"><span class="strong">${t("timeline.jump")}</span>
          <input class="input timeline-jump" id="timeline-jump" type="date" max="9998-12-31" .value=${this.start} @change=${(event) => this.jump(event.target.value)} /></label>`}
      ${may("timeline.export") && !this.compact ? html`<c360-menu .label=${t("timeline.export")} .symbol=${"download"} .items=${files}></c360-menu>` : nothing}
      ${may("timeline.write") ? html`<button type="button" class="button primary ${this.compact ? "small" : ""}" @click=${this.write}>${icon("plus-lg")}${t("timeline.note.new")}</button>` : nothing}
    </div>`;
  }

  body() {
    const { feed } = this;
    if (feed.failed?.error.status === 400) return this.refused(feed.failed.error);
    if (feed.failed?.way === "open") return errorState(feed.failed.error, () => feed.again());
    if (!feed.ready) return skeleton(10);
    if (feed.held() === 0 && !feed.loading) return this.nothingThere();
    return html`
      <div class="timeline-edge" data-edge="newer">${this.edge("newer")}</div>
      ${repeat(byDay(feed.items, this.zone), ([date]) => date, ([date, items]) => html`<section class="timeline-day" aria-label=${dayName(date, this.zone)}>
        <h2 class="timeline-date">${dayName(date, this.zone)}</h2>
        <ol class="activities">${repeat(items, (item) => item.id, (item) => row(item, this.view))}</ol></section>`)}
      <div class="timeline-edge" data-edge="older">${this.edge("older")}</div>
      ${feed.atOldest ? html`<p class="quiet small timeline-end">${t("timeline.beginning")}</p>` : nothing}`;
  }

  edge(way) {
    const { failed, loading } = this.feed;
    if (failed?.way === way) return errorState(failed.error, () => this.feed.again(), { small: true });
    // above, it would push down what one looks at
    return loading === way && way === "older" ? skeleton(3) : nothing;
  }

  refused(error) {
    const faults = error.errors.map((fault) => fault.message).join(" ");
    return emptyState(errorText(error), faults, "funnel", this.clearButton());
  }

  clearButton() {
    return html`<button type="button" class="button" @click=${() => this.clear()}>${t("timeline.clear")}</button>`;
  }

  async clear() {
    this.choose(filtersOf(new URLSearchParams()));
    await this.updateComplete;
    this.querySelector(".chip").focus({ preventScroll: true });
  }

  nothingThere() {
    return narrowed(this.filters)
      ? emptyState(t("timeline.none_found"), t("timeline.none_found.text"), "funnel", this.clearButton())
      : emptyState(t("timeline.none"), t("timeline.none.text"), "clock-history");
  }

  get view() {
    return { zone: this.zone, expanded: this.expanded, fresh: this.fresh, toggle: (id) => this.toggle(id) };
  }

  updated() {
    this.edges ??= new IntersectionObserver((seen) => seen.forEach((one) => one.isIntersecting && this.reach(one.target.dataset.edge)), { rootMargin: AHEAD });
    if (this.feed.loading) return;
    // observing anew asks again whether an end is near, which it still may be after a page has come
    this.edges.disconnect();
    this.querySelectorAll("[data-edge]").forEach((edge) => this.edges.observe(edge));
  }

  reach(way) {
    if (!this.feed.failed) this.feed[way]();
  }

  /** Changes what is drawn above or below while what one looks at stays where it is on the screen. */
  async keep(change) {
    const seen = this.ended ? null : [...this.querySelectorAll(".activity")].find((item) => item.getBoundingClientRect().bottom > 120);
    const top = seen?.getBoundingClientRect().top;
    change();
    this.requestUpdate();
    await this.updateComplete;
    if (seen?.isConnected) window.scrollBy({ top: seen.getBoundingClientRect().top - top, behavior: "instant" });
  }

  toggle(id) {
    if (!this.expanded.delete(id)) this.expanded.add(id);
    this.requestUpdate();
  }

  /** Asks for something else; words are waited for until typing pauses. */
  choose(change, slowly = false) {
    this.filters = { ...this.filters, ...change };
    clearTimeout(this.soon);
    if (slowly) this.soon = setTimeout(() => this.reopen(), WORDS_WAIT_MS);
    else this.reopen();
  }

  async jump(date) {
    this.start = date;
    await this.reopen();
  }

  async reopen() {
    this.waiting = 0;
    this.heard?.clear();
    this.expanded.clear();
    if (!this.compact) setQuery({ ...this.filters, at: this.start });
    this.ended = true;
    await this.feed.open(this.filters, this.start);
    this.ended = false;
    if (this.feed.total !== null) this.said = t("timeline.found", { count: this.feed.total, shown: number(this.feed.total) });
    const list = this.querySelector(".timeline-list");
    if (this.start || list.getBoundingClientRect().top < 0) this.querySelector(".timeline-date, .state")?.scrollIntoView({ block: "start", behavior: "instant" });
  }

  async showNewest() {
    this.start = "";
    await this.reopen();
    window.scrollTo({ top: 0, behavior: "instant" });
    this.querySelector(".activity-title")?.focus({ preventScroll: true });
  }

  hear({ activity, state, reset }) {
    if (reset) this.reopen();
    else if (activity) this.arrive(activity);
    else if (state) this.connection(state);
  }

  /** A connection that comes back at once is nobody's concern; one that stays away is told. */
  connection(state) {
    if (state === "lost") {
      this.losing ??= setTimeout(() => { this.lost = true; }, LOST_MS);
      return;
    }
    clearTimeout(this.losing);
    this.losing = null;
    this.lost = false;
    this.catchUp();
  }

  /** What was recorded between the first page, or the loss of the stream, and its opening. */
  async catchUp() {
    if (!this.feed.atNewest) return;
    const { data } = await get(`/customers/${this.customer}/timeline`, { ...this.filters, per_page: 20 }).catch(() => ({ data: { activities: [] } }));
    data.activities.filter((one) => !this.feed.holds(one.id) && Date.parse(one.created_at) >= Date.parse(this.feed.items[0]?.created_at ?? 0)).reverse().forEach((one) => this.arrive(one));
  }

  arrive(activity) {
    const { feed } = this;
    if (!feed.ready) return;
    if (feed.holds(activity.id)) {
      feed.insert(activity);
      this.requestUpdate();
      return;
    }
    this.heard ??= new Set();
    if (this.heard.has(activity.id)) return;
    this.count(activity.activity_type);
    if (!belongs(activity, this.filters, isoDay(activity.created_at, this.zone))) return;
    if (feed.atNewest && this.atTop() && feed.insert(activity)) {
      this.fresh.clear();
      this.fresh.add(activity.id);
      this.said = t("timeline.arrived", { title: activity.title });
      this.requestUpdate();
      return;
    }
    this.heard.add(activity.id);
    this.waiting = this.heard.size;
    this.said = t("timeline.new", { count: this.waiting });
  }

  count(type) {
    const totals = this.totals.value;
    if (totals) this.totals.value = { ...totals, total: totals.total + 1, totals: { ...totals.totals, [type]: (totals.totals[type] ?? 0) + 1 } };
  }

  atTop() {
    const first = this.querySelector(".activity");
    return !first || first.getBoundingClientRect().top > 0;
  }

  async write() {
    const { writeNote } = await import("./note.js");
    const recorded = await writeNote(this.customer);
    if (!recorded) return;
    toast(t("timeline.note.saved"));
    if (this.feed.atNewest && belongs(recorded, this.filters, isoDay(recorded.created_at, this.zone))) {
      this.arrive(recorded);
      if (this.waiting) this.showNewest();
    }
  }

  /** j and k go from row to row while one is in the list; Enter opens, since each row's title is a button. */
  keys(event) {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const titles = [...this.querySelectorAll(".activity-title")];
    const at = titles.findIndex((title) => title.closest(".activity").contains(document.activeElement));
    const next = titles[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}
customElements.define("c360-timeline", Timeline);
