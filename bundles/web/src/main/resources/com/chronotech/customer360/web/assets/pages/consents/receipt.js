// The signed receipt of what stands: what it attests, its QR code, the page to print, and where anybody can check it.
import { html, nothing } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { day, moment } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { openDialog } from "../../ui/dialog.js";
import { icon } from "../../ui/icon.js";
import { toast } from "../../ui/toast.js";
import { languageName, sourceName } from "./words.js";

const CHECK = "/api/customer360/consents/receipt-check";

class Receipt extends Element {
  static properties = { customer: {}, type: {}, zone: {} };

  constructor() {
    super();
    this.loader = new Loader(this, async (signal) => (await get(`/customers/${this.customer}/consents/${this.type}/receipt`, {}, { signal })).data);
  }

  connectedCallback() {
    super.connectedCallback();
    this.loader.reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    if (this.file) URL.revokeObjectURL(this.file);
  }

  render() {
    return this.loader.view((answer) => this.receipt(answer), { lines: 8 });
  }

  receipt({ receipt, payload, qr_svg: qr }) {
    this.file ??= URL.createObjectURL(new Blob([receipt], { type: "application/jose" }));
    return html`<div class="receipt">
      <div class="stack">
        <dl class="facts">
          <dt>${t("consents.receipt.says")}</dt><dd>${t(`consents.purpose.${payload.purpose}`)}${" – "}${t(`consents.state.${payload.state}`)}</dd>
          <dt>${t("consents.receipt.decided")}</dt><dd>${moment(payload.occurred_at, this.zone)}${", "}${sourceName(payload.source)}</dd>
          ${payload.notice ? html`<dt>${t("consents.receipt.notice")}</dt><dd>${payload.notice.title}${" – "}${payload.notice.version}${", "}${languageName(payload.notice.language)}</dd>` : nothing}
          <dt>${t("consents.receipt.issued")}</dt><dd>${moment(payload.issued_at, this.zone)}</dd>
          <dt>${t("consents.receipt.place")}</dt><dd>${t("consents.fact.sequence_of", { sequence: payload.ledger.sequence })}</dd>
          <dt>${t("consents.receipt.root")}</dt><dd>${payload.root ? day(payload.root.day, this.zone, "long") : t("consents.receipt.no_root")}</dd>
        </dl>
        <p class="small">${t("consents.receipt.explained")}</p>
      </div>
      ${qr ? html`<img class="receipt-qr" alt=${t("consents.receipt.qr")} src="data:image/svg+xml,${encodeURIComponent(qr)}" />` : nothing}
    </div>
    <div class="actions">
      <button type="button" class="button" @click=${() => this.copy(receipt)}>${icon("link-45deg")}${t("consents.receipt.copy")}</button>
      <a class="button" href=${this.file} download="consent-${this.customer}-${this.type}.jws">${icon("download")}${t("consents.receipt.download")}</a>
      <a class="button" href="/customers/${this.customer}/consents/${this.type}/receipt" target="_blank" rel="noopener">${icon("printer")}${t("consents.receipt.print")}</a>
      <a class="button primary" href="${CHECK}#${receipt}" target="_blank" rel="noopener">${icon("shield-check")}${t("consents.receipt.check")}</a>
    </div>
    <textarea class="textarea mono visually-hidden" readonly tabindex="-1" aria-hidden="true" .value=${receipt}></textarea>`;
  }

  /** Without TLS a browser gives no clipboard to scripts, but copies what is selected. */
  async copy(receipt) {
    try {
      await navigator.clipboard.writeText(receipt);
    } catch {
      this.querySelector("textarea").select();
      document.execCommand("copy");
    }
    toast(t("consents.receipt.copied"));
  }
}
customElements.define("c360-receipt", Receipt);

export const showReceipt = (customer, type, zone) =>
  openDialog(t("consents.receipt.title"), () => html`<c360-receipt .customer=${customer} .type=${type} .zone=${zone}></c360-receipt>`, { wide: true });
