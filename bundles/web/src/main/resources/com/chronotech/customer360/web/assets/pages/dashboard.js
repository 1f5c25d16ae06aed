// Stub.
import { html } from "../vendor/lit.js";
import { t } from "../lib/i18n.js";

export const title = () => t("dashboard.title");
export const view = () => html`<div class="page-head"><h1>${t("dashboard.title")}</h1></div>`;
