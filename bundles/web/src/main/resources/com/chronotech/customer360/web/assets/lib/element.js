// The base of our elements: drawn in the page itself, so that one style sheet and one focus order serve all.
import { LitElement, html, nothing } from "../vendor/lit.js";
import { errorState, skeleton } from "../ui/states.js";

export class Element extends LitElement {
  createRenderRoot() {
    return this;
  }
}

/**
 * Something that is fetched: `loading`, then `ready` with a value or `failed` with an error; fetched again on `reload()`,
 * where the old value stays until the new one is there. An answer that comes after a later call is dropped.
 */
export class Loader {
  constructor(host, fetcher) {
    this.host = host;
    this.fetcher = fetcher;
    this.value = null;
    this.error = null;
    this.loading = false;
    host.addController(this);
  }

  /** What was cut off while the host was out of the page is fetched now. */
  hostConnected() {
    if (this.cut) this.reload(...(this.args ?? []));
  }

  hostDisconnected() {
    this.cut = this.loading;
    this.running?.abort();
  }

  /** Fetches; ends when the answer or the failure stands. */
  async reload(...args) {
    this.args = args;
    this.cut = false;
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.loading = true;
    // Whoever tries again sees that it is being tried.
    if (this.value === null) this.error = null;
    this.host.requestUpdate();
    try {
      const value = await this.fetcher(running.signal, ...args);
      if (this.running !== running) return;
      this.value = value;
      this.error = null;
    } catch (error) {
      if (this.running !== running || running.signal.aborted) return;
      this.error = error;
    }
    this.loading = false;
    this.host.requestUpdate();
  }

  /** Draws the value, or what stands in its place. */
  view(ready, { lines = 4 } = {}) {
    if (this.error && this.value === null) return errorState(this.error, () => this.reload(...(this.args ?? [])));
    if (this.value === null) return skeleton(lines);
    return html`${this.error ? errorState(this.error, () => this.reload(...(this.args ?? [])), { small: true }) : nothing}${ready(this.value)}`;
  }
}
