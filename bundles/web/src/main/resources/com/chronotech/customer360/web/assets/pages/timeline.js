// The timeline of one customer.
import { html, keyed, nothing } from "../vendor/lit.js";
import { Element, Loader } from "../lib/element.js";
import { customerOf } from "../lib/customer.js";
import { t } from "../lib/i18n.js";
import { customerHead } from "../ui/customer-line.js";
import "./timeline/list.js";

class TimelinePage extends Element {
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
    const head = (actions) => customerHead(this.customer, this.about.value, t("timeline.title"), actions);
    return this.about.value ? html`<c360-timeline .customer=${this.customer} .zone=${this.about.value.zone} .query=${this.query} .head=${head}></c360-timeline>`
      : html`${head(nothing)}${this.about.view(() => nothing, { lines: 10 })}`;
  }
}
customElements.define("c360-timeline-page", TimelinePage);

export const title = () => t("timeline.title");
export const view = (customer, query) => keyed(customer, html`<c360-timeline-page .customer=${customer} .query=${query}></c360-timeline-page>`);
