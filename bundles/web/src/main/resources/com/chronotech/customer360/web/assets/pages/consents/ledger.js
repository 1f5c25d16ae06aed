// The badge of the ledger: that this customer's history is what was recorded, when that was verified, and by which root.
import { html, nothing } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { day, moment } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { icon } from "../../ui/icon.js";
import { notice } from "../../ui/states.js";

class Ledger extends Element {
  static properties = { customer: {}, zone: {}, history: { attribute: false } };

  constructor() {
    super();
    this.loader = new Loader(this, async (signal) => {
      const [verified, roots] = await Promise.all([
        get(`/customers/${this.customer}/consents/verify`, {}, { signal }),
        get("/api/customer360/ledger/roots", { limit: 1 }, { signal }),
      ]);
      return { ...verified.data.verification, root: roots.data.roots[0] ?? null };
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.verify();
  }

  verify() {
    return this.loader.reload();
  }

  render() {
    return html`<section class="card ledger" aria-labelledby="ledger-title">
      <header><h2 id="ledger-title">${t("consents.ledger")}</h2>
        <button type="button" class="button small" ?disabled=${this.loader.loading} @click=${() => this.verify()}>${icon("arrow-clockwise")}${t("consents.ledger.again")}</button></header>
      <div aria-live="polite">${this.loader.view((found) => this.found(found), { lines: 2 })}</div></section>`;
  }

  found(found) {
    if (!found.sound) {
      return notice("bad", html`<p class="strong">${t("consents.ledger.broken", { count: found.finding_count })}</p>
        <ul>${found.findings.map((finding) => html`<li>${finding.message}</li>`)}</ul><p>${t("consents.ledger.broken.text")}</p>`);
    }
    if (found.entries === 0) return html`<p class="quiet">${t("consents.ledger.empty")}</p>`;
    return html`<div class="ledger-sound">${icon("shield-check")}<div class="stack stack-1">
      <p class="strong">${t("consents.ledger.sound", { count: found.entries })}</p>
      <p class="small">${t("consents.ledger.when", { when: moment(found.finished_at, this.zone) })}</p>
      <p class="small">${this.sealed(found)}</p>
      ${found.root ? html`<p class="small quiet">${t("consents.ledger.root")} <code>${found.root.root}</code></p>` : nothing}
    </div></div>`;
  }

  /** What the newest root covers: it seals what was recorded through its day, in UTC. */
  sealed(found) {
    if (!found.root) return t("consents.ledger.no_root");
    const open = (this.history ?? []).filter((version) => version.recorded_at.slice(0, 10) > found.root.day).length;
    const root = day(found.root.day, this.zone, "long");
    if (open && open === this.history.length) return t("consents.ledger.not_yet", { root });
    return open ? t("consents.ledger.partly", { count: open, root }) : t("consents.ledger.wholly", { root });
  }
}
customElements.define("c360-ledger", Ledger);
