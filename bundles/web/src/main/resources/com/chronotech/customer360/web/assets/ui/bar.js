// A bar as long as a share: decoration beside the number it shows.
import { html } from "../vendor/lit.js";

/** A bar, with a share of 0 to 1. */
export const bar = (share) => html`<svg class="bar-svg" aria-hidden="true" focusable="false" preserveAspectRatio="none"><rect height="100%" width="${Math.round(1000 * Math.min(1, Math.max(0, share || 0))) / 10}%"></rect></svg>`;

/** The class that colours a cell by its share of the greatest: five steps, each legible. */
export const heat = (value, most) => (value > 0 && most > 0 ? `heat heat-${Math.max(1, Math.ceil((5 * value) / most))}` : "heat");
