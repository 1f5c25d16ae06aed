// A customer's consents: the page, and in a shorter form the Consents tab of the client page.
import { html, nothing } from "../../vendor/lit.js";
import { get, post } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { moment } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { newKey } from "../../lib/key.js";
import { follow } from "../../lib/live.js";
import { setQuery } from "../../lib/router.js";
import { may } from "../../lib/session.js";
import { icon } from "../../ui/icon.js";
import { errorState, notice } from "../../ui/states.js";
import { toast, toastError } from "../../ui/toast.js";
import "./as-of.js";
import { inForce, purposeCard } from "./card.js";
import "./history.js";
import "./ledger.js";
import { PURPOSES } from "./words.js";

const QUIET_MS = 300;
const SETTLE_MS = 3_000;

class Consents extends Element {
  static properties = {
    customer: {}, zone: {}, language: {}, compact: { type: Boolean }, query: { attribute: false }, asOf: { state: true }, busy: { state: true }, said: { state: true },
  };

  constructor() {
    super();
    this.said = "";
    this.now = new Loader(this, async (signal) => (await get(`/api/customer360/${this.customer}/consents`, {}, { signal })).data);
    this.then = new Loader(this, async (signal, at) => (await get(`/customers/${this.customer}/consents`, { as_of: at }, { signal })).data);
    this.history = new Loader(this, async (signal) => (await get(`/customers/${this.customer}/consents/history`, {}, { signal })).data.history);
    this.notices = new Loader(this, async (signal) => (await get("/api/customer360/notices", {}, { signal })).data.notices);
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = may("timeline.read") ? follow(this.customer, (what) => this.hear(what)) : () => {};
    if (this.now.value) return;
    this.refresh();
    const at = this.compact ? null : this.query?.get("as_of");
    if (at && !Number.isNaN(Date.parse(at))) this.see(at);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
    clearTimeout(this.soon);
    clearTimeout(this.settled);
  }

  willUpdate(changed) {
    if (changed.get("query")) this.see(this.query.get("as_of"));
  }

  refresh() {
    if (!this.notices.value) this.notices.reload();
    this.now.reload();
    if (!this.compact) this.history.reload();
    this.querySelector("c360-ledger")?.verify();
  }

  /** Buttons change with the state of a purpose: whoever pressed one that goes is led on from its card. */
  settle(type) {
    this.settling = type;
    clearTimeout(this.settled);
    this.settled = setTimeout(() => { this.settling = null; }, SETTLE_MS);
    this.refresh();
  }

  updated() {
    if (!this.settling || this.now.loading || document.activeElement !== document.body) return;
    this.querySelector(`[aria-labelledby="purpose-${this.settling}"] .actions button:last-of-type`)?.focus({ preventScroll: true });
    this.settling = null;
  }

  /** What others do to the same customer shows at once. */
  hear({ activity, reset }) {
    if (reset || activity?.activity_type === "consent") this.refresh();
  }

  render() {
    return html`<p class="visually-hidden" role="status">${this.said}</p>
      ${this.now.view((now) => html`<div class="consents ${this.compact ? "compact" : ""}">
        ${this.issues(now.gdpr_status)}
        ${this.compact ? nothing : html`<c360-as-of .zone=${this.zone} .at=${this.asOf} .history=${this.history.value ?? []} .choose=${(at) => this.see(at)}></c360-as-of>`}
        ${this.cards(now)}
        ${this.compact ? html`<p class="row"><a class="button small" href="/customers/${this.customer}/consents">${icon("clock-history")}${t("consents.whole")}</a></p>` : this.below()}
      </div>`, { lines: 12 })}`;
  }

  issues(gdpr) {
    if (this.asOf) return nothing;
    if (!gdpr || gdpr.compliant) return this.compact ? nothing : notice("ok", t("consents.sound"));
    return notice("warn", html`<p class="strong">${t("consents.issues", { count: gdpr.issues.length })}</p><ul>${gdpr.issues.map((issue) => html`<li>${issue.message}</li>`)}</ul>`);
  }

