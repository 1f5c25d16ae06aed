// The form of one record: sends what was changed, shows every fault at its field, and asks where two wrote the same.
import { html, nothing } from "../vendor/lit.js";
import { Element } from "../lib/element.js";
import { hasText, t } from "../lib/i18n.js";
import { newKey } from "../lib/key.js";
import { chooseConflict } from "./conflict.js";
import { openDialog } from "./dialog.js";
import { checkField, field, otherFaults, selectField, textField } from "./fields.js";
import { errorText, notice } from "./states.js";
import { Unsaved, askToLeave } from "./unsaved.js";

const bare = (value) => (value === undefined || value === "" ? null : value);
const same = (one, other) => JSON.stringify(bare(one)) === JSON.stringify(bare(other));
const READERS = {
  whole: (typed) => (/^-?[\d\s\u00a0\u202f]+$/.test(typed) ? Number(typed.replace(/[\s\u00a0\u202f]/g, "")) : typed),
  decimal: (typed) => (/^-?\d+([.,]\d+)?$/.test(typed.trim()) ? Number(typed.trim().replace(",", ".")) : typed),
};

/**
 * A form.
 *
 * `spec` holds: `record` and `etag` of the one to change, or `initial` values of a new one; `draw(form)` with form.text,
 * form.select, form.check, form.own; `send(body, {etag, key})` promises what was saved; `read()` promises `{record, etag}` as
 * they stand now; `label(field)` and `say(field, value)` for questions; `types` of fields that are no texts (`whole`,
 * `decimal`); `confirmations` `[{code, flag, ask(fault)}]` for refusals that somebody may mean; `flags(form)`, what is sent
 * beside the fields; `words` of faults by their codes; `submit`, the button's words; `focus`, the field to begin with.
 *
 * `close(result)` is called with what `send` promised and `merged`, whether another's change was kept beside; without
 * anything when the form was left.
 */
class RecordForm extends Element {
  static properties = { spec: { attribute: false }, close: { attribute: false }, error: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.draft = {};
    this.confirmed = {};
    new Unsaved(this, () => this.dirty());
  }

  willUpdate() {
    this.record ??= this.spec.record;
    this.etag ??= this.spec.etag;
  }

  /** What stands in a field: as typed, else as saved, else as proposed for a new one. */
  value(name) {
    return name in this.draft ? this.draft[name] : (this.record ?? this.spec.initial ?? {})[name];
  }

  set(name, value) {
    this.draft[name] = value;
    this.requestUpdate();
  }

  /** What differs from what is saved, as the server takes it. */
  changes() {
    const names = this.record ? Object.keys(this.draft) : Object.keys({ ...this.spec.initial, ...this.draft });
    return Object.fromEntries(names.map((name) => [name, this.read(name)]).filter(([name, value]) => !same(value, this.record?.[name])));
  }

  read(name) {
    const value = bare(this.value(name));
    const reader = READERS[this.spec.types?.[name]];
    return reader && typeof value === "string" ? reader(value) : value;
  }

  dirty() {
    return !this.done && Object.keys(this.draft).some((name) => !same(this.read(name), (this.record ?? this.spec.initial ?? {})[name]));
  }

  /** The fault of a field, in this form's own words where the server speaks to programs. */
  fault(name) {
    const found = this.error?.errors?.find((fault) => fault.field === name || fault.field?.startsWith(`${name}[`));
    if (!found) return null;
    return this.spec.words?.[found.code] ?? (hasText(`common.fault.${found.code}`) ? t(`common.fault.${found.code}`) : found.message);
  }

  text(name, texts, more) {
    return textField(this, name, this.value(name) ?? "", (value) => this.set(name, value), this.texts(name, texts), more);
  }

  /** A choice; a value that is none of the options stays one. */
  select(name, options, texts) {
    const value = this.value(name) ?? "";
    const all = options.some(([key]) => key === value) ? options : [...options, [value, value]];
    return selectField(this, name, value, all, (chosen) => this.set(name, chosen), this.texts(name, texts));
  }

  check(name, label, hint) {
    this.names.push(name);
    return checkField(this, name, this.value(name), (value) => this.set(name, value), label, hint);
  }

