// Why a customer is in a segment by rule.
import { html } from "../../vendor/lit.js";
import { moment, number } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { openDialog } from "../../ui/dialog.js";

const shown = (value) => {
  if (value === null) return t("common.none");
  if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "number" ? number(value, 2) : String(value);
};

/** Shows the rule and the facts that it found. */
export const whyDialog = (segment, zone) => openDialog(t("customer.segment.why", { label: segment.label }), () => html`
  <div class="stack stack-4">
    <p>${t("customer.segment.since", { when: moment(segment.since, zone) })}</p>
    <div class="table-wrap"><table class="table">
      <caption class="visually-hidden">${t("customer.segment.facts")}</caption>
      <thead><tr><th scope="col">${t("customer.segment.fact")}</th><th scope="col" class="num">${t("customer.segment.value")}</th></tr></thead>
      <tbody>${Object.entries(segment.why?.facts ?? {}).map(([name, value]) => html`<tr><th scope="row"><code>${name}</code></th><td class="num">${shown(value)}</td></tr>`)}</tbody>
    </table></div>
    <p class="small quiet">${t("customer.segment.rule", { version: segment.rule_version })}<br /><code>${segment.why?.rule}</code></p>
  </div>`);
