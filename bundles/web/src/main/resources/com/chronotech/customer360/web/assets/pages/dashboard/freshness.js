// How fresh the figures are, and what goes over all customers.
import { html, nothing } from "../../vendor/lit.js";
import { get, post } from "../../lib/api.js";
import { Element } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";
import { moment, number } from "../../lib/format.js";
import { may } from "../../lib/session.js";
import { bar } from "../../ui/bar.js";
import { icon } from "../../ui/icon.js";
import { toast, toastError } from "../../ui/toast.js";
import { FLEET } from "./part.js";

const LOOK_MS = 2000;

/** Sends the event `computed` when a computation of everything has ended. */
class Freshness extends Element {
  static properties = { state: { state: true }, busy: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.pause);
  }

  async look() {
    try {
      this.become((await get(`${FLEET}/state`)).data);
    } catch {
      // the parts themselves say what cannot be read
    }
  }

  become(state) {
    const ended = this.state?.run && !state.run;
    this.state = state;
    clearTimeout(this.pause);
    if (state.run && !state.run.stopped && this.isConnected) this.pause = setTimeout(() => this.look(), LOOK_MS);
    if (ended) this.dispatchEvent(new CustomEvent("computed"));
  }

  async run(what) {
    this.busy = true;
    try {
      this.become((await post(`${FLEET}/${what}`)).data);
      toast(t(`dashboard.fresh.${what}.done`));
    } catch (error) {
      toastError(error);
    }
    this.busy = false;
  }

  render() {
    if (!this.state) return nothing;
    const { run, as_of: asOf, backlog, reconciled_at: reconciled } = this.state;
    return html`<div class="freshness"><p class="small quiet" role="status">${icon("clock")}${t("dashboard.fresh.as_of", { moment: moment(asOf) })}${backlog > 0 ? html` · ${t("dashboard.fresh.backlog", { count: backlog })}` : nothing}</p>
      ${run ? this.running(run) : html`<p class="small quiet">${reconciled ? t("dashboard.fresh.reconciled", { moment: moment(reconciled) }) : t("dashboard.fresh.never")}</p>`}
      ${this.verified()}
      ${may("analytics.run") ? this.actions(run) : nothing}</div>`;
  }

  running(run) {
    return html`<div class="run small">${bar(run.percent / 100)}<span>${t(`dashboard.fresh.running.${run.kind}`, { percent: number(run.percent) })}${run.stopped ? html` · ${t("dashboard.fresh.stopped")}` : nothing}</span></div>`;
  }

  verified() {
    const { verified } = this.state;
    if (!verified) return nothing;
    return html`<p class="small"><span class="badge ${verified.sound ? "ok" : "bad"}">${icon(verified.sound ? "check2" : "exclamation-triangle")}${verified.sound
      ? t("dashboard.fresh.sound", { count: number(verified.customers) }) : t("dashboard.fresh.differences", { count: verified.differences })}</span></p>`;
  }

  actions(run) {
    const going = run && !run.stopped;
    return html`<div class="row">${going
      ? html`<button type="button" class="button small" ?disabled=${this.busy} @click=${() => this.run("stop")}>${t("dashboard.fresh.stop")}</button>`
      : html`<button type="button" class="button small" ?disabled=${this.busy} @click=${() => this.run("recompute")}>${icon("arrow-clockwise")}${t("dashboard.fresh.recompute")}</button>
        <button type="button" class="button plain small" ?disabled=${this.busy} @click=${() => this.run("verify")}>${t("dashboard.fresh.verify")}</button>`}</div>`;
  }
}
customElements.define("c360-freshness", Freshness);
