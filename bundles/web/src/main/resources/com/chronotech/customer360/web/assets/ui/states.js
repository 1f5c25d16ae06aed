// What stands in the place of content: loading, failed, empty, not on this installation.
import { html, nothing } from "../vendor/lit.js";
import { hasText, t } from "../lib/i18n.js";
import { icon } from "./icon.js";

/** Grey lines while something loads. */
export const skeleton = (lines = 4) => html`
  <div class="skeleton" role="status"><span class="visually-hidden">${t("common.loading")}</span>${Array.from({ length: lines }, () => html`<i></i>`)}</div>`;

/** What a failed call says, in words for people. */
export function errorText(error) {
  if (hasText(`common.error.${error.code}`)) return t(`common.error.${error.code}`);
  if (error.status === 403) return error.message || t("common.error.forbidden");
  // a module that could not be fetched is told by each browser in words of its own
  if (/module/i.test(error.message) && /import/i.test(error.message)) return t("common.error.client.unreachable");
  return (error.message !== error.code && error.message) || t("common.error.unknown");
}

/** A failure with a way to try again. */
export function errorState(error, retry, { small = false } = {}) {
  const trace = error.traceId ? html`<span class="small quiet">${t("common.trace", { id: error.traceId })}</span>` : nothing;
  const again = retry && error.status !== 403 && error.status !== 404
    ? html`<button type="button" class="button small" @click=${retry}>${icon("arrow-clockwise")}${t("common.retry")}</button>` : nothing;
  return small
    ? html`<div class="notice bad" role="alert">${icon("exclamation-triangle")}<span class="grow">${errorText(error)}</span>${again}</div>`
    : html`<div class="state" role="alert">${icon(error.status === 403 ? "lock" : "exclamation-triangle")}<p class="title">${errorText(error)}</p>${trace}${again}</div>`;
}

/** Nothing there, honestly. `action` is a button or a link. */
export const emptyState = (title, text = "", name = "inbox", action = nothing) => html`
  <div class="state">${icon(name)}<p class="title">${title}</p>${text ? html`<p>${text}</p>` : nothing}${action}</div>`;

/** A part that this installation does not have; `message` is the server's own. */
export const unavailableState = (message) => html`
  <div class="state">${icon("plug")}<p class="title">${t("common.unavailable")}</p>${message ? html`<p>${message}</p>` : nothing}</div>`;

/** A message beside content. Kinds: info, ok, warn, bad. */
export const notice = (kind, content) => html`
  <div class="notice ${kind}">${icon({ ok: "check-circle", warn: "exclamation-triangle", bad: "exclamation-octagon" }[kind] ?? "info-circle")}<div class="grow">${content}</div></div>`;
