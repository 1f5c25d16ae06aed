// A button that opens a short list of actions or links, after the WAI-ARIA pattern of menus.
import { html, nothing } from "../vendor/lit.js";
import { Element } from "../lib/element.js";
import { icon } from "./icon.js";

/** `items`: `[{label, icon, href, download, run}]`, each a link or an action. */
class Menu extends Element {
  static properties = { label: {}, symbol: {}, items: { attribute: false }, small: { type: Boolean }, open: { state: true } };

  render() {
    return html`<div class="menu" @keydown=${this.keys} @focusout=${this.left}>
      <button type="button" class="button ${this.small ? "small" : ""}" aria-haspopup="menu" aria-expanded=${this.open ? "true" : "false"} @click=${() => this.toggle()}>
        ${this.symbol ? icon(this.symbol) : nothing}${this.label}${icon("chevron-down")}</button>
      ${this.open ? html`<div class="menu-list" role="menu" aria-label=${this.label}>${(this.items ?? []).map((item) => this.item(item))}</div>` : nothing}
    </div>`;
  }

  item(item) {
    const shown = html`${item.icon ? icon(item.icon) : nothing}<span class="grow">${item.label}</span>`;
    return item.href
      ? html`<a role="menuitem" href=${item.href} download=${item.download ?? nothing} @click=${() => { this.open = false; }}>${shown}</a>`
      : html`<button type="button" role="menuitem" @click=${() => { this.open = false; item.run(); }}>${shown}</button>`;
  }

  async toggle() {
    this.open = !this.open;
    await this.updateComplete;
    if (this.open) this.querySelector("[role=menuitem]")?.focus();
  }

  left(event) {
    if (!event.currentTarget.contains(event.relatedTarget)) this.open = false;
  }

  keys(event) {
    const items = [...this.querySelectorAll("[role=menuitem]")];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape" && this.open) {
      event.stopPropagation();
      this.open = false;
      this.querySelector("button").focus();
    } else if (to !== undefined && (this.open || event.key === "ArrowDown")) {
      event.preventDefault();
      if (this.open) items[(to + items.length) % items.length]?.focus();
      else this.toggle();
    }
  }
}
customElements.define("c360-menu", Menu);
