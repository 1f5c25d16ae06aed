// What every tab of a customer does: loads its section when first shown, and again when something of it has changed.
import { get } from "../lib/api.js";
import { Element, Loader } from "../lib/element.js";
import { unavailableState } from "./states.js";

/**
 * A tab. A class of its own gives `section` and draws `body(data)`.
 *
 * `customer` is the customer's id, `zone` the customer's time zone once it is known.
 */
export class SectionTab extends Element {
  static properties = { customer: {}, zone: {} };

  constructor() {
    super();
    this.loader = new Loader(this, async (signal) => (await get(`/api/customer360/${this.customer}/sections/${this.section}`, {}, { signal })).data);
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.loader.args) this.refresh();
  }

  /** Loads it anew; what stands stays until the answer is there. */
  refresh() {
    return this.loader.reload();
  }

  render() {
    return this.loader.view((answer) => (answer.available ? this.body(answer.data) : unavailableState(answer.message)));
  }
}
