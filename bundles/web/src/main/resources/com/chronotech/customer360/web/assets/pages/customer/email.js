// Writing to a customer: the purpose is asked, since the law does; a refusal is shown with its reason.
import { html, nothing } from "../../vendor/lit.js";
import { post } from "../../lib/api.js";
import { Element } from "../../lib/element.js";
import { hasText, t } from "../../lib/i18n.js";
import { newKey } from "../../lib/key.js";
import { openDialog } from "../../ui/dialog.js";
import { otherFaults, selectField, textField } from "../../ui/fields.js";
import { errorText, notice } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { Unsaved, askToLeave } from "../../ui/unsaved.js";

const PURPOSES = ["transactional", "service_notifications", "marketing_email"];
const FIELDS = ["purpose", "subject", "message"];

class EmailForm extends Element {
  static properties = { customer: {}, profile: { attribute: false }, consents: { attribute: false }, close: { attribute: false }, error: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.draft = { purpose: "transactional", subject: "", message: "" };
    this.key = newKey();
    new Unsaved(this, () => this.dirty());
  }

  dirty() {
    return !this.sent && Boolean(this.draft.subject || this.draft.message);
  }

  render() {
    const state = this.consents?.[this.draft.purpose];
    const set = (name) => (value) => {
      this.draft[name] = value;
      this.key = newKey();
      this.requestUpdate();
    };
    const texts = (name, hint) => ({ label: t(`customer.email.${name}`), hint, error: this.error?.code === "communications.refused" ? null : this.error?.of?.(name) });
    return html`<form class="stack stack-4" novalidate @submit=${this.submit}>
      <div role="alert">${this.error ? this.refusal() : nothing}</div>
      <p class="small">${t("customer.email.to", { name: this.profile.name ?? "", email: this.profile.email })}</p>
      ${selectField(this, "purpose", this.draft.purpose, PURPOSES.map((one) => [one, t(`customer.email.purpose.${one}`)]), set("purpose"), texts("purpose", t(`customer.email.hint.${this.draft.purpose}`)))}
      ${state && state !== "granted" && hasText(`customer.consent.${state}`) ? notice("warn", t("customer.email.state", { state: t(`customer.consent.${state}`) })) : nothing}
      ${textField(this, "subject", this.draft.subject, set("subject"), texts("subject"), { maxlength: 255 })}
      ${textField(this, "message", this.draft.message, set("message"), texts("message"), { rows: 8 })}
      <div class="actions"><button type="button" class="button" @click=${this.cancel}>${t("common.cancel")}</button>
        <button class="button primary" ?disabled=${this.busy}>${t("customer.email.send")}</button></div>
    </form>`;
  }

  refusal() {
    const faults = this.error.code === "communications.refused" ? 0 : this.error.errors?.length ?? 0;
    return notice("bad", html`<p>${faults ? t("common.faults", { count: faults }) : errorText(this.error)}</p>${faults ? otherFaults(this.error, FIELDS) : nothing}
      ${this.error.code === "communications.refused" ? html`<p class="small">${t("customer.email.kept")}</p>` : nothing}`);
  }

  firstUpdated() {
    this.querySelector("select")?.focus();
  }

  async cancel() {
    if (!this.dirty() || (await askToLeave())) this.close();
  }

  async submit(event) {
    event.preventDefault();
    this.busy = true;
    this.error = null;
    try {
      await post(`/api/customer360/${this.customer}/send-email`, this.draft, { key: this.key });
      this.sent = true;
      toast(t("customer.email.queued"));
      this.close();
    } catch (error) {
      this.error = error;
      await this.updateComplete;
      this.querySelector("[aria-invalid=true]")?.focus();
    } finally {
      this.busy = false;
    }
  }
}
customElements.define("c360-email-form", EmailForm);

/** Opens the form. `consents` are the states by purpose, where they may be read. */
export const emailDialog = (customer, profile, consents) => openDialog(
  t("customer.email.title"),
  ({ close }) => html`<c360-email-form .customer=${customer} .profile=${profile} .consents=${consents} .close=${close}></c360-email-form>`,
  {
    mayLeave: async () => !document.querySelector("dialog[open] c360-email-form")?.dirty() || askToLeave(),
  },
);
