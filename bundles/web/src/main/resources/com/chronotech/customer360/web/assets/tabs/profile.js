// The profile: six fields changed in place, the host's own beside them, and every change with its way back.
import { html, nothing } from "../vendor/lit.js";
import { get, patch, post } from "../lib/api.js";
import { Loader } from "../lib/element.js";
import { day, moment } from "../lib/format.js";
import { loadTexts, t } from "../lib/i18n.js";
import { may } from "../lib/session.js";
import { FIELDS, draw, label, ownValues, say } from "../pages/customer/profile-fields.js";
import "../pages/customer/profile-history.js";
import { icon } from "../ui/icon.js";
import "../ui/record-form.js";
import { SectionTab } from "../ui/section-tab.js";
import { notice } from "../ui/states.js";
import { toast, toastError } from "../ui/toast.js";

await loadTexts("profile");

/** The host's columns, by what they are about. */
const HOST = [
  ["name", "company", "customer_type", "status", "is_active"],
  ["email", "phone", "mobile", "preferred_contact_method", "address", "postal_code", "city", "province", "country", "zone"],
  ["payment_terms", "siret", "tax_number", "birth_date", "notes", "created_at", "updated_at"],
];

class ProfileTab extends SectionTab {
  static properties = { editing: { state: true } };

  constructor() {
    super();
    // the tag of the profile's own address is what a change is compared with
    this.loader = new Loader(this, async (signal) => this.read(signal));
  }

  async read(signal) {
    const { data, etag } = await get(`/customers/${this.customer}/profile`, {}, { signal });
    return { profile: data.profile, etag };
  }

  refresh() {
    this.querySelector("c360-profile-history")?.refresh();
    return super.refresh();
  }

  /** The history asks for itself, beside the profile. */
  render() {
    const { value } = this.loader;
    return html`<div class="profile-columns">
      <section class="card" aria-labelledby="profile-own">
        <header><h2 id="profile-own">${t("profile.own")}</h2>${value && may("profile.write") && !this.editing
          ? html`<button type="button" class="button small no-print" @click=${() => this.edit()}>${icon("pencil")}${t("common.edit")}</button>` : nothing}</header>
        ${this.loader.view(({ profile, etag }) => (this.editing ? this.form(profile, etag) : this.facts(profile)), { lines: 8 })}
      </section>
      <c360-profile-history .customer=${this.customer} .zone=${this.zone} .revert=${(set) => this.revert(set)}></c360-profile-history>
      ${value ? html`<section class="card profile-wide" aria-labelledby="profile-host">
        <header><h2 id="profile-host">${t("profile.host")}</h2><span class="small quiet">${icon("lock")} ${t("profile.host.readonly")}</span></header>
        <div class="profile-host">${HOST.map((names) => html`<dl class="facts">${names.map((name) => this.hostFact(value.profile, name))}</dl>`)}</div>
      </section>` : nothing}
    </div>`;
  }

  facts(profile) {
    return html`<dl class="facts">${FIELDS.map((name) => html`<dt>${label(name)}</dt><dd>${this.fact(profile, name)}</dd>`)}</dl>
      ${profile.changed_at ? html`<p class="small quiet">${t("profile.changed_at", { when: moment(profile.changed_at, this.zone) })}</p>` : nothing}`;
  }

  fact(profile, name) {
    if (!profile.available[name]) return html`<span class="quiet">${t("profile.no_column")}</span>`;
    const value = name === "segments" && profile.segments.length
      ? html`<span class="row">${profile.segments.map((one) => html`<span class="badge brand">${one}</span>`)}</span>` : say(name, profile[name]);
    const notes = html`${profile.by_default.includes(name) ? html` <span class="small quiet">${t("profile.by_default")}</span>` : nothing}
      ${name in profile.unreadable ? notice("warn", t("profile.unreadable", { stored: profile.unreadable[name] })) : nothing}`;
    return may("profile.write")
      ? html`<button type="button" class="in-place" data-field=${name} @click=${() => this.edit(name)}><span class="visually-hidden">${t("common.edit")} ${label(name)} : </span><span>${value}</span>${icon("pencil")}</button>${notes}`
      : html`${value}${notes}`;
  }

  hostFact(profile, name) {
    const value = profile[name];
    return html`<dt>${t(`profile.host.${name}`)}</dt><dd>${!profile.available[name] ? html`<span class="quiet">${t("profile.no_column")}</span>`
      : value === null || value === "" ? html`<span class="quiet">${t("profile.missing")}</span>` : this.hostValue(name, value)}</dd>`;
  }

  hostValue(name, value) {
    if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
    if (name === "created_at" || name === "updated_at") return moment(value, this.zone);
    if (name === "birth_date") return day(value);
    return name === "notes" ? html`<span class="pre">${value}</span>` : value;
  }

  edit(focus = null) {
    this.focus = focus;
    this.reason = "";
    this.editing = true;
  }

  form(profile, etag) {
    this.spec ??= {
      record: ownValues(profile),
      etag,
      focus: this.focus,
      label,
      say,
      draw: (form) => html`${draw(form, profile)}${form.text("reason", { label: t("profile.reason"), hint: t("profile.reason.hint") }, { maxlength: 500 })}`,
      read: async () => {
        const fresh = await this.read();
        return { record: ownValues(fresh.profile), etag: fresh.etag };
      },
      send: ({ reason, ...body }, sent) => this.send(body, reason, sent.etag),
    };
    return html`<c360-record-form .spec=${this.spec} .close=${(result) => this.closed(result)}></c360-record-form>`;
  }

  async send(body, reason, ifMatch) {
    if (!Object.keys(body).length) return { unchanged: true };
    const { data } = await patch(`/customers/${this.customer}/profile${reason ? `?reason=${encodeURIComponent(reason)}` : ""}`, body, { ifMatch });
    return { unchanged: data.unchanged, set: data.change_set };
  }

  async closed(result) {
    this.editing = false;
    this.spec = null;
    await this.updateComplete;
    this.querySelector(this.focus ? `[data-field="${this.focus}"]` : "#profile-own ~ button")?.focus();
    if (!result || result.unchanged) return;
    toast(result.merged ? t("common.conflict.merged") : t("profile.saved"), this.undo(result.set));
    await this.again();
  }

  undo(set) {
    return set ? { action: { label: t("common.undo"), run: () => this.revert(set) } } : {};
  }

  /** Takes a set of changes back; what comes of it is a set as well, and can be taken back. */
  async revert(set) {
    try {
      const { data } = await post(`/customers/${this.customer}/profile/changes/${set.id}/revert`);
      toast(t("profile.reverted"), this.undo(data.change_set));
      await this.again();
    } catch (error) {
      if (error.errors?.length) toast(t("profile.revert.later", { fields: error.errors.map((fault) => label(fault.field)).join(", ") }));
      else toastError(error);
    }
  }

  async again() {
    this.dispatchEvent(new CustomEvent("customer-changed", { bubbles: true }));
    await this.refresh();
  }
}
customElements.define("c360-tab-profile", ProfileTab);
