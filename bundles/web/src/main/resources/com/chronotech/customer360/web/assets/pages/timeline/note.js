// Writing something down: a note or a call. What was typed stays when the dialog is left, until it is recorded.
import { html, nothing } from "../../vendor/lit.js";
import { post } from "../../lib/api.js";
import { Element } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";
import { newKey } from "../../lib/key.js";
import { openDialog } from "../../ui/dialog.js";
import { otherFaults, selectField, textField } from "../../ui/fields.js";
import { errorText, notice } from "../../ui/states.js";

const KINDS = ["note", "call"];
const drafts = new Map();

class NoteForm extends Element {
  static properties = { customer: {}, done: { attribute: false }, missing: { state: true }, error: { state: true }, busy: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.draft = drafts.get(this.customer) ?? { activity_type: "note", title: "", description: "", key: newKey() };
  }

  render() {
    const { draft, error } = this;
    return html`<form class="stack stack-4" novalidate @submit=${this.save}>
      <div role="alert">${error ? notice("bad", html`<p>${errorText(error)}</p>${otherFaults(error, ["title", "description"])}`) : nothing}</div>
      ${selectField(this, "activity_type", draft.activity_type, KINDS.map((kind) => [kind, t(`timeline.type.${kind}`)]), (kind) => this.set({ activity_type: kind }), { label: t("timeline.note.kind") })}
      ${textField(this, "title", draft.title, (title) => this.set({ title }), { label: t("timeline.note.title"), error: this.missing ? t("timeline.note.untitled") : error?.of?.("title") }, { maxlength: 255, required: true })}
      ${textField(this, "description", draft.description, (description) => this.set({ description }), { label: t("timeline.note.description"), hint: t("timeline.note.hint"), error: error?.of?.("description") }, { rows: 5 })}
      <div class="actions"><button type="button" class="button" @click=${() => this.done()}>${t("common.cancel")}</button>
        <button class="button primary" ?disabled=${this.busy}>${t("timeline.note.save")}</button></div>
    </form>`;
  }

  firstUpdated() {
    this.querySelector("[name=title]").focus();
  }

  /** Another content is another note, which a repeat must not be taken for. */
  set(change) {
    this.draft = { ...this.draft, ...change, key: newKey() };
    drafts.set(this.customer, this.draft);
    this.requestUpdate();
  }

  async save(event) {
    event.preventDefault();
    if (this.busy) return;
    this.error = null;
    this.missing = !this.draft.title.trim();
    if (this.missing) return this.showFault();
    this.busy = true;
    const { key, description, ...rest } = this.draft;
    try {
      const { data } = await post(`/customers/${this.customer}/timeline`, { ...rest, description: description || null }, { key });
      drafts.delete(this.customer);
      this.done(data.activity);
    } catch (error) {
      this.error = error;
      this.showFault();
    } finally {
      this.busy = false;
    }
  }

  async showFault() {
    await this.updateComplete;
    this.querySelector("[aria-invalid]")?.focus();
  }
}
customElements.define("c360-note-form", NoteForm);

/** Asks for a note; answers the activity that was recorded, or undefined. */
export const writeNote = (customer) =>
  openDialog(t("timeline.note.new"), ({ close }) => html`<c360-note-form .customer=${customer} .done=${close}></c360-note-form>`);
