// The command palette (Ctrl-K): customers as one types, pages, the tabs of the customer that is open, and actions.
import { html, nothing, render } from "../vendor/lit.js";
import { get } from "../lib/api.js";
import { t } from "../lib/i18n.js";
import { recentCustomers } from "../lib/recent.js";
import { go } from "../lib/router.js";
import { foundBy } from "../pages/customers/columns.js";
import { isSearchable } from "../lib/searchable.js";
import { icon } from "./icon.js";
import { commands, folded } from "./palette/commands.js";

const PAUSE_MS = 110;
const FOUND = 7;

/** Opens it. `frame` is the frame of the page, which signs out and changes the language. */
export function palette(frame) {
  const dialog = document.createElement("dialog");
  dialog.className = "palette";
  dialog.setAttribute("aria-label", t("customers.palette"));
  const state = { text: "", found: null, active: 0, groups: [], all: commands(frame) };
  const draw = () => {
    state.groups = groupsOf(state);
    state.items = state.groups.flatMap((group) => group.items);
    state.active = Math.min(state.active, Math.max(0, state.items.length - 1));
    render(body(state, on), dialog);
    dialog.querySelector("[role=option][aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  };
  const on = {
    type: (text) => {
      Object.assign(state, { text, active: 0 });
      draw();
      search(state, draw);
    },
    move: (to) => {
      state.active = (to + state.items.length) % Math.max(1, state.items.length);
      draw();
    },
    run: (item) => {
      dialog.close();
      if (item) item.run();
    },
  };
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    state.running?.abort();
    clearTimeout(state.pause);
    dialog.remove();
  });
  draw();
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("input").focus();
}

/** What was found before stays until the next answer; a failure leaves the commands, which need no server. */
function search(state, draw) {
  clearTimeout(state.pause);
  state.running?.abort();
  const q = state.text.trim();
  if (!isSearchable(q)) {
    state.found = null;
    return draw();
  }
  state.pause = setTimeout(async () => {
    state.running = new AbortController();
    const { signal } = state.running;
    try {
      state.found = (await get("/customers/search", { q, per_page: FOUND }, { signal })).data.customers;
    } catch {
      if (signal.aborted) return;
      state.found = [];
    }
    draw();
  }, PAUSE_MS);
}

const customer = (one) => ({
  id: `customer-${one.id}`,
  label: one.name || one.company || t("customers.nameless", { id: one.id }),
  note: [one.company === one.name ? null : one.company, foundBy(one), one.city, one.phone].filter(Boolean).join(" · "),
  symbol: "person",
  run: () => go(`/customers/${one.id}/360`),
});

function groupsOf({ text, found, all }) {
  const words = folded(text).split(" ").filter(Boolean);
  const fits = (item) => words.every((word) => item.words.includes(word));
  const customers = text.trim() ? found ?? [] : recentCustomers();
  return [
    { label: t(text.trim() ? "customers.palette.customers" : "customers.recent"), items: customers.map(customer) },
    ...all.map((group) => ({ ...group, items: group.items.filter(fits) })),
  ].filter((group) => group.items.length > 0);
}

function body(state, on) {
  const current = state.items[state.active];
  const key = (event) => {
    const to = { ArrowDown: state.active + 1, ArrowUp: state.active - 1, PageDown: Math.min(state.active + 6, state.items.length - 1), PageUp: Math.max(0, state.active - 6) }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      on.move(to);
    } else if (event.key === "Enter" && current && !event.isComposing) {
      event.preventDefault();
      on.run(current);
    }
  };
  return html`<div class="palette-field">${icon("search")}
      <input type="text" class="input" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list" autocomplete="off" spellcheck="false"
        aria-activedescendant=${current ? `palette-${current.id}` : nothing} aria-label=${t("customers.palette")} placeholder=${t("customers.palette.hint")}
        @input=${(event) => on.type(event.target.value)} @keydown=${key} />
      <button type="button" class="button plain icon-only" aria-label=${t("common.close")} @click=${() => on.run(null)}>${icon("x-lg")}</button></div>
    <div class="palette-list" id="palette-list" role="listbox" aria-label=${t("customers.palette")}>${state.groups.map((group, at) => html`
      <div role="group" aria-labelledby="palette-group-${at}"><div class="palette-group" id="palette-group-${at}" role="presentation">${group.label}</div>
        ${group.items.map((item) => html`<div role="option" id="palette-${item.id}" aria-selected=${item === current ? "true" : "false"} lang=${item.lang ?? nothing}
          @mousemove=${() => item !== current && on.move(state.items.indexOf(item))} @click=${() => on.run(item)}>${icon(item.symbol)}<span class="grow truncate">${item.label}</span>
          ${item.note ? html`<span class="small quiet truncate">${item.note}</span>` : nothing}</div>`)}</div>`)}</div>
    <p class="palette-foot small quiet"><span role="status">${state.items.length ? t("customers.palette.count", { count: state.items.length }) : t("customers.palette.none")}</span>
      <span class="keys" aria-hidden="true">${t("customers.palette.keys")}</span></p>`;
}
