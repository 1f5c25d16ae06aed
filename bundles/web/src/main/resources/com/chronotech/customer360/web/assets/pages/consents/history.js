// Every decision as a line of time: what, when, how, by whom, under which wording, and where it lies in the ledger.
import { html, nothing } from "../../vendor/lit.js";
import { Element } from "../../lib/element.js";
import { moment } from "../../lib/format.js";
import { hasText, t } from "../../lib/i18n.js";
import { icon } from "../../ui/icon.js";
import { emptyState } from "../../ui/states.js";
import { valueView } from "../../ui/value.js";
import { noticeView } from "./card.js";
import { lastDay, sourceName, STATES } from "./words.js";

const LATE_MS = 60_000;

class ConsentHistory extends Element {
  static properties = { history: { attribute: false }, zone: {}, notices: { attribute: false }, see: { attribute: false }, purpose: { state: true } };

  render() {
    const purposes = [...new Set(this.history.map((version) => version.consent_type))];
    if (purposes.length === 0) return emptyState(t("consents.history.none"), t("consents.history.none.text"), "clock-history");
    const chip = (type, label) => html`<button type="button" class="chip" aria-pressed=${(this.purpose ?? null) === type ? "true" : "false"} @click=${() => { this.purpose = type; }}>${label}</button>`;
    return html`<div class="stack">
      ${purposes.length > 1 ? html`<div class="chips" role="group" aria-label=${t("consents.history.purposes")}>${chip(null, t("consents.history.all"))}${purposes.map((type) => chip(type, t(`consents.purpose.${type}`)))}</div>` : nothing}
      <ol class="versions">${this.history.filter((version) => !this.purpose || version.consent_type === this.purpose).map((version) => this.version(version))}</ol></div>`;
  }

  version(version) {
    const { zone } = this;
    const state = version.basis === "unproven" ? "unproven" : version.decision;
    const [symbol, tone] = STATES[state] ?? STATES.never_asked;
    return html`<li class="version ${tone}">
      <span class="version-dot">${icon(symbol)}</span>
      <div class="version-body">
        <div class="row row-between"><h3>${t(`consents.purpose.${version.consent_type}`)}${" – "}${t(`consents.state.${state}`)}</h3>
          <span class="row"><time class="small quiet" datetime=${version.occurred_at}>${moment(version.occurred_at, zone)}</time>
            <button type="button" class="button plain small icon-only" title=${t("consents.history.see")} aria-label="${t("consents.history.see")} : ${moment(version.occurred_at, zone)}" @click=${() => this.see(version.occurred_at)}>${icon("eye")}</button></span></div>
        <p class="small">${this.sentence(version)}</p>
        ${noticeView(version.consent_type, version.notice, this.notices)}
        <details class="version-more"><summary class="small">${t("consents.history.more", { version: version.version, sequence: version.ledger.sequence })}</summary>${this.facts(version)}</details>
      </div></li>`;
  }

  sentence(version) {
    const source = sourceName(version.source);
    const collector = version.collector ?? (version.collected_by ? t("consents.history.user", { id: version.collected_by }) : null);
    return [
      collector ? t("consents.history.by", { source, collector }) : source,
      version.guardian ? t("consents.history.guardian", version.guardian) : null,
      version.valid_until ? t("consents.history.until", { day: lastDay(version.valid_until, this.zone) }) : null,
    ].filter(Boolean).join(" · ");
  }

  facts(version) {
    const fact = (name, value) => (value === null || value === undefined ? nothing : html`<dt>${t(`consents.fact.${name}`)}</dt><dd>${value}</dd>`);
    const word = (area, code) => (code === null ? null : hasText(`consents.${area}.${code}`) ? t(`consents.${area}.${code}`) : code);
    const late = Date.parse(version.recorded_at) - Date.parse(version.occurred_at) > LATE_MS;
    return html`<dl class="facts small">
      ${fact("recorded_at", late ? moment(version.recorded_at, this.zone) : null)}
      ${fact("channel", word("channel", version.channel))}
      ${fact("ip_address", version.ip_address)}
      ${fact("origin", word("origin", version.origin))}
      ${fact("guardian_contact", version.guardian?.contact)}
      ${fact("evidence", version.evidence ? valueView(version.evidence) : null)}
      ${fact("record_id", html`<code>${version.record_id}</code>`)}
      ${fact("sequence", t("consents.fact.sequence_of", { sequence: version.ledger.sequence }))}
      ${fact("hash", html`<code>${version.ledger.hash}</code>`)}
      ${fact("previous_hash", /^0+$/.test(version.ledger.previous_hash) ? t("consents.fact.first") : html`<code>${version.ledger.previous_hash}</code>`)}
    </dl>`;
  }
}
customElements.define("c360-consent-history", ConsentHistory);
