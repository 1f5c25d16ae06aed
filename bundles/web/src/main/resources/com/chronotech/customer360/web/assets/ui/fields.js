// Fields of forms: label above, hint, then what is wrong, tied together for screen readers.
import { html, live, nothing } from "../vendor/lit.js";
import { icon } from "./icon.js";

let made = 0;
const ids = new WeakMap();
const idOf = (owner, name) => {
  if (!ids.has(owner)) ids.set(owner, `f${(made += 1)}`);
  return `${ids.get(owner)}-${name}`;
};

/** A label, a control and its texts. `control(id, describedby)` draws the control. */
export function field(owner, name, { label, hint, error, wide }, control) {
  const id = idOf(owner, name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return html`<div class="field ${wide ? "wide" : ""}">
    <label for=${id}>${label}</label>
    ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
    ${control(id, described || nothing)}
    ${error ? html`<span class="error" id="${id}-error">${icon("exclamation-circle")}${error}</span>` : nothing}
  </div>`;
}

/** A text field. `more` may hold type, autocomplete, inputmode, list, placeholder, required, rows (a text area), maxlength, min, max, step. */
export const textField = (owner, name, value, change, texts, more = {}) =>
  field(owner, name, texts, (id, described) => {
    const set = (event) => change(event.target.value);
    return more.rows
      ? html`<textarea class="textarea" id=${id} name=${name} rows=${more.rows} maxlength=${more.maxlength ?? nothing} ?required=${more.required}
          aria-invalid=${texts.error ? "true" : nothing} aria-describedby=${described} .value=${live(value ?? "")} @input=${set}></textarea>`
      : html`<input class="input" id=${id} name=${name} type=${more.type ?? "text"} autocomplete=${more.autocomplete ?? "off"}
          inputmode=${more.inputmode ?? nothing} list=${more.list ?? nothing} placeholder=${more.placeholder ?? nothing} maxlength=${more.maxlength ?? nothing}
          min=${more.min ?? nothing} max=${more.max ?? nothing} step=${more.step ?? nothing} ?required=${more.required} ?disabled=${more.disabled}
          aria-invalid=${texts.error ? "true" : nothing} aria-describedby=${described} .value=${live(value ?? "")} @input=${set} />`;
  });

/** A choice among `[value, label]` pairs. */
export const selectField = (owner, name, value, options, change, texts, more = {}) =>
  field(owner, name, texts, (id, described) => html`
    <select class="select" id=${id} name=${name} ?disabled=${more.disabled} aria-invalid=${texts.error ? "true" : nothing} aria-describedby=${described}
      @change=${(event) => change(event.target.value)}>
      ${options.map(([key, label]) => html`<option value=${key} .selected=${live((value ?? "") === key)}>${label}</option>`)}
    </select>`);

/** A box to tick. */
export function checkField(owner, name, value, change, label, hint) {
  const id = idOf(owner, name);
  return html`<div class="check">
    <input type="checkbox" id=${id} name=${name} .checked=${live(Boolean(value))} aria-describedby=${hint ? `${id}-hint` : nothing} @change=${(event) => change(event.target.checked)} />
    <div><label for=${id}>${label}</label>${hint ? html`<div class="small quiet" id="${id}-hint">${hint}</div>` : nothing}</div>
  </div>`;
}

/** The faults of a refused form, named above it and tied to nothing: those that no field of the form shows. */
export function otherFaults(error, shown) {
  const others = (error?.errors ?? []).filter((fault) => !shown.includes(fault.field));
  return others.length ? html`<ul class="stack stack-1">${others.map((fault) => html`<li>${fault.field ? `${fault.field} : ` : ""}${fault.message}</li>`)}</ul>` : nothing;
}
