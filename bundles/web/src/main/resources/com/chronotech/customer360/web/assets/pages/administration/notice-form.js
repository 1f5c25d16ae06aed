// Writing the next version of a notice, with what customers will see beside it.
import { html, nothing } from "../../vendor/lit.js";
import { post } from "../../lib/api.js";
import { Element } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";
import { confirm } from "../../ui/dialog.js";
import { otherFaults, textField } from "../../ui/fields.js";
import { icon } from "../../ui/icon.js";
import { errorText, notice } from "../../ui/states.js";
import { Unsaved } from "../../ui/unsaved.js";
import { languageName, noticeText } from "./notice-text.js";

const LANGUAGES = ["fr-CA", "en-CA"];

/** The version after one: the last number, one greater. */
const nextVersion = (version) => (version ? version.replace(/\d+$/, (last) => String(Number(last) + 1)) : "1.0");

class NoticeForm extends Element {
  static properties = { purpose: {}, before: { attribute: false }, values: { state: true }, error: { state: true }, busy: { state: true } };

  constructor() {
    super();
    new Unsaved(this, () => this.dirty, () => this.askToLeave());
  }

  askToLeave() {
    return confirm(t("notices.leave.title"), t("notices.leave.text"), { yes: t("notices.leave.yes"), no: t("notices.leave.no") });
  }

  willUpdate(changed) {
    if (!changed.has("purpose") && !changed.has("before")) return;
    const text = (code) => this.before?.texts.find((one) => one.language === code) ?? { title: "", body: "" };
    this.values = {
      version: nextVersion(this.before?.version),
      validity_months: this.before?.validity_months ?? "",
      retention_months: this.before?.retention_months ?? "",
      texts: Object.fromEntries(LANGUAGES.map((code) => [code, { title: text(code).title, body: text(code).body }])),
    };
    this.dirty = false;
  }

  set(change) {
    this.values = { ...this.values, ...change };
    this.dirty = true;
  }

  write(code, change) {
    this.set({ texts: { ...this.values.texts, [code]: { ...this.values.texts[code], ...change } } });
  }

  render() {
    const { values, error } = this;
    const plain = ["version", "validity_months", "retention_months"];
    return html`<form class="stack stack-4" @submit=${this.submit} novalidate>
      <div class="row row-between"><h2>${t("notices.form.title", { purpose: t(`notices.purpose.${this.purpose}`) })}</h2>
        <button type="button" class="button plain" @click=${this.cancel}>${icon("arrow-left")}${t("notices.back")}</button></div>
      <div role="alert">${error ? notice("bad", html`${errorText(error)}${otherFaults(error, [...plain, ...LANGUAGES.flatMap((code) => this.places(code))])}`) : nothing}</div>
      <div class="card form-grid">
        ${textField(this, "version", values.version, (version) => this.set({ version }), { label: t("notices.form.version"), hint: t("notices.form.version.hint"), error: error?.of("version") }, { required: true, maxlength: 20 })}
        ${textField(this, "validity_months", values.validity_months, (value) => this.set({ validity_months: value }), { label: t("notices.form.validity"), hint: t("notices.form.months.hint"), error: error?.of("validity_months") }, { inputmode: "numeric" })}
        ${textField(this, "retention_months", values.retention_months, (value) => this.set({ retention_months: value }), { label: t("notices.form.retention"), hint: t("notices.form.months.hint"), error: error?.of("retention_months") }, { inputmode: "numeric" })}</div>
      ${LANGUAGES.map((code) => this.wording(code))}
      <div class="actions"><button type="button" class="button" @click=${this.cancel}>${t("common.cancel")}</button>
        <button class="button primary" ?disabled=${this.busy}>${icon("send")}${t("notices.form.publish")}</button></div></form>`;
  }

  wording(code) {
    const text = this.values.texts[code];
    const fault = (part) => this.places(code, part).map((place) => this.error?.of(place)).find(Boolean);
    return html`<section class="card wording" aria-label=${languageName(code)}><div class="stack"><h3>${languageName(code)}</h3>
        ${textField(this, `${code}-title`, text.title, (title) => this.write(code, { title }), { label: t("notices.form.text.title"), error: fault("title") }, { required: code === "fr-CA", maxlength: 200 })}
        ${textField(this, `${code}-body`, text.body, (body) => this.write(code, { body }), { label: t("notices.form.text.body"), hint: t("notices.form.text.hint"), error: fault("body") }, { rows: 12, required: code === "fr-CA" })}</div>
      <div class="preview"><h4 class="small quiet">${t("notices.form.preview")}</h4>${text.title || text.body ? noticeText({ language: code, ...text }) : html`<p class="quiet">${t("notices.form.preview.empty")}</p>`}</div></section>`;
  }

  /** Where the server may find fault with a text: by its place among those sent, or by its language. */
  places(code, part) {
    const at = this.sent().findIndex((text) => text.language === code);
    return (part ? [part] : ["title", "body"]).flatMap((name) => [`texts[${at}].${name}`, `texts.${code}.${name}`]);
  }

  /** A language without a word is not sent, except French, which the law asks for. */
  sent() {
    return LANGUAGES.map((code) => ({ language: code, ...this.values.texts[code] })).filter((text) => text.language === "fr-CA" || text.title.trim() || text.body.trim());
  }

  cancel() {
    if (!this.dirty) return this.dispatchEvent(new CustomEvent("cancelled"));
    this.askToLeave().then((leaves) => leaves && this.dispatchEvent(new CustomEvent("cancelled")));
  }

  async submit(event) {
    event.preventDefault();
    if (!(await confirm(t("notices.form.sure", { version: this.values.version }), t("notices.form.sure.text"), { yes: t("notices.form.publish") }))) return;
    this.busy = true;
    this.error = null;
    try {
      const months = (value) => (String(value).trim() === "" ? null : Number(value));
      const { data } = await post("/api/customer360/notices", {
        consent_type: this.purpose,
        version: this.values.version.trim(),
        validity_months: months(this.values.validity_months),
        retention_months: months(this.values.retention_months),
        texts: this.sent(),
      });
      this.dirty = false;
      this.dispatchEvent(new CustomEvent("published", { detail: data.notice }));
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
    await this.updateComplete;
    this.querySelector("[aria-invalid=true]")?.focus();
  }
}
customElements.define("c360-notice-form", NoticeForm);
