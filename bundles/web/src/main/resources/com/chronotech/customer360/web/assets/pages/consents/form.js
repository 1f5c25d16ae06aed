// Recording a decision: for a grant the notice is shown first, whole, and nothing is ticked beforehand (P-39.1 s. 8.1, 14).
import { html, nothing } from "../../vendor/lit.js";
import { post } from "../../lib/api.js";
import { Element } from "../../lib/element.js";
import { language, t } from "../../lib/i18n.js";
import { newKey } from "../../lib/key.js";
import { instantOf } from "../../lib/zone.js";
import { openDialog } from "../../ui/dialog.js";
import { checkField, otherFaults, selectField, textField } from "../../ui/fields.js";
import { icon } from "../../ui/icon.js";
import { errorText, notice } from "../../ui/states.js";
import { Unsaved, askToLeave } from "../../ui/unsaved.js";
import { languageName } from "./words.js";

const SOURCES = ["counter", "counter_tablet", "telephone", "paper_form", "email", "web_form"];
const CHANNELS = ["email", "sms", "phone", "post"];
const SHOWN = ["source", "channel", "language", "notice_version", "occurred_at", "expires_at", "evidence", "birth_date", "guardian", "guardian.name", "guardian.relationship", "guardian.contact"];

class ConsentForm extends Element {
  static properties = { about: { attribute: false }, done: { attribute: false }, error: { state: true }, missing: { state: true }, busy: { state: true } };

  constructor() {
    super();
    new Unsaved(this, () => this.dirty());
  }

  connectedCallback() {
    super.connectedCallback();
    const languages = this.about.notice?.texts.map((text) => text.language) ?? [];
    this.key = newKey();
    this.sent = {
      read: false, source: "", other: "", channel: "", note: "", occurred: "", expires: "", minor: false, name: "", relationship: "", contact: "", birth: "",
      language: [this.about.language, language(), "fr-CA"].find((wished) => languages.includes(wished)) ?? languages[0] ?? "",
    };
  }

  dirty() {
    return Boolean(this.touched) && !this.recorded;
  }

  async leave() {
    if (!this.dirty() || (await askToLeave())) this.done();
  }

  set(change) {
    this.touched = true;
    this.sent = { ...this.sent, ...change };
    this.key = newKey();
    this.requestUpdate();
  }

  /** What is wrong with a field, by us or by the server. */
  of(field) {
    return this.missing?.[field] ?? this.error?.of?.(field) ?? null;
  }

  render() {
    const { granted, notice: shown } = this.about;
    if (granted && !shown) return notice("warn", t("consents.form.no_notice"));
    return html`<form class="stack stack-4" novalidate @submit=${this.save}>
      <div role="alert">${this.error ? notice("bad", html`<p>${errorText(this.error)}</p>${otherFaults(this.error, SHOWN)}`) : nothing}</div>
      ${granted ? this.notice(shown) : html`<p>${t("consents.form.refusal")}</p>`}
      <div class="form-grid">
        ${selectField(this, "source", this.sent.source, [["", t("consents.form.choose")], ...SOURCES.map((source) => [source, t(`consents.source.${source}`)]), ["other", t("consents.form.other")]],
          (source) => this.set({ source }), { label: t("consents.form.source"), error: this.of("source") })}
        ${this.sent.source === "other" ? textField(this, "other", this.sent.other, (other) => this.set({ other }), { label: t("consents.form.other.name") }, { maxlength: 100 }) : nothing}
        ${selectField(this, "channel", this.sent.channel, [["", t("consents.form.channel.none")], ...CHANNELS.map((channel) => [channel, t(`consents.channel.${channel}`)])],
          (channel) => this.set({ channel }), { label: t("consents.form.channel"), error: this.of("channel") })}
      </div>
      ${textField(this, "note", this.sent.note, (note) => this.set({ note }), { label: t("consents.form.evidence"), hint: t("consents.form.evidence.hint"), error: this.of("evidence") }, { rows: 2, maxlength: 4000 })}
      ${this.minor()}
      <details ?open=${Boolean(this.of("occurred_at") || this.of("expires_at"))}><summary class="small">${t("consents.form.more")}</summary><div class="form-grid consent-more">
        ${textField(this, "occurred", this.sent.occurred, (occurred) => this.set({ occurred }), { label: t("consents.form.occurred"), hint: t("consents.form.occurred.hint"), error: this.of("occurred_at") }, { type: "datetime-local" })}
        ${granted ? textField(this, "expires", this.sent.expires, (expires) => this.set({ expires }), { label: t("consents.form.expires"), hint: t("consents.form.expires.hint"), error: this.of("expires_at") }, { type: "date" }) : nothing}
      </div></details>
      <div class="actions"><button type="button" class="button" @click=${this.leave}>${t("common.cancel")}</button>
        <button class="button primary" ?disabled=${this.busy}>${t(granted ? "consents.form.grant" : "consents.form.refuse")}</button></div>
    </form>`;
  }

