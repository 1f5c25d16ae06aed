// Undoing a withdrawal: nothing is taken back, a new grant is recorded, and the history keeps both. That is said first.
import { html, nothing } from "../../vendor/lit.js";
import { post } from "../../lib/api.js";
import { Element } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";
import { newKey } from "../../lib/key.js";
import { openDialog } from "../../ui/dialog.js";
import { otherFaults } from "../../ui/fields.js";
import { errorText, notice } from "../../ui/states.js";
import { noticeView } from "./card.js";

class Undo extends Element {
  static properties = { about: { attribute: false }, done: { attribute: false }, error: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.key = newKey();
  }

  render() {
    const { consent, withdrawal, notices } = this.about;
    return html`<div class="stack">
      <div role="alert">${this.error ? notice("bad", html`<p>${errorText(this.error)}</p>${otherFaults(this.error, [])}`) : nothing}</div>
      <p>${t("consents.undo.kept", { version: withdrawal.version })}</p>
      <p>${t("consents.undo.new", { version: withdrawal.version + 1 })}</p>
      <p class="strong">${t("consents.undo.only")}</p>
      ${noticeView(consent.consent_type, consent.notice, notices)}
      <div class="actions"><button type="button" class="button" @click=${() => this.done()}>${t("consents.undo.leave")}</button>
        ${this.error ? html`<button type="button" class="button" @click=${() => this.done("form")}>${t("consents.undo.form")}</button>` : nothing}
        <button type="button" class="button primary" autofocus ?disabled=${this.busy} @click=${this.restore}>${t("consents.undo.do", { version: withdrawal.version + 1 })}</button></div>
    </div>`;
  }

  async restore() {
    const { customer, consent, guardian, withdrawal } = this.about;
    this.busy = true;
    this.error = null;
    const body = { consent_type: consent.consent_type, is_granted: true, source: "correction", evidence: { corrects: withdrawal.record_id, restores: consent.record_id } };
    if (guardian) body.guardian = guardian;
    if (consent.notice) Object.assign(body, { notice_version: consent.notice.version, language: consent.notice.language });
    if (consent.expires_at && Date.parse(consent.expires_at) > Date.now()) body.expires_at = consent.expires_at;
    try {
      const { data } = await post(`/customers/${customer}/consents`, body, { key: this.key });
      this.done(data);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}
customElements.define("c360-consent-undo", Undo);

/** Answers what was recorded; `form` where more must be asked; undefined where the withdrawal stands. */
export const askUndo = (about) =>
  openDialog(t("consents.undo.title", { purpose: t(`consents.purpose.${about.consent.consent_type}`) }), ({ close }) => html`<c360-consent-undo .about=${about} .done=${close}></c360-consent-undo>`);
