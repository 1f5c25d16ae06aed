// A list of labels: added by Enter or comma, taken away by their cross.
import { html } from "../vendor/lit.js";
import { Element } from "../lib/element.js";
import { t } from "../lib/i18n.js";
import { icon } from "./icon.js";

/**
 * `values`, a list of texts; `change(values)`; `suggest()` may answer, as a promise, labels that others have; `field`, `name`,
 * `invalid`, `described` as of any input.
 */
class Chips extends Element {
  static properties = {
    values: { attribute: false }, change: { attribute: false }, suggest: { attribute: false }, field: {}, name: {}, invalid: {}, described: {}, known: { state: true },
  };

  /** Suggestions are a help: where they cannot be had one types without. */
  async ask() {
    if (this.known || !this.suggest) return;
    this.known = [];
    this.known = await this.suggest().catch(() => []);
  }

  render() {
    return html`<div class="chips-field">
      ${this.values.map((label) => html`<span class="badge brand">${label}<button type="button" aria-label=${t("common.remove", { label })} @click=${() => this.drop(label)}>${icon("x-lg")}</button></span>`)}
      <input id=${this.field} name=${this.name} class="input" autocomplete="off" list="${this.field}-known" maxlength="64" aria-invalid=${this.invalid} aria-describedby=${this.described}
        placeholder=${t("common.chips.add")} @focus=${this.ask} @keydown=${this.key} @blur=${(event) => this.add(event.target)} />
      <datalist id="${this.field}-known">${(this.known ?? []).filter((label) => !this.values.includes(label)).map((label) => html`<option value=${label}></option>`)}</datalist>
    </div>`;
  }

  key(event) {
    if (event.key === "Enter" || event.key === ",") {
      // an empty field lets Enter send the form
      if (!event.target.value.trim() && event.key === "Enter") return;
      event.preventDefault();
      this.add(event.target);
    } else if (event.key === "Backspace" && !event.target.value && this.values.length) {
      this.drop(this.values.at(-1));
    }
  }

  add(input) {
    const label = input.value.trim();
    input.value = "";
    if (label && !this.values.some((one) => one.toLowerCase() === label.toLowerCase())) this.change([...this.values, label]);
  }

  drop(label) {
    this.change(this.values.filter((one) => one !== label));
    this.querySelector("input").focus();
  }
}
customElements.define("c360-chips", Chips);
