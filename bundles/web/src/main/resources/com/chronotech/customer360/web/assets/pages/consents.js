// What one customer agreed to, and the proof of it.
import { html, keyed } from "../vendor/lit.js";
import { customerOf } from "../lib/customer.js";
import { Element, Loader } from "../lib/element.js";
import { t } from "../lib/i18n.js";
import { customerHead } from "../ui/customer-line.js";
import "./consents/board.js";

class ConsentsPage extends Element {
  static properties = { customer: {}, query: { attribute: false } };

  constructor() {
    super();
    this.about = new Loader(this, () => customerOf(this.customer));
  }

  connectedCallback() {
    super.connectedCallback();
    this.about.reload();
  }

  render() {
    return html`${customerHead(this.customer, this.about.value, t("consents.title"))}
      ${this.about.view(({ zone, language }) => html`<c360-consents .customer=${this.customer} .zone=${zone} .language=${language} .query=${this.query}></c360-consents>`, { lines: 12 })}`;
  }
}
customElements.define("c360-consents-page", ConsentsPage);

export const title = () => t("consents.title");
export const view = (customer, query) => keyed(customer, html`<c360-consents-page .customer=${customer} .query=${query}></c360-consents-page>`);
