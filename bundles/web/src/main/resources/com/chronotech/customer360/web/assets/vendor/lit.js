// The view library, from its webjars; other modules know it by this file alone.
export { LitElement, html, nothing, render } from "lit";
export { repeat } from "lit-html/directives/repeat.js";
export { live } from "lit-html/directives/live.js";
export { keyed } from "lit-html/directives/keyed.js";
