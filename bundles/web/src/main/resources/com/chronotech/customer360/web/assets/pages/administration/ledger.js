// The proof that the history of consents was not rewritten: what was verified when, and the signed roots of each day.
import { html, nothing } from "../../vendor/lit.js";
import { get, post } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";
import { day, moment, number } from "../../lib/format.js";
import { icon } from "../../ui/icon.js";
import { emptyState, errorText, notice } from "../../ui/states.js";

const ADDRESS = "/api/customer360/ledger";
const ROOTS = 30;

class Ledger extends Element {
  static properties = { busy: { state: true }, fault: { state: true } };

  constructor() {
    super();
    this.last = new Loader(this, (signal) => get(`${ADDRESS}/verification`, {}, { signal }).then(({ data }) => data));
    this.roots = new Loader(this, (signal) => get(`${ADDRESS}/roots`, { limit: ROOTS }, { signal }).then(({ data }) => data.roots));
  }

  connectedCallback() {
    super.connectedCallback();
    this.last.reload();
    this.roots.reload();
  }

  async verify() {
    this.busy = true;
    this.fault = null;
    try {
      this.last.value = (await post(`${ADDRESS}/verify`)).data;
    } catch (error) {
      this.fault = error;
    }
    this.busy = false;
  }

  render() {
    return html`<div class="stack stack-4"><section class="card" aria-labelledby="ledger-verified"><header><h2 id="ledger-verified">${t("administration.ledger.verified")}</h2>
        <button type="button" class="button primary" ?disabled=${this.busy} @click=${this.verify}>${icon("shield-check")}${t(this.busy ? "administration.ledger.verifying" : "administration.ledger.verify")}</button></header>
        <div aria-live="polite">${this.fault ? notice("bad", errorText(this.fault)) : nothing}${this.last.view((value) => this.verification(value.verification), { lines: 3 })}</div></section>
      <section class="card" aria-labelledby="ledger-roots"><header><h2 id="ledger-roots">${t("administration.ledger.roots")}</h2>
        <a class="button small" download="racines-du-registre.json" href="${ADDRESS}/roots?limit=10000">${icon("download")}${t("administration.ledger.download")}</a></header>
        <p class="quiet">${t("administration.ledger.roots.why")}</p>${this.roots.view((roots) => this.rootTable(roots))}</section></div>`;
  }

  verification(found) {
    if (!found) return emptyState(t("administration.ledger.never"), t("administration.ledger.never.hint"), "shield-check");
    return html`<div class="stack">${notice(found.sound ? "ok" : "bad", t(found.sound ? "administration.ledger.sound" : "administration.ledger.broken", { count: found.finding_count }))}
      <dl class="facts"><dt>${t("administration.ledger.when")}</dt><dd>${moment(found.finished_at)}</dd>
        <dt>${t("administration.ledger.entries")}</dt><dd>${t("administration.ledger.entries.of", { entries: number(found.entries), chains: number(found.chains) })}</dd></dl>
      ${found.findings.length ? html`<ul class="stack findings">${found.findings.map((finding) => html`<li class="small mono">${Object.entries(finding).filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${value}`).join(" · ")}</li>`)}</ul>` : nothing}</div>`;
  }

  rootTable(roots) {
    if (roots.length === 0) return emptyState(t("administration.ledger.roots.none"), t("administration.ledger.roots.none.hint"), "shield-lock");
    return html`<div class="table-wrap" role="region" tabindex="0" aria-label=${t("common.table", { name: t("administration.ledger.roots") })}><table class="table"><caption class="visually-hidden">${t("administration.ledger.roots")}</caption>
      <thead><tr><th scope="col">${t("administration.ledger.day")}</th><th scope="col">${t("administration.ledger.root")}</th><th scope="col" class="num">${t("administration.ledger.chains")}</th><th scope="col" class="num">${t("administration.ledger.entries")}</th><th scope="col">${t("administration.ledger.signed")}</th></tr></thead>
      <tbody>${roots.map((root) => html`<tr><th scope="row">${day(root.day)}</th><td class="mono root" title=${root.root}>${root.root}</td><td class="num">${number(root.chains)}</td><td class="num">${number(root.entries)}</td>
        <td class="small">${moment(root.signed_at)}<div class="quiet mono">${root.key_id}</div></td></tr>`)}</tbody></table></div>`;
  }
}
customElements.define("c360-ledger", Ledger);

export const view = () => html`<c360-ledger></c360-ledger>`;
