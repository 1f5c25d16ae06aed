// Stub.
import { html } from "../vendor/lit.js";
import { t } from "../lib/i18n.js";

export const title = () => t("customers.title");
export const view = () => html`<div class="page-head"><h1>${t("customers.title")}</h1></div>`;