  cards(now) {
    if (this.asOf && this.then.error) return errorState(this.then.error, () => this.then.reload(this.asOf));
    const shown = this.asOf ? (this.then.value ?? now) : now;
    const by = new Map(shown.consents.map((consent) => [consent.consent_type, consent]));
    const known = [...PURPOSES.filter((type) => by.has(type)), ...[...by.keys()].filter((type) => !PURPOSES.includes(type))];
    const issue = (type) => (this.asOf ? null : now.gdpr_status?.issues.find((one) => one.consent_type === type));
    return html`<div class="consent-cards" aria-busy=${this.asOf && this.then.loading ? "true" : "false"}>${known.map((type) => purposeCard(by.get(type), {
      zone: this.zone, notices: this.notices.value, writable: !this.asOf && may("consents.write"), issue: issue(type), busy: this.busy,
      grant: (purpose) => this.decide(purpose, true), refuse: (purpose) => this.decide(purpose, false),
      revoke: (consent) => this.revoke(consent), receipt: this.asOf ? null : (purpose) => this.receipt(purpose),
    }))}</div>`;
  }

  below() {
    return html`${may("ledger.verify") ? html`<c360-ledger .customer=${this.customer} .zone=${this.zone} .history=${this.history.value}></c360-ledger>` : nothing}
      <section class="stack" aria-labelledby="consent-history"><h2 id="consent-history">${t("consents.history")}</h2>
        ${this.history.view((history) => html`<c360-consent-history .history=${history} .zone=${this.zone} .notices=${this.notices.value} .see=${(at) => this.goTo(at)}></c360-consent-history>`)}</section>`;
  }

  /** Shows how everything stood at an instant; null for now. */
  see(at) {
    this.asOf = at;
    setQuery({ as_of: at });
    clearTimeout(this.soon);
    if (!at) {
      this.said = t("consents.asof.now");
      return;
    }
    this.soon = setTimeout(async () => {
      await this.then.reload(at);
      if (this.asOf === at) this.said = t("consents.asof.shown", { when: moment(at, this.zone) });
    }, this.then.value ? QUIET_MS : 0);
  }

  /** From the history: shows that instant, and goes to where it is told. */
  async goTo(at) {
    this.see(at);
    await this.updateComplete;
    const clock = this.querySelector("c360-as-of");
    clock.scrollIntoView({ block: "start" });
    clock.querySelector("input[type=range]")?.focus({ preventScroll: true });
  }

  async decide(type, granted) {
    if (!this.notices.value) await this.notices.reload();
    if (!this.notices.value) return toastError(this.notices.error);
    const { askConsent } = await import("./form.js");
    const answer = await askConsent({ customer: this.customer, type, granted, zone: this.zone, language: this.language, notice: inForce(type, this.notices.value) });
    if (answer) this.recorded(answer, granted ? "consents.granted" : "consents.refused");
  }

  /** One click; what it takes to undo is said when one wants to. */
  async revoke(consent) {
    if (this.busy) return;
    this.busy = true;
    try {
      const { data } = await post(`/customers/${this.customer}/consents/${consent.consent_type}/revoke`, { source: "client_360" }, { key: newKey() });
      this.settle(consent.consent_type);
      toast(t("consents.revoked", { purpose: t(`consents.purpose.${consent.consent_type}`) }), { action: { label: t("consents.undo"), run: () => this.undo(consent, data.consent) } });
    } catch (error) {
      toastError(error);
    } finally {
      this.busy = false;
    }
  }

  async undo(consent, withdrawal) {
    const { askUndo } = await import("./undo.js");
    if (!this.history.value) await this.history.reload();
    const guardian = this.history.value?.find((version) => version.record_id === consent.record_id)?.guardian;
    const answer = await askUndo({ customer: this.customer, consent, withdrawal, guardian, notices: this.notices.value });
    if (answer === "form") this.decide(consent.consent_type, true);
    else if (answer) this.recorded(answer, "consents.restored");
  }

  recorded(answer, text) {
    const { consent_type: type, version } = answer.consent;
    this.settle(type);
    toast(answer.unchanged ? t("consents.unchanged") : t(text, { purpose: t(`consents.purpose.${type}`), version }));
  }

  async receipt(type) {
    const { showReceipt } = await import("./receipt.js");
    showReceipt(this.customer, type, this.zone);
  }
}
customElements.define("c360-consents", Consents);
