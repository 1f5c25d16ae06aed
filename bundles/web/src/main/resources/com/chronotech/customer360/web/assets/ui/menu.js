// A button that opens a short list of actions, links and choices, after the WAI-ARIA pattern of menus.
import { html, nothing } from "../vendor/lit.js";
import { Element } from "../lib/element.js";
import { icon } from "./icon.js";

/**
 * `items`: `[{label, icon, lang, href, download, run, chosen}]`, each a link or an action, or with `chosen` one of several
 * choices; `nothing` draws a line between them. `field` is the id of the button, `label` its name; `detail`, where given, is
 * shown in its place.
 */
class Menu extends Element {
  static properties = { label: {}, detail: {}, symbol: {}, field: {}, items: { attribute: false }, small: { type: Boolean }, plain: { type: Boolean }, open: { state: true } };

  render() {
    return html`<div class="menu" @keydown=${this.keys} @focusout=${this.left}>
      <button type="button" tabindex="0" id=${this.field ?? nothing} class="button ${this.small ? "small" : ""} ${this.plain ? "plain" : ""}" aria-haspopup="menu" aria-expanded=${this.open ? "true" : "false"} @click=${() => this.toggle()}>
        ${this.symbol ? icon(this.symbol) : nothing}${this.detail === undefined ? html`${this.label}${icon("chevron-down")}`
          : html`<span class="visually-hidden">${this.label}</span><span class="name truncate">${this.detail}</span>`}</button>
      ${this.open ? html`<div class="menu-list" role="menu" aria-label=${this.label}>${(this.items ?? []).map((item) => (item === nothing ? html`<hr />` : this.item(item)))}</div>` : nothing}
    </div>`;
  }

  item(item) {
    const shown = html`${item.icon ? icon(item.icon) : nothing}<span class="grow">${item.label}</span>${item.chosen ? icon("check2") : nothing}`;
    if (item.href) return html`<a role="menuitem" tabindex="-1" href=${item.href} download=${item.download ?? nothing} @click=${() => this.close()}>${shown}</a>`;
    const choice = item.chosen !== undefined;
    return html`<button type="button" tabindex="-1" role=${choice ? "menuitemradio" : "menuitem"} aria-checked=${choice ? String(item.chosen) : nothing} lang=${item.lang ?? nothing}
      @click=${() => { this.close(); item.run(); }}>${shown}</button>`;
  }

  /** Closes, and gives the focus back to the button. */
  close() {
    this.open = false;
    this.querySelector("button").focus();
  }

  async toggle() {
    this.open = !this.open;
    await this.updateComplete;
    if (this.open) this.querySelector("[role^=menuitem]")?.focus();
  }

  left(event) {
    if (!event.currentTarget.contains(event.relatedTarget)) this.open = false;
  }

  keys(event) {
    const items = [...this.querySelectorAll("[role^=menuitem]")];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape" && this.open) {
      event.stopPropagation();
      this.close();
    } else if (to !== undefined && (this.open || event.key === "ArrowDown")) {
      event.preventDefault();
      if (this.open) items[(to + items.length) % items.length]?.focus();
      else this.toggle();
    }
  }
}
customElements.define("c360-menu", Menu);
