// Icons of the sprite; decoration only, since words stand beside them or name the button.
import { html } from "../vendor/lit.js";

const sprite = new URL("../icons.svg", import.meta.url).href;

/** An icon by its name in icons.txt. */
export const icon = (name) => html`<svg class="icon" aria-hidden="true" focusable="false"><use href="${`${sprite}#${name}`}"></use></svg>`;
