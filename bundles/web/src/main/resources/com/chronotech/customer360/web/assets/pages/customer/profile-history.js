// What was changed in a profile, newest first, each with its way back.
import { html, nothing } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { moment } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { may } from "../../lib/session.js";
import { icon } from "../../ui/icon.js";
import { emptyState } from "../../ui/states.js";
import { toastError } from "../../ui/toast.js";
import { label, say } from "./profile-fields.js";

const PAGE = 10;

/** `customer`, `zone`, and `revert(set)`, which takes one back. */
class ProfileHistory extends Element {
  static properties = { customer: {}, zone: {}, revert: { attribute: false }, older: { state: true } };

  constructor() {
    super();
    this.older = [];
    this.loader = new Loader(this, async (signal) => (await this.page(null, signal)));
  }

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  async page(cursor, signal) {
    return (await get(`/customers/${this.customer}/profile/changes`, { cursor, per_page: PAGE }, { signal })).data;
  }

  async refresh() {
    await this.loader.reload();
    this.older = [];
    this.next = this.loader.value?.next_cursor;
  }

  async more() {
    try {
      const page = await this.page(this.next);
      this.next = page.next_cursor;
      this.older = [...this.older, ...page.changes];
    } catch (error) {
      toastError(error);
    }
  }

  render() {
    return html`<section class="card" aria-labelledby="profile-history">
      <header><h2 id="profile-history">${t("profile.history")}</h2></header>
      ${this.loader.view(({ changes }) => (changes.length ? html`
        <ol class="history">${[...changes, ...this.older].map((set) => this.set(set))}</ol>
        ${this.next ? html`<button type="button" class="button small no-print" @click=${this.more}>${icon("chevron-down")}${t("profile.history.more")}</button>` : nothing}`
        : emptyState(t("profile.history.none"), t("profile.history.none.text"), "clock-history")))}
    </section>`;
  }

  set(set) {
    const who = set.outside ? t("profile.history.outside") : set.actor_name ?? t("profile.history.system");
    return html`<li>
      <div class="row row-between"><p><span class="strong">${who}</span> <time class="quiet" datetime=${set.changed_at}>${moment(set.changed_at, this.zone)}</time>
        ${set.reverts ? html`<span class="badge">${icon("arrow-counterclockwise")}${t("profile.history.reverts")}</span>` : nothing}</p>
        ${may("profile.write") ? html`<button type="button" class="button small plain no-print" @click=${() => this.revert(set)}>${icon("arrow-counterclockwise")}${t("profile.revert")}
          <span class="visually-hidden">${t("profile.revert.of", { when: moment(set.changed_at, this.zone) })}</span></button>` : nothing}</div>
      ${set.reason ? html`<p class="small quiet">${t("profile.history.reason", { reason: set.reason })}</p>` : nothing}
      <dl class="facts small">${set.fields.map((change) => html`<dt>${label(change.field)}</dt>
        <dd><del>${say(change.field, change.old)}</del> <span aria-hidden="true">→</span> <ins>${say(change.field, change.new)}</ins></dd>`)}</dl>
    </li>`;
  }
}
customElements.define("c360-profile-history", ProfileHistory);
