// The columns of the list of customers, and which of them this browser shows.
import { html, nothing } from "../../vendor/lit.js";
import { t } from "../../lib/i18n.js";
import { keep, kept } from "../../lib/kept.js";
import { day, money, number } from "../../lib/format.js";
import { may } from "../../lib/session.js";
import { icon } from "../../ui/icon.js";

/** Never shown among the matched: what the row tells anyway. */
const PLAIN = new Set(["name", "company", "email", "phone"]);
const USUAL = ["phone", "email", "city", "segments"];

const link = (scheme, value, text = value) => (value ? html`<a class="quiet-link" href="${scheme}:${value}">${text}</a>` : nothing);

/** Badges of a customer whose data call for care. */
export const privacyBadge = (customer) => (customer.privacy_level && customer.privacy_level !== "normal"
  ? html`<span class="badge ${customer.privacy_level === "confidentiel" ? "bad" : "warn"}">${icon("lock")}${t(`customers.privacy.${customer.privacy_level}`)}</span>` : nothing);

/** By what a customer was found that the row does not tell anyway; null for nothing. */
export function foundBy({ matched }) {
  if (!matched || PLAIN.has(matched.kind)) return null;
  return t(`customers.matched.${matched.kind}`, { term: matched.kind === "contact" ? matched.term : matched.term.toUpperCase() });
}

/** The name, which opens the customer, and by what else than the name the customer was found. */
export const nameOf = (customer, chosen = []) => html`
  <div class="row customer-name"><a class="open" href="/customers/${customer.id}/360">${customer.name || customer.company || t("customers.nameless", { id: customer.id })}</a>${privacyBadge(customer)}</div>
  ${customer.company && customer.company !== customer.name && !chosen.includes("company") ? html`<div class="small quiet">${customer.company}</div>` : nothing}
  ${foundBy(customer) ? html`<div class="small quiet">${foundBy(customer)}</div>` : nothing}`;

const tags = (labels) => html`<div class="row tag-row">${labels.slice(0, 3).map((label) => html`<span class="badge">${label}</span>`)}${labels.length > 3
  ? html`<span class="badge" title=${labels.slice(3).join(", ")}>+${labels.length - 3}</span>` : nothing}</div>`;

const agreed = (customer) => (customer.agreed === undefined ? nothing : customer.agreed
  ? html`<span class="badge ok">${icon("check2")}${t("customers.agreed.yes")}</span>` : html`<span class="badge">${t("customers.agreed.no")}</span>`);

const COLUMNS = [
  { id: "number", sort: "id", num: true, value: (one) => one.id },
  { id: "company", value: (one) => one.company },
  { id: "phone", value: (one) => link("tel", one.phone) },
  { id: "email", value: (one) => link("mailto", one.email) },
  { id: "city", value: (one) => one.city },
  { id: "segments", value: (one) => tags(one.segments) },
  { id: "consent", allowed: () => may("consents.read"), value: agreed },
];

const RISK = [
  { id: "risk", num: true, value: (one) => html`<span class="badge ${one.risk.value >= 75 ? "bad" : "warn"}">${number(one.risk.value)}\u00a0%</span>` },
  { id: "reasons", value: ({ reasons: [first, ...further] }) => html`<div class="small">${first?.text}</div>${further.length
    ? html`<details><summary>${t("customers.reasons.more", { count: further.length })}</summary><ul class="reasons">${further.map((reason) => html`<li>${reason.text}</li>`)}</ul></details>` : nothing}` },
  { id: "last_visit", value: (one) => day(one.last_visit) },
  { id: "revenue", allowed: () => may("finances.read"), num: true, value: (one) => money(one.revenue_12m, one.currency ?? undefined) },
];

const allowed = (column) => column.allowed?.() ?? true;

/** Columns that may be chosen. */
export const choosable = () => COLUMNS.filter(allowed);

/** The identities of the columns chosen in this browser. */
export const chosenColumns = () => kept("columns", USUAL);

/** Shows or hides a column from now on. */
export function chooseColumn(id, shown) {
  const before = chosenColumns().filter((one) => one !== id);
  keep("columns", COLUMNS.map((column) => column.id).filter((one) => before.includes(one) || (shown && one === id)));
}

/** The columns of a wish, beside the name. */
export const columnsOf = (wish) => (wish.risk ? RISK.filter(allowed) : choosable().filter((column) => chosenColumns().includes(column.id)));
