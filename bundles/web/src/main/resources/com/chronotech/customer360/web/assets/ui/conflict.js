// Two people changed the same fields: both values side by side, and a choice for each.
import { html } from "../vendor/lit.js";
import { t } from "../lib/i18n.js";
import { openDialog } from "./dialog.js";

/**
 * Asks which values stand.
 *
 * @param fields `[{name, label, mine, theirs}]`, the values as people read them
 * @returns a promise of `{name: "mine" | "theirs"}`; undefined when the dialog was left
 */
export function chooseConflict(fields) {
  const choice = Object.fromEntries(fields.map((field) => [field.name, "mine"]));
  return openDialog(t("common.conflict.title"), ({ close, redraw }) => {
    const all = (side) => {
      fields.forEach((field) => { choice[field.name] = side; });
      redraw();
    };
    const option = (field, side) => html`<label class="conflict-side ${choice[field.name] === side ? "chosen" : ""}">
      <input type="radio" name="conflict-${field.name}" .checked=${choice[field.name] === side} @change=${() => { choice[field.name] = side; redraw(); }} />
      <span class="grow"><span class="small quiet">${t(`common.conflict.${side}`)}</span><br /><span class="strong">${field[side]}</span></span></label>`;
    return html`<div class="stack stack-4">
      <p>${t("common.conflict.text")}</p>
      ${fields.length > 1 ? html`<div class="row">
        <button type="button" class="button small" @click=${() => all("mine")}>${t("common.conflict.all_mine")}</button>
        <button type="button" class="button small" @click=${() => all("theirs")}>${t("common.conflict.all_theirs")}</button></div>` : ""}
      ${fields.map((field) => html`<fieldset><legend>${field.label}</legend><div class="conflict">${option(field, "mine")}${option(field, "theirs")}</div></fieldset>`)}
      <div class="actions"><button type="button" class="button" @click=${() => close()}>${t("common.conflict.back")}</button>
        <button type="button" class="button primary" @click=${() => close(choice)}>${t("common.conflict.save")}</button></div>
    </div>`;
  });
}
