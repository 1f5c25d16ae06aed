// One activity: a line to read, and on demand everything that is known of it.
import { html, nothing } from "../../vendor/lit.js";
import { hasText, t } from "../../lib/i18n.js";
import { ago, clock, day, moment, money } from "../../lib/format.js";
import { icon } from "../../ui/icon.js";
import { valueView } from "../../ui/value.js";
import { TYPES } from "./types.js";

/** A row. `view`: `{zone, expanded, fresh, toggle}`. */
export function row(activity, view) {
  const [symbol, tone] = TYPES[activity.activity_type] ?? TYPES.system;
  const open = view.expanded.has(activity.id);
  const details = `activity-${activity.id}`;
  return html`<li class="activity ${view.fresh.has(activity.id) ? "fresh" : ""}" data-id=${activity.id}>
    <span class="activity-icon tone-${tone}">${icon(symbol)}</span>
    <div class="activity-text">
      <button type="button" class="activity-title" aria-expanded=${open ? "true" : "false"} aria-controls=${open ? details : nothing} @click=${() => view.toggle(activity.id)}>
        <span class="visually-hidden">${t(`timeline.type.${activity.activity_type}`)}${" – "}</span><span>${activity.title}</span>${icon(open ? "chevron-up" : "chevron-down")}</button>
      ${activity.description ? html`<p class="activity-description ${open ? "whole" : ""}">${activity.description}</p>` : nothing}
      <p class="activity-by">${by(activity)}${referenceView(activity)}</p>
      ${open ? html`<div id=${details} class="activity-details">${detailsView(activity, view.zone)}</div>` : nothing}
    </div>
    <time class="activity-time" datetime=${activity.created_at} title=${moment(activity.created_at, view.zone)}>${clock(activity.created_at, view.zone)}</time>
  </li>`;
}

function by(activity) {
  const type = t(`timeline.type.${activity.activity_type}`);
  return html`<span>${type}</span>${activity.actor_type || activity.actor_name ? html`<span aria-hidden="true">·</span><span>${actor(activity)}</span>` : nothing}`;
}

/** Who did it: a name where the host knows one. */
export function actor(activity) {
  if (activity.actor_name) return activity.actor_name;
  const kind = activity.actor_type ?? "user";
  return kind === "user" && activity.actor_id ? t("timeline.actor.user_numbered", { id: activity.actor_id }) : t(`timeline.actor.${kind}`);
}

/** Addresses of the host's own pages and nothing that a browser would run. */
const safe = (url) => Boolean(url) && /^(https?:\/\/|\/(?!\/))/i.test(url);

function referenceView(activity) {
  const reference = activity.reference;
  if (!reference) {
    return activity.reference_id ? html`<span class="badge">${tableName(activity.reference_table)}${" "}${activity.reference_id}</span>` : nothing;
  }
  const label = reference.label ?? `${tableName(activity.reference_table)} ${activity.reference_id}`;
  return html`<span class="activity-reference">
    ${safe(reference.url) ? html`<a href=${reference.url} data-plain>${label}</a>` : html`<span class="strong">${label}</span>`}
    ${reference.status ? html`<span class="badge">${word(reference.status)}</span>` : nothing}
    ${reference.amount !== null && reference.amount !== undefined ? html`<span class="num">${money(reference.amount, reference.currency ?? "CAD")}</span>` : nothing}
  </span>`;
}

const tableName = (table) => (hasText(`timeline.table.${table}`) ? t(`timeline.table.${table}`) : (table ?? ""));

const AMOUNT = /^amount$|_amount$|_cost$|_price$/;

/** How metadata is written: names and words that we know, amounts as money, dates and instants as people read them. */
function metadataWords(metadata, zone) {
  return {
    name: (key) => (hasText(`timeline.meta.${key}`) ? t(`timeline.meta.${key}`) : key.replaceAll("_", " ")),
    text: (value, key) => {
      if (AMOUNT.test(key) && /^-?\d+(\.\d+)?$/.test(value)) return money(value, metadata.currency ?? "CAD");
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value);
      return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? moment(value, zone) : word(value);
    },
  };
}

/** A host's own word for a state or a name, where we know what it means. */
const word = (code) => (hasText(`timeline.word.${code}`) ? t(`timeline.word.${code}`) : String(code));

function detailsView(activity, zone) {
  const dated = Date.parse(activity.created_at) > 0;
  return html`<dl class="facts">
    <dt>${t("timeline.details.when")}</dt><dd>${dated ? html`${moment(activity.created_at, zone)} <span class="quiet">(${ago(activity.created_at)})</span>` : t("timeline.undated")}</dd>
    ${activity.actor_type || activity.actor_name ? html`<dt>${t("timeline.details.by")}</dt><dd>${actor(activity)}${activity.actor_type && activity.actor_name ? html` <span class="quiet">(${t(`timeline.actor.${activity.actor_type}`)})</span>` : nothing}</dd>` : nothing}
    ${activity.reference_table ? html`<dt>${t("timeline.details.refers")}</dt><dd>${tableName(activity.reference_table)}${" "}${activity.reference_id ?? ""}</dd>` : nothing}
    <dt>${t("timeline.details.number")}</dt><dd class="num">${activity.id}</dd>
    ${activity.metadata && Object.keys(activity.metadata).length ? html`<dt>${t("timeline.details.metadata")}</dt><dd>${valueView(activity.metadata, metadataWords(activity.metadata, zone))}</dd>` : nothing}
  </dl>`;
}
