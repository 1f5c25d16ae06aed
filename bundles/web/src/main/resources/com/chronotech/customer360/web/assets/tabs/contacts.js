// The people to speak to.
import { html, nothing } from "../vendor/lit.js";
import { loadTexts, t } from "../lib/i18n.js";
import { telLink } from "../lib/links.js";
import { languageName, languageOptions } from "../lib/places.js";
import { icon } from "../ui/icon.js";
import "../ui/combobox.js";
import { RecordsTab } from "../ui/records-tab.js";
import { emptyState } from "../ui/states.js";

await loadTexts("contacts");

const ROLES = ["owner", "decision_maker", "billing", "accountant", "buyer", "service", "workshop", "reception", "driver"];
const roleName = (role) => (ROLES.includes(role) ? t(`contacts.role.${role}`) : role);
const FLAGS = ["opt_in_email", "opt_in_sms", "is_primary"];

class ContactsTab extends RecordsTab {
  get section() {
    return "contacts";
  }

  get kind() {
    return "contact";
  }

  get words() {
    return {
      add: t("contacts.add"), edit: t("contacts.edit"), added: t("contacts.added"), saved: t("contacts.saved"), deleted: t("contacts.deleted"),
      ask: (contact) => t("contacts.ask", { name: contact.name }),
    };
  }

  body({ contacts }) {
    if (!contacts.length) return html`<div class="card">${emptyState(t("contacts.none"), t("contacts.none.text"), "people", this.addButton())}</div>`;
    const sorted = [...contacts].sort((one, other) => other.is_primary - one.is_primary);
    return html`<div class="tab-head"><h2>${t("contacts.title")} <span class="count">${contacts.length}</span></h2>${this.addButton()}</div>
      <ul class="grid">${sorted.map((contact) => this.card(contact))}</ul>`;
  }

  card(contact) {
    return html`<li class="card record">
      <header><div class="row"><h3>${contact.name}</h3>${contact.is_primary ? html`<span class="badge brand">${icon("star")}${t("contacts.primary")}</span>` : nothing}</div>
        ${contact.role ? html`<span class="badge">${roleName(contact.role)}</span>` : nothing}</header>
      <ul class="stack stack-1">${this.number(contact, "phone", "telephone")}${this.number(contact, "mobile", "phone")}
        ${contact.email ? html`<li class="row">${icon("envelope")}<a href="mailto:${contact.email}">${contact.email}</a></li>` : nothing}
        ${contact.preferred_contact_hours ? html`<li class="row">${icon("clock")}<span>${contact.preferred_contact_hours}</span></li>` : nothing}
        ${contact.language_code ? html`<li class="row">${icon("translate")}<span>${languageName(contact.language_code)}</span></li>` : nothing}</ul>
      <p class="row">${this.optIn(contact.opt_in_email, t("contacts.opt_in_email"))}${this.optIn(contact.opt_in_sms, t("contacts.opt_in_sms"))}</p>
      ${contact.notes ? html`<p class="small pre quiet">${contact.notes}</p>` : nothing}
      ${this.warnings(contact.id)}
      <footer>${this.recordButtons(contact, contact.name)}</footer>
    </li>`;
  }

  /** As typed, and beside it as networks dial it, where that says more. */
  number(contact, name, symbol) {
    const typed = contact[name];
    const dialled = contact[`${name}_e164`];
    if (!typed) return nothing;
    return html`<li class="row">${icon(symbol)}<a href=${telLink(dialled ?? typed)}>${typed}</a>
      ${dialled && dialled !== typed ? html`<span class="small quiet num">${dialled}</span>` : nothing}</li>`;
  }

  optIn(yes, words) {
    return html`<span class="badge ${yes ? "ok" : ""}">${icon(yes ? "check2" : "x-lg")}${words}<span class="visually-hidden"> : ${t(yes ? "common.yes" : "common.no")}</span></span>`;
  }

  spec() {
    return {
      initial: { opt_in_email: false, opt_in_sms: false, is_primary: !this.loader.value.data.contacts.length },
      label: (name) => t(`contacts.field.${name}`),
      say: (name, value) => (FLAGS.includes(name) ? t(value ? "common.yes" : "common.no") : name === "role" && value ? roleName(value) : undefined),
      draw: (form) => this.form(form),
    };
  }

  form(form) {
    const label = (name, hint) => ({ label: t(`contacts.field.${name}`), hint });
    const dialled = (name) => {
      const known = form.record?.[`${name}_e164`];
      return known && form.value(name) === form.record[name] ? t("contacts.e164", { number: known }) : t("contacts.number_hint");
    };
    return html`<div class="form-grid">
        ${form.text("name", label("name"), { autocomplete: "off", required: true })}
        ${form.select("role", [["", t("common.none")], ...ROLES.map((role) => [role, roleName(role)])], label("role"))}
        ${form.text("phone", label("phone", dialled("phone")), { type: "tel" })}
        ${form.text("mobile", label("mobile", dialled("mobile")), { type: "tel" })}
        ${form.text("email", label("email"), { type: "email" })}
        ${form.own("language_code", label("language_code"), (id, described, invalid) => html`<c360-combobox .field=${id} .name=${"language_code"} .options=${languageOptions()}
          .value=${form.value("language_code") ?? ""} free .described=${described} .invalid=${invalid} .placeholder=${t("common.none")} .change=${(value) => form.set("language_code", value)}></c360-combobox>`)}
        ${form.text("preferred_contact_hours", { ...label("preferred_contact_hours", t("contacts.hours_hint")), wide: true }, { maxlength: 255 })}
        ${form.text("notes", { ...label("notes"), wide: true }, { rows: 3 })}
      </div>
      <fieldset class="stack stack-1"><legend>${t("contacts.permissions")}</legend>
        ${form.check("opt_in_email", t("contacts.field.opt_in_email"))}${form.check("opt_in_sms", t("contacts.field.opt_in_sms"))}
        <p class="small quiet">${t("contacts.opt_in_note")}</p></fieldset>
      ${form.check("is_primary", t("contacts.field.is_primary"), t("contacts.primary_hint"))}`;
  }
}
customElements.define("c360-tab-contacts", ContactsTab);
