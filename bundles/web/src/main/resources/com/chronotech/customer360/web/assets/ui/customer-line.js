// The head of a page about one customer: the way back to the client page, whose page it is, its heading.
import { html, nothing } from "../vendor/lit.js";
import { t } from "../lib/i18n.js";
import { icon } from "./icon.js";

/** `customer`: `{id, name}` as `customerOf` answers; null while it is not known. */
export const customerHead = (id, customer, heading, more = nothing) => html`<div class="page-head">
  <div class="stack stack-1"><a class="back small" href="/customers/${id}/360">${icon("chevron-left")}${customer?.name ?? t("common.customer_numbered", { id })}</a>
    <h1>${heading}</h1></div>${more}</div>`;
