// Stub.
import { html } from "../vendor/lit.js";
import { t } from "../lib/i18n.js";

export const title = () => t("customer.title");
export const view = () => html`<div class="page-head"><h1>${t("customer.title")}</h1></div>`;
