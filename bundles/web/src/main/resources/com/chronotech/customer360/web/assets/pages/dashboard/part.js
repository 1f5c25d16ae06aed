// A part of the dashboard: a card that fetches for itself, so that one that fails or is slow leaves the others alone,
// once it is seen: what goes over all customers costs the server more than anything else.
import { html, nothing } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";

export const FLEET = "/api/customer360/analytics/fleet";

const parts = new Set();
const sight = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach((one) => one.target.begin()));

/** Has every part fetch, and ends when all are drawn, or say what failed. */
export const readAll = () => Promise.all([...parts].map((part) => part.read()));

/** Parts say `name`, `fetch(signal)` and `content(value)`, and may say `tools()`; `period` and `round` make them fetch anew. */
export class Part extends Element {
  static properties = { period: {}, round: { type: Number }, begun: { state: true } };

  constructor() {
    super();
    this.loader = new Loader(this, (signal) => this.fetch(signal));
  }

  /** What stood in its place until now goes. */
  createRenderRoot() {
    this.replaceChildren();
    return super.createRenderRoot();
  }

  /** What is asked of an address of the figures of all customers. */
  ask(path, query, signal) {
    return get(`${FLEET}${path}`, query, { signal }).then(({ data }) => data);
  }

  connectedCallback() {
    super.connectedCallback();
    parts.add(this);
    sight.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    parts.delete(this);
    sight.unobserve(this);
  }

  begin() {
    this.begun = true;
    sight.unobserve(this);
  }

  async read() {
    this.begin();
    await this.updateComplete;
    await this.asked;
    await this.updateComplete;
    await Promise.all([...this.querySelectorAll("c360-chart")].map((chart) => chart.drawing));
  }

  /** Whether what changed calls for another answer. */
  asksAnew(changed) {
    return this.begun && (changed.has("period") || changed.has("round") || changed.has("begun"));
  }

  willUpdate(changed) {
    if (this.asksAnew(changed)) this.asked = this.loader.reload();
  }

  tools() {
    return nothing;
  }

  body(lines = 5) {
    return this.begun ? this.loader.view((value) => this.content(value), { lines }) : html`<div class="awaited"></div>`;
  }

  render() {
    const id = `dashboard-${this.name}`;
    return html`<section class="card" aria-labelledby=${id}><header><h2 id=${id}>${t(`dashboard.${this.name}`)}</h2>${this.tools()}</header>
      ${this.body()}</section>`;
  }
}