  notice(shown) {
    const { sent } = this;
    const text = shown.texts.find((one) => one.language === sent.language) ?? shown.texts[0];
    const fault = this.missing?.read;
    return html`<div class="stack">
      <div class="row row-between"><p class="small quiet">${t("consents.form.notice", { version: shown.version })}</p>
        ${shown.texts.length > 1 ? html`<div class="chips" role="group" aria-label=${t("consents.form.language")}>${[...shown.texts].sort((one) => (one.language.startsWith("fr") ? -1 : 1)).map((one) => html`<button type="button" class="chip" aria-pressed=${one.language === sent.language ? "true" : "false"}
          @click=${() => this.set({ language: one.language, read: false })}>${languageName(one.language)}</button>`)}</div>` : nothing}</div>
      <div class="notice-text" lang=${text.language} tabindex="0" role="region" aria-labelledby="notice-title"><h3 id="notice-title">${text.title}</h3><p class="consent-words">${text.body}</p></div>
      <div class="field">${checkField(this, "read", sent.read, (read) => this.set({ read }), t("consents.form.read"))}
        ${fault ? html`<span class="error" id="read-error" role="alert">${icon("exclamation-circle")}${fault}</span>` : nothing}</div>
    </div>`;
  }

  /** Under 14 a parent or tutor consents; the server tells when it knows the customer to be too young (P-39.1 s. 4.1). */
  minor() {
    const { sent } = this;
    const asked = this.error?.of?.("guardian");
    const open = sent.minor || asked || ["birth_date", "guardian.name", "guardian.relationship", "guardian.contact"].some((field) => this.of(field));
    if (!this.about.granted) return nothing;
    return html`<fieldset class="stack">${checkField(this, "minor", open, (minor) => this.set({ minor }), t("consents.form.minor"), t("consents.form.minor.hint"))}
      ${asked ? html`<p class="error consent-asked" role="alert">${icon("exclamation-circle")}${asked}</p>` : nothing}
      ${open ? html`<div class="form-grid">
        ${textField(this, "name", sent.name, (name) => this.set({ name, minor: true }), { label: t("consents.form.guardian"), error: this.of("guardian.name") }, { maxlength: 255 })}
        ${textField(this, "relationship", sent.relationship, (relationship) => this.set({ relationship, minor: true }), { label: t("consents.form.relationship"), hint: t("consents.form.relationship.hint"), error: this.of("guardian.relationship") }, { maxlength: 100 })}
        ${textField(this, "contact", sent.contact, (contact) => this.set({ contact, minor: true }), { label: t("consents.form.contact"), error: this.of("guardian.contact") }, { maxlength: 255 })}
        ${textField(this, "birth", sent.birth, (birth) => this.set({ birth, minor: true }), { label: t("consents.form.birth"), error: this.of("birth_date") }, { type: "date" })}
      </div>` : nothing}</fieldset>`;
  }

  body() {
    const { sent, about } = this;
    const body = { consent_type: about.type, is_granted: about.granted, source: sent.source === "other" ? sent.other.trim() : sent.source };
    if (sent.channel) body.channel = sent.channel;
    if (sent.note.trim()) body.evidence = { note: sent.note.trim() };
    if (sent.occurred) body.occurred_at = instantOf(sent.occurred, about.zone);
    if (!about.granted) return body;
    if (sent.expires) body.expires_at = instantOf(`${dayAfter(sent.expires)}T00:00`, about.zone);
    if (sent.birth) body.birth_date = sent.birth;
    if (sent.minor) body.guardian = { name: sent.name.trim() || null, relationship: sent.relationship.trim() || null, contact: sent.contact.trim() || null };
    return { ...body, notice_version: about.notice.version, language: sent.language };
  }

  async save(event) {
    event.preventDefault();
    if (this.busy) return;
    const body = this.body();
    const missing = {};
    if (this.about.granted && !this.sent.read) missing.read = t("consents.form.read.missing");
    if (!body.source) missing.source = t("consents.form.source.missing");
    this.missing = missing;
    this.error = null;
    if (Object.keys(missing).length) return this.showFault();
    this.busy = true;
    try {
      const { data } = await post(`/customers/${this.about.customer}/consents`, body, { key: this.key });
      this.recorded = true;
      this.done(data);
    } catch (error) {
      this.error = error;
      this.showFault();
    } finally {
      this.busy = false;
    }
  }

  async showFault() {
    await this.updateComplete;
    (this.missing?.read ? this.querySelector("[name=read]") : this.querySelector("[aria-invalid], .consent-asked + .form-grid input"))?.focus();
  }
}
customElements.define("c360-consent-form", ConsentForm);

function dayAfter(date) {
  return new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Asks for a decision; answers what was recorded, or undefined. `about`: `{customer, type, granted, zone, language, notice}`. */
export const askConsent = (about) =>
  openDialog(t(about.granted ? "consents.form.title.grant" : "consents.form.title.refuse", { purpose: t(`consents.purpose.${about.type}`) }),
    ({ close }) => html`<c360-consent-form .about=${about} .done=${close}></c360-consent-form>`, { wide: true, mayLeave: async () => !document.querySelector("c360-consent-form")?.dirty() || askToLeave() });
