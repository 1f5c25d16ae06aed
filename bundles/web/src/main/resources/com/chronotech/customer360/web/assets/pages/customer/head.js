// The head of a customer: who it is, what stands, how to reach them.
import { html, nothing } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";
import { hostLink, telLink } from "../../lib/links.js";
import { may } from "../../lib/session.js";
import { icon } from "../../ui/icon.js";
import { notice, skeleton } from "../../ui/states.js";
import { emailDialog } from "./email.js";
import { whyDialog } from "./segments.js";

const LEVELS = { normal: ["", "shield-check"], restreint: ["warn", "shield-exclamation"], confidentiel: ["bad", "shield-lock"] };

/** `customer`, an id; `profile`, once it is there; `figures`, drawn; `purposes`, how consent to each stands, where that is known. */
class CustomerHead extends Element {
  static properties = { customer: {}, profile: { attribute: false }, figures: { attribute: false }, purposes: { attribute: false } };

  constructor() {
    super();
    this.consents = new Loader(this, async (signal) => (await get(`/api/customer360/${this.customer}/consents`, {}, { signal })).data.gdpr_status);
  }

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  refresh() {
    if (may("consents.read")) this.consents.reload();
  }

  render() {
    return html`<section class="card customer-head" aria-label=${t("customer.head")}>
      ${this.profile ? this.who(this.profile) : html`<h1 class="visually-hidden">${t("customer.title")}</h1>${skeleton(3)}`}
      ${this.figures}
      ${this.profile?.privacy_level === "confidentiel" ? notice("bad", html`<span class="strong">${t("customer.confidential")}</span> ${t("customer.confidential.text")}`) : nothing}
    </section>`;
  }

  who(profile) {
    const name = profile.name || profile.company || t("customer.number", { id: this.customer });
    const place = [profile.city, profile.province].filter(Boolean).join(", ");
    return html`<div class="customer-who">
      <span class="avatar" aria-hidden="true">${initials(name)}</span>
      <div class="stack stack-1 grow">
        <h1>${name}</h1>
        <p class="customer-line">${[profile.company !== name && profile.company, place, t("customer.number", { id: this.customer })].filter(Boolean)
          .map((part, at) => html`${at ? html` <span aria-hidden="true">·</span> ` : nothing}<span>${part}</span>`)}</p>
        ${this.reach(profile)}
        <div class="row customer-badges">${this.privacy(profile)}${this.consentBadge()}${this.noContact(profile)}${this.active(profile)}${this.segments(profile)}</div>
      </div>
      <div class="row customer-actions no-print">
        ${may("communications.send") && profile.email ? html`<button type="button" class="button primary" @click=${() => this.write(profile)}>${icon("envelope")}${t("customer.email.open")}</button>` : nothing}
        <a class="button" href="/customers/${this.customer}/timeline">${icon("clock-history")}${t("customer.timeline")}</a>
        ${may("consents.read") ? html`<a class="button" href="/customers/${this.customer}/consents">${icon("shield-check")}${t("customer.consents")}</a>` : nothing}
        ${this.hostPage()}
      </div>
    </div>`;
  }

  reach(profile) {
    const ways = [
      ...[profile.phone, profile.mobile].filter((number, at, all) => number && all.indexOf(number) === at)
        .map((number, at) => html`<a href=${telLink(number)}>${icon(at || !profile.phone ? "phone" : "telephone")}<span class="visually-hidden">${t("customer.call")} </span>${number}</a>`),
      profile.email ? html`<a href="mailto:${profile.email}">${icon("envelope")}<span class="visually-hidden">${t("customer.mailto")} </span>${profile.email}</a>` : nothing,
    ];
    return html`<div class="customer-reach">${ways}</div>`;
  }

  privacy({ privacy_level: level }) {
    const read = level in LEVELS ? level : "confidentiel";
    const [kind, symbol] = LEVELS[read];
    return html`<span class="badge ${kind}">${icon(symbol)}${t(`customer.privacy.${read}`)}</span>`;
  }

  consentBadge() {
    const status = this.consents.value;
    if (!status) return nothing;
    return html`<a class="badge ${status.compliant ? "ok" : "warn"}" href="?tab=consents">${icon(status.compliant ? "check-circle" : "exclamation-triangle")}${status.compliant
      ? t("customer.consents.fine") : t("customer.consents.issues", { count: status.issues.length })}</a>`;
  }

  noContact(profile) {
    return profile.preferred_contact_channel === "none" ? html`<span class="badge warn">${icon("x-circle")}${t("customer.no_contact")}</span>` : nothing;
  }

  active(profile) {
    return profile.is_active === false ? html`<span class="badge">${t("customer.inactive")}</span>` : nothing;
  }

  segments(profile) {
    return [
      ...profile.segments.map((label) => html`<span class="badge brand" title=${t("customer.segment.by_hand")}>${icon("tag")}${label}</span>`),
      ...profile.rule_segments.map((segment) => html`<button type="button" class="badge brand" @click=${() => whyDialog(segment, profile.timezone)}>
        ${icon("lightning-charge")}${segment.label}<span aria-hidden="true"> ?</span><span class="visually-hidden"> ${t("customer.segment.ask")}</span></button>`),
    ];
  }

  hostPage() {
    const link = hostLink("customer", { customer: this.customer });
    return link ? html`<a class="button" href=${link} target="_blank" rel="noopener">${icon("box-arrow-up-right")}${t("customer.host")}<span class="visually-hidden"> ${t("common.new_window")}</span></a>` : nothing;
  }

  write(profile) {
    emailDialog(this.customer, profile, this.purposes);
  }
}
customElements.define("c360-customer-head", CustomerHead);

const initials = (name) => {
  const words = name.split(/[\s\-']+/u).filter((word) => /^\p{L}/u.test(word));
  return ((words[0]?.[0] ?? "#") + (words.length > 1 ? words.at(-1)[0] : "")).toUpperCase();
};
