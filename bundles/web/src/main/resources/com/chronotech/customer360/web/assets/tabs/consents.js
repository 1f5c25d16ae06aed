// The Consents tab of the client page: how each purpose stands; the history and the ledger are a page of their own.
import { html, nothing } from "../vendor/lit.js";
import { customerOf } from "../lib/customer.js";
import { Element } from "../lib/element.js";
import { loadTexts } from "../lib/i18n.js";
import "../pages/consents/board.js";

class ConsentsTab extends Element {
  static properties = { customer: {}, zone: {}, about: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    const [about] = await Promise.all([customerOf(this.customer).catch(() => ({})), loadTexts("consents")]);
    this.about = about;
  }

  render() {
    return this.about ? html`<c360-consents .customer=${this.customer} .zone=${this.zone} .language=${this.about.language} compact></c360-consents>` : nothing;
  }
}
customElements.define("c360-tab-consents", ConsentsTab);
