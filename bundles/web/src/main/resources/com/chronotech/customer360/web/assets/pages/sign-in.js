// Signing in: a page of its own, and the same form in a dialog above a page whose session has ended.
import { html, nothing } from "../vendor/lit.js";
import { Element } from "../lib/element.js";
import { t } from "../lib/i18n.js";
import { go } from "../lib/router.js";
import { signIn } from "../lib/session.js";
import { openDialog } from "../ui/dialog.js";
import { textField } from "../ui/fields.js";
import { notice } from "../ui/states.js";

class SignInForm extends Element {
  static properties = { done: { attribute: false }, explain: {}, fault: { state: true }, busy: { state: true } };

  name = "";
  password = "";

  render() {
    return html`<form class="stack stack-4" @submit=${this.submit} novalidate>
      ${this.explain ? notice("info", this.explain) : nothing}
      <div role="alert">${this.fault ? notice("bad", this.fault) : nothing}</div>
      ${textField(this, "name", this.name, (value) => { this.name = value; }, { label: t("common.signin.name") }, { autocomplete: "username", required: true })}
      ${textField(this, "password", this.password, (value) => { this.password = value; }, { label: t("common.signin.password") }, { type: "password", autocomplete: "current-password", required: true })}
      <button class="button primary" ?disabled=${this.busy}>${t("common.signin.submit")}</button>
    </form>`;
  }

  firstUpdated() {
    this.querySelector("input")?.focus();
  }

  async submit(event) {
    event.preventDefault();
    if (!this.name.trim() || !this.password) {
      this.fault = t("common.signin.both");
      return;
    }
    this.busy = true;
    this.fault = null;
    try {
      const session = await signIn(this.name.trim(), this.password);
      this.password = "";
      if (session) return this.done(session);
      this.fault = t("common.signin.wrong");
    } catch (failure) {
      this.fault = failure instanceof TypeError ? t("common.error.client.unreachable") : failure.message;
    } finally {
      this.busy = false;
    }
    this.querySelector("input[type=password]").focus();
  }
}
customElements.define("c360-sign-in-form", SignInForm);

/** The dialog above a page whose session has ended; what is typed there stays. */
export const signInDialog = () => openDialog(
  t("common.signin.title"),
  ({ close }) => html`<c360-sign-in-form .done=${close} .explain=${t("common.signin.ended")}></c360-sign-in-form>`,
  { dismissable: false },
);

class SignInPage extends Element {
  render() {
    return html`<div class="card" id="sign-in-card">
      <header><h1>${t("common.signin.title")}</h1></header>
      <c360-sign-in-form .done=${() => this.arrive()}></c360-sign-in-form>
    </div>`;
  }

  arrive() {
    const wished = new URLSearchParams(location.search).get("to") ?? "/customers";
    const url = new URL(wished, location.origin);
    go(url.origin === location.origin ? url.pathname + url.search : "/customers", { replace: true });
  }
}
customElements.define("c360-sign-in-page", SignInPage);

export const title = () => t("common.signin.title");
export const view = () => html`<c360-sign-in-page></c360-sign-in-page>`;
