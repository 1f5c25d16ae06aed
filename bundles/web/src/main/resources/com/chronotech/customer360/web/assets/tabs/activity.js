// The Activity tab of the client page: the timeline in its shorter form.
import { html, nothing } from "../vendor/lit.js";
import { Element } from "../lib/element.js";
import { loadTexts } from "../lib/i18n.js";
import "../pages/timeline/list.js";

class ActivityTab extends Element {
  static properties = { customer: {}, zone: {}, spoken: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    await loadTexts("timeline");
    this.spoken = true;
  }

  render() {
    return this.spoken ? html`<c360-timeline .customer=${this.customer} .zone=${this.zone} compact></c360-timeline>` : nothing;
  }
}
customElements.define("c360-tab-activity", ActivityTab);
