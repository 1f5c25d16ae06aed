// Any JSON value as people read it: lists and names with values, nested; texts are only ever shown as text.
import { html } from "../vendor/lit.js";

const DEEPEST = 4;
const PLAIN = { name: (key) => key.replaceAll("_", " "), text: String };
const nothingThere = html`<span class="quiet">—</span>`;

/** A value; what lies deeper than a few levels is shown as JSON. `words`: how a `name` and, of that name, a plain value (`text`) are written. */
export function valueView(value, words = PLAIN, depth = 0, name = "") {
  if (value === null || value === undefined || value === "") return nothingThere;
  if (typeof value !== "object") return html`${words.text(value, name)}`;
  if (Object.keys(value).length === 0) return nothingThere;
  if (depth >= DEEPEST) return html`<code>${JSON.stringify(value)}</code>`;
  if (Array.isArray(value)) return html`<ul class="value-list">${value.map((one) => html`<li>${valueView(one, words, depth + 1, name)}</li>`)}</ul>`;
  return html`<dl class="value">${Object.entries(value).map(([key, one]) => html`<div><dt>${words.name(key)}</dt><dd>${changed(one)
    ? html`<del>${valueView(one.old, words, DEEPEST, key)}</del>${" → "}<ins>${valueView(one.new, words, DEEPEST, key)}</ins>` : valueView(one, words, depth + 1, key)}</dd></div>`)}</dl>`;
}

/** What was and what is: how the history of a profile keeps a change. */
const changed = (value) => value !== null && typeof value === "object" && Object.keys(value).length === 2 && "old" in value && "new" in value;
