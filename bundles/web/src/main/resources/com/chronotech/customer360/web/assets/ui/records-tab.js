// A tab of records that can be added, changed and deleted: contacts, addresses, vehicles.
import { html, nothing } from "../vendor/lit.js";
import { get, patch, post, remove } from "../lib/api.js";
import { t } from "../lib/i18n.js";
import { may } from "../lib/session.js";
import { openDialog } from "./dialog.js";
import { icon } from "./icon.js";
import { recordDialog } from "./record-form.js";
import { SectionTab } from "./section-tab.js";
import { errorText, notice } from "./states.js";
import { toast, toastError } from "./toast.js";

/**
 * Such a tab. A class of its own gives `kind`, the record's name in answers; `spec(record)` of its form; `words`
 * `{add, edit, added, saved, deleted, ask(record)}`; and draws `body(data)`.
 */
export class RecordsTab extends SectionTab {
  static properties = { warned: { state: true } };

  get address() {
    return `/customers/${this.customer}/${this.section}`;
  }

  get writable() {
    return may("profile.write");
  }

  addButton(primary = true) {
    return this.writable ? html`<button type="button" class="button ${primary ? "primary" : ""} no-print" @click=${() => this.add()}>${icon("plus-lg")}${this.words.add}</button>` : nothing;
  }

  /** Buttons of one record; `name` tells screen readers which. */
  recordButtons(record, name) {
    return this.writable ? html`<span class="row no-print">
      <button type="button" class="button small" @click=${() => this.edit(record)}>${icon("pencil")}${t("common.edit")}<span class="visually-hidden"> ${name}</span></button>
      <button type="button" class="button small plain" @click=${() => this.askRemoval(record)}>${icon("trash")}${t("common.delete")}<span class="visually-hidden"> ${name}</span></button></span>` : nothing;
  }

  /** What the server warned of when a record was saved last. */
  warnings(id) {
    return this.warned?.id === id && this.warned.warnings.length
      ? notice("warn", this.warned.warnings.map((warning) => html`<p>${warning.message}</p>`)) : nothing;
  }

  async add() {
    const spec = this.spec(null);
    const saved = await recordDialog(this.words.add, {
      ...spec,
      send: async (body, { key }) => this.result(await post(this.address, body, { key })),
    });
    if (saved) await this.kept(saved, this.words.added);
  }

  async edit(record, focus) {
    const address = `${this.address}/${record.id}`;
    const read = async () => {
      const { data, etag } = await get(address);
      return { record: data[this.kind], etag };
    };
    try {
      const now = await read();
      const saved = await recordDialog(this.words.edit, {
        ...this.spec(now.record),
        ...now,
        focus,
        read,
        send: async (body, { etag }) => this.result(await patch(address, body, { ifMatch: etag })),
      });
      if (saved) await this.kept(saved, saved.merged ? t("common.conflict.merged") : this.words.saved);
    } catch (error) {
      toastError(error);
    }
  }

  result({ data }) {
    return { record: data[this.kind], warnings: data.warnings ?? [], unchanged: data.unchanged };
  }

  async askRemoval(record) {
    const state = { busy: false, error: null };
    const deleted = await openDialog(t("common.delete"), (dialog) => this.removal(record, state, dialog));
    if (!deleted) return;
    toast(this.words.deleted);
    await this.again();
  }

  removal(record, state, { close, redraw }) {
    const run = async () => {
      Object.assign(state, { busy: true, error: null });
      redraw();
      try {
        await remove(`${this.address}/${record.id}`);
        close(true);
      } catch (error) {
        state.error = error;
      }
      state.busy = false;
      redraw();
    };
    return html`<div class="stack"><p>${this.words.ask(record)}</p>
      <div role="alert">${state.error ? notice("bad", errorText(state.error)) : nothing}</div>
      <div class="actions"><button type="button" class="button" autofocus @click=${() => close()}>${t("common.cancel")}</button>
        <button type="button" class="button danger" ?disabled=${state.busy} @click=${run}>${t("common.delete")}</button></div></div>`;
  }

  async kept(saved, words) {
    this.warned = { id: saved.record.id, warnings: saved.warnings };
    if (!saved.unchanged) toast(words);
    await this.again();
  }

  async again() {
    this.dispatchEvent(new CustomEvent("customer-changed", { bubbles: true }));
    await this.refresh();
  }
}
