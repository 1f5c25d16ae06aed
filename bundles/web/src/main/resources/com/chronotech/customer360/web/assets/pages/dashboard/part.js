// A part of the dashboard: a card that fetches for itself, so that one that fails or is slow leaves the others alone.
import { html, nothing } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";

export const FLEET = "/api/customer360/analytics/fleet";

/** Parts say `name`, `fetch(signal)` and `content(value)`, and may say `tools()`; `period` and `round` make them fetch anew. */
export class Part extends Element {
  static properties = { period: {}, round: { type: Number } };

  constructor() {
    super();
    this.loader = new Loader(this, (signal) => this.fetch(signal));
  }

  /** What is asked of an address of the figures of all customers. */
  ask(path, query, signal) {
    return get(`${FLEET}${path}`, query, { signal }).then(({ data }) => data);
  }

  willUpdate(changed) {
    if (changed.has("period") || changed.has("round")) this.loader.reload();
  }

  tools() {
    return nothing;
  }

  render() {
    const id = `dashboard-${this.name}`;
    return html`<section class="card" aria-labelledby=${id}><header><h2 id=${id}>${t(`dashboard.${this.name}`)}</h2>${this.tools()}</header>
      ${this.loader.view((value) => this.content(value), { lines: 5 })}</section>`;
  }
}
