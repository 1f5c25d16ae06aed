// The language of rules, in short.
import { html } from "../../vendor/lit.js";
import { t } from "../../lib/i18n.js";

const NAMES = [
  ["total('workorder')", "total"], ["days_since('workorder')", "days_since"], ["vehicles", "vehicles"], ["customer_age_days", "customer_age_days"],
  ["city", "city"], ["province", "province"], ["postal_code", "postal_code"], ["customer_type", "customer_type"], ["status", "status"],
  ["labels", "labels"], ["language", "language"], ["privacy_level", "privacy_level"], ["channel", "channel"], ["timezone", "timezone"], ["is_active", "is_active"], ["tax_exempt", "tax_exempt"],
];
const SIGNS = [["and, or, not, ( )", "logic"], ["== !=", "equal"], ["< <= > >=", "order"], ["=^ =$", "begins"], ["=~ ['a', 'b']", "among"], ["'VIP' =~ labels", "label"], ["== null", "null"]];
const EXAMPLES = ["total('workorder') >= 5 and days_since('workorder') <= 365", "city =~ ['Laval', 'Longueuil']", "postal_code =^ 'H7' and vehicles >= 3", "days_since('workorder') == null and customer_age_days > 180", "'flotte' =~ labels and is_active"];
const TYPES = "workorder, invoice, payment, quote, email, sms, call, document, appointment, note, vehicle_added";

/** The help; `use(example)` is called with an example that is wished. */
export const ruleHelp = (use) => html`<aside class="card stack rule-help" aria-label=${t("segments.help")}><h3>${t("segments.help")}</h3>
  <div><h4 class="small">${t("segments.help.examples")}</h4><ul class="stack stack-1">${EXAMPLES.map((example) => html`<li><button type="button" class="button small example mono" @click=${() => use(example)}>${example}</button></li>`)}</ul></div>
  <details open><summary>${t("segments.help.names")}</summary><dl class="facts">${NAMES.map(([name, key]) => html`<dt class="mono">${name}</dt><dd class="small">${t(`segments.name.${key}`)}</dd>`)}</dl>
    <p class="small quiet">${t("segments.help.types")} <span class="mono">${TYPES}</span></p></details>
  <details><summary>${t("segments.help.signs")}</summary><dl class="facts">${SIGNS.map(([sign, key]) => html`<dt class="mono">${sign}</dt><dd class="small">${t(`segments.sign.${key}`)}</dd>`)}</dl></details>
  <p class="small quiet">${t("segments.help.profiling")}</p></aside>`;
