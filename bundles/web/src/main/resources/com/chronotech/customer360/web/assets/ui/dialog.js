// Dialogs: the browser's own element, so that focus stays inside, Escape closes, and focus goes back to where it was.
import { html, nothing, render } from "../vendor/lit.js";
import { t } from "../lib/i18n.js";
import { icon } from "./icon.js";

let counter = 0;

/**
 * Opens a dialog and answers a promise of what it was closed with; undefined when it was left.
 *
 * @param title its heading
 * @param content draws the body; gets `{close(result), redraw()}`
 * @param options `dismissable` false for a question that must be answered; `wide` for more room; `mayLeave` promises whether it
 *   may be left by Escape or the cross
 */
export function openDialog(title, content, { dismissable = true, wide = false, mayLeave = null } = {}) {
  return new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    const id = `dialog-${(counter += 1)}`;
    let result;
    const close = (value) => {
      result = value;
      dialog.close();
    };
    const leave = async () => {
      if (!mayLeave || (await mayLeave())) close();
    };
    const redraw = () => render(html`<div class="dialog-body">
      <header><h2 id=${id}>${title}</h2>${dismissable
        ? html`<button type="button" class="button plain icon-only" aria-label=${t("common.close")} @click=${leave}>${icon("x-lg")}</button>` : nothing}</header>
      ${content({ close, redraw })}</div>`, dialog);
    dialog.setAttribute("aria-labelledby", id);
    if (wide) dialog.classList.add("wide");
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      if (dismissable) leave();
    });
    // a second Escape without a click between is not cancellable, so it is caught before
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      if (dismissable) leave();
    });
    const pageLeft = () => { if (dismissable) close(); };
    window.addEventListener("customer360-page", pageLeft);
    dialog.addEventListener("close", () => {
      window.removeEventListener("customer360-page", pageLeft);
      dialog.remove();
      resolve(result);
    });
    redraw();
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector("[autofocus]")?.focus();
  });
}

/** Asks yes or no; answers true for yes. What destroys is not what Enter does. */
export const confirm = (title, text, { yes, no, danger = false } = {}) =>
  openDialog(title, ({ close }) => html`
    <p>${text}</p>
    <div class="actions">
      <button type="button" class="button" ?autofocus=${danger} @click=${() => close(false)}>${no ?? t("common.cancel")}</button>
      <button type="button" class="button ${danger ? "danger" : "primary"}" ?autofocus=${!danger} @click=${() => close(true)}>${yes ?? t("common.confirm")}</button>
    </div>`).then((answer) => answer === true);
