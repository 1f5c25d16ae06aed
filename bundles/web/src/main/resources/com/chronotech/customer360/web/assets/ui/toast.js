// Short messages at the edge of the page, read out by screen readers; one may offer to undo.
import { html, nothing, render } from "../vendor/lit.js";
import { errorText } from "./states.js";

const shown = [];
let place = null;

/** Says something for a while. `action` is `{label, run}`, such as undo; then it stays longer. */
export function toast(text, { action = null } = {}) {
  const entry = { text, action };
  shown.push(entry);
  draw();
  setTimeout(() => dismiss(entry), action ? 10_000 : 5_000);
}

/** Says what failed. */
export const toastError = (error) => toast(errorText(error));

function dismiss(entry) {
  const index = shown.indexOf(entry);
  if (index >= 0) shown.splice(index, 1);
  draw();
}

function draw() {
  if (!place) {
    place = document.createElement("div");
    place.className = "toasts";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  render(shown.map((entry) => html`<div class="toast"><span class="grow">${entry.text}</span>${entry.action
    ? html`<button type="button" @click=${() => { dismiss(entry); entry.action.run(); }}>${entry.action.label}</button>` : nothing}</div>`), place);
}
