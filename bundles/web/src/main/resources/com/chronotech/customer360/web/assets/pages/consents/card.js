// One purpose: how it stands, what that means, the wording that was shown, and what can be done.
import { html, nothing } from "../../vendor/lit.js";
import { ago } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { icon } from "../../ui/icon.js";
import { endsSoon, lastDay, languageName, meaning, standing, STATES } from "./words.js";

/** A card. `view`: `{zone, notices, writable, issue, busy, grant, refuse, revoke, receipt}`. */
export function purposeCard(consent, view) {
  const { consent_type: type, state, implied } = consent;
  const worthless = view.issue?.code === "minor";
  const allowed = (consent.is_granted && !worthless) || Boolean(implied);
  const [symbol, tone] = worthless ? STATES.unproven : STATES[state];
  const id = `purpose-${type}`;
  return html`<section class="card consent ${consent.is_granted && !worthless ? "given" : ""}" aria-labelledby=${id}>
    <header><h2 id=${id}>${t(`consents.purpose.${type}`)}</h2><span class="badge ${tone}">${icon(symbol)}${t(`consents.state.${state}`)}</span></header>
    <div class="stack">
      <p class="consent-meaning ${allowed ? "yes" : "no"}">${icon(allowed ? "check2" : "x-lg")}<span>${meaning(consent, worthless)}</span></p>
      <p class="small">${standing(consent, view.zone)}</p>
      ${implied ? html`<p class="small consent-implied">${icon("info-circle")}<span>${t(`consents.implied.${implied.reason}`, { label: implied.label ?? implied.evidence, until: lastDay(implied.until, view.zone) })}</span></p>` : nothing}
      ${view.issue ? html`<p class="small consent-issue">${icon("exclamation-triangle")}<span>${t(`consents.issue.${view.issue.code}`)}</span></p>` : nothing}
      ${view.writable && endsSoon(consent) ? html`<p class="small consent-issue">${icon("clock")}<span>${t("consents.ending", { when: ago(consent.expires_at) })}</span></p>` : nothing}
      ${noticeView(type, consent.notice, view.notices)}
    </div>
    ${actions(consent, view)}
  </section>`;
}

function actions(consent, view) {
  const { consent_type: type } = consent;
  const receipt = consent.version > 0 && view.receipt
    ? html`<button type="button" class="button plain small" @click=${() => view.receipt(type)}>${icon("qr-code")}${t("consents.receipt")}</button>` : nothing;
  if (!view.writable) return receipt === nothing ? nothing : html`<div class="actions">${receipt}</div>`;
  const named = (text) => html`${text}<span class="visually-hidden">${" : "}${t(`consents.purpose.${type}`)}</span>`;
  return html`<div class="actions">${receipt}
    ${consent.is_granted
      ? html`${consent.renewal_due || endsSoon(consent) ? html`<button type="button" class="button small" @click=${() => view.grant(type)}>${named(t("consents.renew"))}</button>` : nothing}
        <button type="button" class="button small danger" ?disabled=${view.busy} @click=${() => view.revoke(consent)}>${named(t("consents.revoke"))}</button>`
      : html`${consent.state === "refused" || consent.state === "revoked" ? nothing : html`<button type="button" class="button small" @click=${() => view.refuse(type)}>${named(t("consents.refuse"))}</button>`}
        <button type="button" class="button small" @click=${() => view.grant(type)}>${named(t("consents.grant"))}</button>`}
  </div>`;
}

/** The wording that was shown, to be opened; the words of one that is no longer published are not to be had. */
export function noticeView(type, shown, notices) {
  if (!shown) return nothing;
  const text = textOf(type, shown, notices);
  return html`<details class="consent-notice"><summary class="small">${t("consents.notice.shown", { version: shown.version, language: languageName(shown.language) })}</summary>
    ${text ? html`<blockquote lang=${shown.language}><p class="strong">${text.title}</p><p class="consent-words">${text.body}</p></blockquote>
      <p class="small quiet">SHA-256 <code>${shown.sha256}</code></p>` : html`<p class="small quiet">${t(notices ? "consents.notice.gone" : "consents.notice.unread")}</p>`}</details>`;
}

export const textOf = (type, shown, notices) =>
  notices?.find((notice) => notice.consent_type === type && notice.version === shown.version)?.texts.find((text) => text.language === shown.language);

/** The notice in force of a purpose: the one of the greatest version. */
export function inForce(type, notices) {
  const greater = (one, other) => one.version.localeCompare(other.version, "en", { numeric: true });
  return (notices ?? []).filter((notice) => notice.consent_type === type).sort(greater).at(-1);
}
