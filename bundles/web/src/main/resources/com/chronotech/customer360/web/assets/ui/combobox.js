// A text field that searches a long list, after the WAI-ARIA combobox pattern.
import { html, nothing } from "../vendor/lit.js";
import { Element } from "../lib/element.js";
import { t } from "../lib/i18n.js";

const MOST = 40;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * `options` `[{value, label, hint, words}]`, where `hint` is shown beside the label and `words` are searched as well; `value` the chosen one, empty for none; `free` lets any text be a value; `change(value)`.
 * `field` is the id of the input, for its label; `invalid` and `described` as aria-invalid and aria-describedby.
 */
class Combobox extends Element {
  static properties = {
    options: { attribute: false }, value: {}, free: { type: Boolean }, change: { attribute: false }, field: {}, name: {}, invalid: {}, described: {},
    placeholder: {}, open: { state: true }, typed: { state: true }, at: { state: true },
  };

  label() {
    return this.options.find((option) => option.value === this.value)?.label ?? this.value ?? "";
  }

  found() {
    const words = plain(this.typed ?? "").split(/\s+/).filter(Boolean);
    return this.options.filter((option) => {
      const text = plain(`${option.label} ${option.words ?? ""} ${option.value}`);
      return words.every((word) => text.includes(word));
    }).slice(0, MOST);
  }

  render() {
    const found = this.open ? this.found() : [];
    const list = `${this.field}-list`;
    return html`<div class="combobox">
      <input class="input" id=${this.field} name=${this.name ?? nothing} role="combobox" autocomplete="off" spellcheck="false" placeholder=${this.placeholder ?? nothing}
        aria-autocomplete="list" aria-expanded=${this.open ? "true" : "false"} aria-controls=${list} aria-invalid=${this.invalid ?? nothing}
        aria-describedby=${this.described ?? nothing} aria-activedescendant=${this.open && found[this.at] ? `${list}-${this.at}` : nothing}
        .value=${this.typed ?? this.label()} @focus=${(event) => event.target.select()} @click=${() => this.show()} @input=${this.input} @keydown=${this.key} @blur=${this.leave} />
      <ul role="listbox" id=${list} aria-label=${t("common.suggestions")} ?hidden=${!this.open || !found.length}>
        ${found.map((option, at) => html`<li role="option" id="${list}-${at}" aria-selected=${at === this.at ? "true" : "false"}
          @pointerdown=${(event) => { event.preventDefault(); this.choose(option); }}><span>${option.label}</span>${option.hint ? html`<span class="small quiet">${option.hint}</span>` : nothing}</li>`)}
      </ul>
      <span class="visually-hidden" role="status">${this.open && !found.length ? t("common.suggestions.none") : nothing}</span>
    </div>`;
  }

  updated(changed) {
    if (changed.has("at") && this.open) this.querySelector(`#${CSS.escape(`${this.field}-list-${this.at}`)}`)?.scrollIntoView({ block: "nearest" });
  }

  show() {
    if (this.open) return;
    this.typed = this.typed ?? (this.free ? this.label() : "");
    this.at = Math.max(0, this.found().findIndex((option) => option.value === this.value));
    this.open = true;
  }

  input(event) {
    this.typed = event.target.value;
    this.at = 0;
    this.open = true;
    if (this.free) this.change(this.typed);
  }

  choose(option) {
    this.value = option.value;
    this.typed = null;
    this.open = false;
    this.change(option.value);
  }

  key(event) {
    const found = this.found();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!this.open) return this.show();
      this.at = (this.at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % (found.length || 1);
    } else if (event.key === "Enter" && this.open && found[this.at]) {
      event.preventDefault();
      this.choose(found[this.at]);
    } else if (event.key === "Escape" && this.open) {
      event.preventDefault();
      event.stopPropagation();
      this.open = false;
      this.typed = null;
    }
  }

  /** What was typed counts when it names an option, and where any text may stand; else the old value stays. */
  leave() {
    const named = this.typed && this.options.find((option) => plain(option.label) === plain(this.typed) || plain(option.value) === plain(this.typed));
    if (named) this.choose(named);
    else if (this.typed === "" && this.free) this.change("");
    this.typed = null;
    this.open = false;
  }
}
customElements.define("c360-combobox", Combobox);
