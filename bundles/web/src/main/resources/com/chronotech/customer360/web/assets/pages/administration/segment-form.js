// Writing a rule, with the language beside it and each fault at its place.
import { html, nothing } from "../../vendor/lit.js";
import { post, put } from "../../lib/api.js";
import { Element } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";
import { confirm } from "../../ui/dialog.js";
import { otherFaults, textField } from "../../ui/fields.js";
import { icon } from "../../ui/icon.js";
import { errorText, notice } from "../../ui/states.js";
import { Unsaved } from "../../ui/unsaved.js";
import { ruleHelp } from "./rule-help.js";

const ADDRESS = "/api/customer360/segments";
const FIELDS = ["label", "expression", "description"];

/** Line and column of a fault, as its message begins; null where it is of no place. */
function place({ code, message }) {
  const found = code.startsWith("profile.rule_") ? /^\D+(\d+)\D+(\d+)\s*:/.exec(message) : null;
  return found && { line: Number(found[1]), column: Number(found[2]) };
}

class SegmentForm extends Element {
  static properties = { rule: { attribute: false }, values: { state: true }, error: { state: true }, busy: { state: true } };

  constructor() {
    super();
    new Unsaved(this, () => this.dirty, () => this.askToLeave());
  }

  askToLeave() {
    return confirm(t("segments.leave.title"), t("segments.leave.text"), { yes: t("segments.leave.yes"), no: t("segments.leave.no") });
  }

  willUpdate(changed) {
    if (!changed.has("rule")) return;
    this.values = { label: this.rule?.label ?? "", expression: this.rule?.expression ?? "", description: this.rule?.description ?? "" };
    this.dirty = false;
  }

  firstUpdated() {
    this.querySelector(this.rule ? "textarea" : "input")?.focus();
  }

  set(change) {
    this.values = { ...this.values, ...change };
    this.dirty = true;
  }

  render() {
    const { values, error } = this;
    const faults = (error?.errors ?? []).filter((fault) => fault.field === "expression");
    return html`<form class="segment-form" @submit=${this.submit} novalidate><div class="stack stack-4">
      <div class="row row-between"><h2>${this.rule ? t("segments.form.change", { label: this.rule.label }) : t("segments.new")}</h2>
        <button type="button" class="button plain" @click=${this.cancel}>${icon("arrow-left")}${t("segments.back")}</button></div>
      <div role="alert">${error ? notice("bad", html`${errorText(error)}${otherFaults(error, FIELDS)}`) : nothing}</div>
      ${this.rule ? nothing : textField(this, "label", values.label, (label) => this.set({ label }), { label: t("segments.form.label"), hint: t("segments.form.label.hint"), error: error?.of("label") }, { required: true, maxlength: 64 })}
      ${textField(this, "description", values.description, (description) => this.set({ description }), { label: t("segments.form.description"), error: error?.of("description") }, { maxlength: 500 })}
      <div class="rule-field">${textField(this, "expression", values.expression, (expression) => this.set({ expression }), { label: t("segments.form.expression"), hint: t("segments.form.expression.hint"), error: faults.length ? t("segments.form.faults", { count: faults.length }) : null }, { rows: 6, required: true, maxlength: 2000 })}
        ${faults.length ? html`<ul class="faults">${faults.map((fault) => this.fault(fault))}</ul>` : nothing}</div>
      <div class="actions"><button type="button" class="button" @click=${this.cancel}>${t("common.cancel")}</button>
        <button class="button primary" ?disabled=${this.busy}>${t("segments.form.save")}</button></div></div>
      ${ruleHelp((example) => this.example(example))}</form>`;
  }

  fault(fault) {
    const at = place(fault);
    if (!at) return html`<li>${fault.message}</li>`;
    const line = this.sentExpression.split("\n")[at.line - 1] ?? "";
    return html`<li><button type="button" class="button plain small" @click=${() => this.goTo(at)}>${icon("arrow-up")}${fault.message}</button>
      <pre class="rule" aria-hidden="true">${line}\n${" ".repeat(Math.max(0, at.column - 1))}^</pre></li>`;
  }

  /** Puts the caret where a fault is. */
  goTo({ line, column }) {
    const area = this.querySelector("textarea[name=expression]");
    const before = area.value.split("\n").slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const at = Math.min(area.value.length, before + column - 1);
    area.focus();
    area.setSelectionRange(at, Math.min(area.value.length, at + 1));
  }

  example(text) {
    this.set({ expression: this.values.expression.trim() ? `${this.values.expression.trim()}\nand ${text}` : text });
    this.querySelector("textarea[name=expression]").focus();
  }

  async cancel() {
    if (!this.dirty || (await this.askToLeave())) {
      this.dirty = false;
      this.dispatchEvent(new CustomEvent("cancelled"));
    }
  }

  async submit(event) {
    event.preventDefault();
    this.busy = true;
    this.error = null;
    const { label, expression, description } = this.values;
    this.sentExpression = expression;
    try {
      const { data } = this.rule
        ? await put(`${ADDRESS}/${encodeURIComponent(this.rule.label)}`, { expression, description: description || null })
        : await post(ADDRESS, { label, expression, description: description || null });
      this.dirty = false;
      this.dispatchEvent(new CustomEvent("saved", { detail: data.segment }));
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
    await this.updateComplete;
    const first = (this.error?.errors ?? []).map(place).find(Boolean);
    if (first) this.goTo(first);
    else this.querySelector("[aria-invalid=true]")?.focus();
  }
}
customElements.define("c360-segment-form", SegmentForm);
