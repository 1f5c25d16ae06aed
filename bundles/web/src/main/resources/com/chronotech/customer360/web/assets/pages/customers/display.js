// What of the list this browser shows: its columns, and whether single keys do something.
import { html } from "../../vendor/lit.js";
import { Element } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";
import { allowSingleKeys, singleKeys } from "../../lib/shortcuts.js";
import { checkField } from "../../ui/fields.js";
import { icon } from "../../ui/icon.js";
import { choosable, chooseColumn, chosenColumns } from "./columns.js";

/** Sends the event `display` when columns were chosen. */
class CustomerDisplay extends Element {
  static properties = { wish: { attribute: false }, open: { state: true } };

  render() {
    return html`<div class="menu" @focusout=${this.left} @keydown=${this.key}>
      <button type="button" class="button" aria-expanded=${this.open ? "true" : "false"} aria-controls="customer-display" @click=${() => { this.open = !this.open; }}>
        ${icon("columns-gap")}${t("customers.display")}</button>
      <div class="menu-list display-list" id="customer-display" ?hidden=${!this.open}>
        <fieldset><legend>${t("customers.columns")}</legend>${choosable().map((column) =>
          checkField(this, `column-${column.id}`, chosenColumns().includes(column.id), (shown) => this.choose(column.id, shown), t(`customers.column.${column.id}`)))}</fieldset>
        <hr />${checkField(this, "keys", singleKeys(), allowSingleKeys, t("customers.keys"), t("customers.keys.hint"))}
      </div></div>`;
  }

  choose(id, shown) {
    chooseColumn(id, shown);
    this.dispatchEvent(new CustomEvent("display"));
    this.requestUpdate();
  }

  left(event) {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) this.open = false;
  }

  key(event) {
    if (event.key !== "Escape" || !this.open) return;
    this.open = false;
    this.querySelector("button").focus();
  }
}
customElements.define("c360-customer-display", CustomerDisplay);