  /** A field of another kind: `control(id, describedby, invalid)` draws it. */
  own(name, texts, control) {
    const told = this.texts(name, texts);
    return field(this, name, told, (id, described) => control(id, described, told.error ? "true" : nothing));
  }

  texts(name, texts) {
    this.names.push(name);
    return { ...texts, error: this.fault(name) };
  }

  render() {
    this.names = [];
    const body = this.spec.draw(this);
    return html`<form class="stack stack-4" novalidate @submit=${this.submit}>
      <div role="alert">${this.error ? notice("bad", this.errorView()) : nothing}</div>
      ${body}
      <div class="actions">
        <button type="button" class="button" @click=${this.cancel}>${t("common.cancel")}</button>
        <button class="button primary" ?disabled=${this.busy}>${this.spec.submit ?? t("common.save")}</button>
      </div></form>`;
  }

  errorView() {
    const faults = this.error.errors?.length ?? 0;
    return html`<p>${faults ? t("common.faults", { count: faults }) : errorText(this.error)}</p>${otherFaults(this.error, this.names)}`;
  }

  async firstUpdated() {
    await Promise.all([...this.querySelectorAll("c360-combobox, c360-chips")].map((part) => part.updateComplete));
    const wished = this.spec.focus && this.querySelector(`[name="${this.spec.focus}"]`);
    (wished || this.querySelector("input:not([type=checkbox]), select, textarea"))?.focus();
  }

  async cancel() {
    if (!this.dirty() || (await askToLeave())) this.close();
  }

  async submit(event) {
    event?.preventDefault();
    const changed = this.changes();
    if (this.record && !Object.keys(changed).length) return this.finish({ record: this.record, warnings: [], unchanged: true });
    this.busy = true;
    try {
      const body = { ...changed, ...this.spec.flags?.(this), ...this.confirmed };
      const result = await this.spec.send(body, { etag: this.etag, key: this.keyOf(body) });
      this.finish({ ...result, merged: this.merged });
    } catch (error) {
      await this.refused(error, changed);
    } finally {
      this.busy = false;
      this.confirmed = {};
    }
  }

  /** The same words sent twice make one record. */
  keyOf(body) {
    const words = JSON.stringify(body);
    if (this.sent !== words) Object.assign(this, { sent: words, key: newKey() });
    return this.key;
  }

  async refused(error, changed) {
    if (error.status === 412) return this.settle(changed).catch((failure) => { this.error = failure; });
    const asked = this.spec.confirmations?.find((one) => error.errors?.some((fault) => fault.code === one.code));
    if (asked && error.errors.length === 1 && (await asked.ask(error.errors[0]))) {
      this.confirmed = { [asked.flag]: true };
      return this.submit();
    }
    this.error = error;
    await this.updateComplete;
    this.querySelector("[aria-invalid=true]")?.focus();
  }

  /** Somebody else saved meanwhile: what they changed stands, and where it is the same field, it is asked. */
  async settle(changed) {
    const fresh = await this.spec.read();
    const both = Object.keys(changed).filter((name) => !same(fresh.record[name], this.record[name]) && !same(fresh.record[name], changed[name]));
    const choice = both.length ? await chooseConflict(both.map((name) => (
      { name, label: this.spec.label(name), mine: this.say(name, changed[name]), theirs: this.say(name, fresh.record[name]) }))) : {};
    if (!choice) return;
    both.filter((name) => choice[name] === "theirs").forEach((name) => delete this.draft[name]);
    this.merged = !both.length;
    this.record = fresh.record;
    this.etag = fresh.etag;
    await this.submit();
  }

  say(name, value) {
    return this.spec.say?.(name, value) ?? (bare(value) === null ? t("common.none") : String(value));
  }

  finish(result) {
    this.done = true;
    this.close(result);
  }
}
customElements.define("c360-record-form", RecordForm);

/** Opens the form of a record in a dialog, and promises its result; undefined when it was left. */
export const recordDialog = (title, spec) => openDialog(
  title,
  ({ close }) => html`<c360-record-form .spec=${spec} .close=${close}></c360-record-form>`,
  { wide: true, mayLeave: async () => !document.querySelector("dialog[open] c360-record-form")?.dirty() || askToLeave() },
);
