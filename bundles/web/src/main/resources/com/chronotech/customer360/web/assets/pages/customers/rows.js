// The customers as a table, or as cards where there is little room.
import { html, nothing, repeat } from "../../vendor/lit.js";
import { t } from "../../lib/i18n.js";
import { go } from "../../lib/router.js";
import { icon } from "../../ui/icon.js";
import { columnsOf, nameOf } from "./columns.js";

const open = (event) => {
  if (event.defaultPrevented || event.target.closest("a, button, summary, details ul") || String(window.getSelection())) return;
  const link = event.currentTarget.querySelector("a.open");
  link.focus({ preventScroll: true });
  go(link.getAttribute("href"));
};

/** A table; `sort(by)` is called with the order that is wished. */
export function customerTable(customers, wish, sort) {
  const columns = columnsOf(wish);
  const chosen = columns.map((column) => column.id);
  const sortable = !wish.q && !wish.risk;
  const head = (label, by, num) => (sortable && by
    ? html`<th scope="col" class=${num ? "num" : ""} aria-sort=${wish.sort === by ? "ascending" : "none"}><button type="button" @click=${() => sort(by)}>${label}${wish.sort === by ? icon("arrow-up") : nothing}</button></th>`
    : html`<th scope="col" class=${num ? "num" : ""}>${label}</th>`);
  return html`<div class="table-wrap"><table class="table customers-table"><caption class="visually-hidden">${t("customers.title")}</caption>
    <thead><tr>${head(t("customers.column.name"), "name")}${columns.map((column) => head(t(`customers.column.${column.id}`), column.sort, column.num))}</tr></thead>
    <tbody>${repeat(customers, (one) => one.id, (one) => html`<tr @click=${open}><th scope="row">${nameOf(one, chosen)}</th>
      ${columns.map((column) => html`<td class="${column.num ? "num" : ""} column-${column.id}">${column.value(one) ?? nothing}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** Cards. */
export function customerCards(customers, wish) {
  const columns = columnsOf(wish).filter((column) => column.id !== "number");
  const chosen = columns.map((column) => column.id);
  return html`<ul class="customer-cards">${repeat(customers, (one) => one.id, (one) => html`<li class="card" @click=${open}>${nameOf(one, chosen)}
    <div class="card-facts small">${columns.map((column) => {
      const value = column.value(one);
      return value && value !== "—" ? html`<div class="column-${column.id}"><span class="visually-hidden">${t(`customers.column.${column.id}`)}</span>${value}</div>` : nothing;
    })}</div></li>`)}</ul>`;
}
