// The documents, where a domain of documents is installed.
import { html, nothing } from "../vendor/lit.js";
import { moment } from "../lib/format.js";
import { loadTexts, t } from "../lib/i18n.js";
import { icon } from "../ui/icon.js";
import { SectionTab } from "../ui/section-tab.js";
import { emptyState } from "../ui/states.js";

await loadTexts("documents");

/** An address that a page may link to: of the web, and never a script. */
const safe = (url) => /^(https?:\/\/|\/(?!\/))/.test(url ?? "");

class DocumentsTab extends SectionTab {
  get section() {
    return "documents";
  }

  body({ documents = [] }) {
    if (!documents?.length) return html`<div class="card">${emptyState(t("documents.none"), "", "file-earmark-text")}</div>`;
    return html`<div class="tab-head"><h2>${t("documents.title")} <span class="count">${documents.length}</span></h2></div>
      <ul class="stack">${documents.map((document) => this.card(document))}</ul>`;
  }

  card(document) {
    const name = document.name ?? document.title ?? document.label ?? `${document.id}`;
    return html`<li class="card row">${icon("file-earmark-text")}<span class="grow">${safe(document.url) ? html`<a href=${document.url} data-plain>${name}</a>` : name}</span>
      ${document.type ? html`<span class="badge">${document.type}</span>` : nothing}${document.created_at ? html`<time class="small quiet">${moment(document.created_at, this.zone)}</time>` : nothing}</li>`;
  }
}
customElements.define("c360-tab-documents", DocumentsTab);
