// Segments by rule: the rules, who is in and why, and writing them.
import { html, nothing } from "../../vendor/lit.js";
import { get, post, remove } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";
import { day, number } from "../../lib/format.js";
import { confirm } from "../../ui/dialog.js";
import { checkField } from "../../ui/fields.js";
import { icon } from "../../ui/icon.js";
import { emptyState, notice } from "../../ui/states.js";
import { toast, toastError } from "../../ui/toast.js";
import "./segment-form.js";
import "./segment-members.js";

export const SEGMENTS = "/api/customer360/segments";
const address = (label, more = "") => `${SEGMENTS}/${encodeURIComponent(label)}${more}`;

class Segments extends Element {
  static properties = { all: { state: true }, draft: { state: true }, busy: { state: true }, outcomes: { state: true }, members: { state: true } };

  constructor() {
    super();
    this.all = false;
    this.draft = null;
    this.members = null;
    this.outcomes = {};
    this.loader = new Loader(this, (signal) => get(SEGMENTS, { all: this.all || null }, { signal }).then(({ data }) => data.segments));
  }

  connectedCallback() {
    super.connectedCallback();
    this.loader.reload();
  }

  render() {
    if (this.draft) return html`<c360-segment-form .rule=${this.draft.rule} @cancelled=${() => { this.draft = null; }} @saved=${(event) => this.saved(event.detail)}></c360-segment-form>`;
    return html`<div class="stack"><p class="quiet">${t("segments.what")}</p>
      <div class="row"><button type="button" class="button primary" @click=${() => { this.draft = { rule: null }; }}>${icon("plus-lg")}${t("segments.new")}</button>
        <button type="button" class="button" ?disabled=${this.busy} @click=${() => this.evaluate(null, false)}>${icon("arrow-clockwise")}${t(this.busy ? "segments.evaluating" : "segments.evaluate.all")}</button>
        ${checkField(this, "all", this.all, (all) => { this.all = all; this.loader.reload(); }, t("segments.all"))}</div>
      ${this.loader.view((rules) => (rules.length ? html`<ul class="stack">${rules.map((rule) => this.rule(rule))}</ul>` : emptyState(t("segments.none"), t("segments.none.hint"), "tags")), { lines: 8 })}</div>`;
  }

  rule(rule) {
    const outcome = this.outcomes[rule.label];
    return html`<li class="card stack"><div class="row row-between"><div class="row"><h2>${rule.label}</h2>
        <span class="badge">${t("segments.version", { version: rule.version })}</span>
        ${rule.profiling ? html`<span class="badge info" title=${t("segments.profiling.hint")}>${icon("shield-check")}${t("segments.profiling")}</span>` : nothing}
        ${rule.is_active ? nothing : html`<span class="badge warn">${t("segments.inactive")}</span>`}</div>
        <div class="row"><button type="button" class="button small" @click=${() => { this.draft = { rule }; }}>${icon("pencil")}${t("segments.edit")}</button>
          ${rule.is_active ? html`<button type="button" class="button small" ?disabled=${this.busy} @click=${() => this.evaluate(rule.label, true)}>${t("segments.try")}</button>
            <button type="button" class="button small" ?disabled=${this.busy} @click=${() => this.evaluate(rule.label, false)}>${t("segments.evaluate")}</button>
            <button type="button" class="button plain small" aria-label=${t("segments.deactivate.of", { label: rule.label })} @click=${() => this.deactivate(rule)}>${icon("trash")}${t("segments.deactivate")}</button>` : nothing}</div></div>
      ${rule.description ? html`<p>${rule.description}</p>` : nothing}
      <pre class="rule"><code>${rule.expression}</code></pre>
      <p class="small quiet">${t("segments.written", { day: day(rule.created_at), by: rule.created_by })}</p>
      <div role="status">${outcome ? this.outcome(outcome) : nothing}</div>
      ${rule.is_active ? html`<details @toggle=${(event) => { if (event.target.open) this.members = { ...this.members, [rule.label]: true }; }}><summary>${t("segments.members")}</summary>
        ${this.members?.[rule.label] ? html`<c360-segment-members .label=${rule.label} .round=${outcome?.at ?? 0}></c360-segment-members>` : nothing}</details>` : nothing}</li>`;
  }

  outcome(outcome) {
    return notice(outcome.dryRun ? "info" : "ok", html`<p>${t(outcome.dryRun ? "segments.outcome.would" : "segments.outcome.is", { members: number(outcome.members), joined: number(outcome.joined), left: number(outcome.left) })}</p>
      ${outcome.without_consent ? html`<p class="small">${t("segments.outcome.without", { count: outcome.without_consent })}</p>` : nothing}
      ${outcome.known ? nothing : html`<p class="small">${t("segments.outcome.unknown")}</p>`}`);
  }

  async evaluate(label, dryRun) {
    this.busy = true;
    try {
      const path = label === null ? `${SEGMENTS}/evaluate` : address(label, "/evaluate");
      const { evaluation } = (await post(`${path}${dryRun ? "?dry_run=true" : ""}`)).data;
      const outcomes = evaluation.segments.map((one) => [one.label, { ...one, dryRun, known: evaluation.consents_known, at: evaluation.finished_at }]);
      this.outcomes = { ...this.outcomes, ...Object.fromEntries(outcomes) };
      if (!dryRun) toast(t("segments.evaluated", { count: evaluation.customers }));
    } catch (error) {
      toastError(error);
    }
    this.busy = false;
  }

  async deactivate(rule) {
    if (!(await confirm(t("segments.deactivate.title", { label: rule.label }), t("segments.deactivate.text"), { yes: t("segments.deactivate"), danger: true }))) return;
    try {
      await remove(address(rule.label));
      toast(t("segments.deactivated", { label: rule.label }));
      this.loader.reload();
    } catch (error) {
      toastError(error);
    }
  }

  saved(rule) {
    this.draft = null;
    toast(t("segments.saved", { label: rule.label, version: rule.version }));
    this.loader.reload().then(() => this.evaluate(rule.label, true));
  }
}
customElements.define("c360-segments", Segments);

export const view = () => html`<c360-segments></c360-segments>`;
