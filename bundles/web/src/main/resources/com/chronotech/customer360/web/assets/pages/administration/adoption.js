// What became of the host's tables.
import { html, nothing } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";
import { moment, number } from "../../lib/format.js";
import { icon } from "../../ui/icon.js";
import { emptyState, notice } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";

/** What needs somebody comes first. */
const OUTCOMES = { needs_admin: "bad", kept: "warn", mapped: "info", added: "ok", not_available: "", stands: "" };

class AdoptionReport extends Element {
  static properties = { only: { state: true } };

  constructor() {
    super();
    this.only = null;
    this.loader = new Loader(this, (signal) => get("/api/customer360/adoption", {}, { signal }).then(({ data }) => data));
  }

  connectedCallback() {
    super.connectedCallback();
    this.loader.reload();
  }

  render() {
    return this.loader.view((value) => this.content(value), { lines: 8 });
  }

  content({ at, entries }) {
    if (!at) return emptyState(t("administration.adoption.never"), t("administration.adoption.console"), "clipboard-check");
    const counts = grouped(entries);
    const shown = Object.keys(OUTCOMES).flatMap((outcome) => (this.only && this.only !== outcome ? [] : counts.get(outcome) ?? []));
    return html`<div class="stack"><p class="quiet">${t("administration.adoption.at", { moment: moment(at) })} · ${t("administration.adoption.console")}</p>
      ${counts.has("needs_admin") ? notice("warn", t("administration.adoption.needs", { count: counts.get("needs_admin").length })) : nothing}
      <div class="row" role="group" aria-label=${t("administration.adoption.outcome")}>${Object.keys(OUTCOMES).filter((outcome) => counts.has(outcome)).map((outcome) => html`
        <button type="button" class="chip" aria-pressed=${this.only === outcome ? "true" : "false"} @click=${() => { this.only = this.only === outcome ? null : outcome; }}>${t(`administration.outcome.${outcome}`)}<span class="count">${counts.get(outcome).length}</span></button>`)}</div>
      <div class="table-wrap" role="region" tabindex="0" aria-label=${t("common.table", { name: t("administration.tab.adoption") })}><table class="table adoption-table"><caption class="visually-hidden">${t("administration.tab.adoption")}</caption>
        <thead><tr><th scope="col">${t("administration.adoption.table")}</th><th scope="col">${t("administration.adoption.outcome")}</th><th scope="col" class="num">${t("administration.adoption.rows")}</th><th scope="col">${t("administration.detail")}</th></tr></thead>
        <tbody>${shown.map((entry) => this.line(entry))}</tbody></table></div></div>`;
  }

  line(entry) {
    const statement = entry.outcome === "needs_admin" && entry.detail;
    return html`<tr><th scope="row"><span class="mono">${entry.table}</span>${entry.item === "table" ? nothing : html`<div class="small quiet mono">${entry.item}</div>`}</th>
      <td><span class="badge ${OUTCOMES[entry.outcome]}">${t(`administration.outcome.${entry.outcome}`)}</span></td>
      <td class="num">${entry.rows ? number(entry.rows) : nothing}</td>
      <td class="small">${entry.detail ?? nothing}${statement ? html` <button type="button" class="button small" @click=${() => copy(statement)}>${icon("clipboard-check")}${t("administration.copy")}</button>` : nothing}</td></tr>`;
  }
}
customElements.define("c360-adoption", AdoptionReport);

function grouped(entries) {
  const groups = new Map();
  entries.forEach((entry) => groups.set(entry.outcome, [...(groups.get(entry.outcome) ?? []), entry]));
  return groups;
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(t("administration.copied"));
}

export const view = () => html`<c360-adoption></c360-adoption>`;
