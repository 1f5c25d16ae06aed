// Tabs after the WAI-ARIA pattern: arrows move, Home and End jump, one stop in the tab order.
import { html, nothing } from "../vendor/lit.js";
import { icon } from "./icon.js";

/**
 * A row of tabs.
 *
 * @param tabs `[{id, label, icon, badge, keys}]`, where `keys` are shortcuts as aria-keyshortcuts writes them
 * @param selected the id of the one that is open
 * @param select called with the id of the one that is wished
 */
export function tabList(label, tabs, selected, select) {
  const move = (event) => {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    const list = event.currentTarget;
    Promise.resolve(select(next.id)).then(() => list.querySelector(`#tab-${next.id}`)?.focus());
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${move}>
    ${tabs.map((tab) => html`<button type="button" role="tab" id="tab-${tab.id}" aria-selected=${tab.id === selected ? "true" : "false"}
      aria-controls="panel-${tab.id}" aria-keyshortcuts=${tab.keys ?? nothing} tabindex=${tab.id === selected ? 0 : -1} @click=${() => select(tab.id)}>
      ${tab.icon ? icon(tab.icon) : nothing}<span>${tab.label}</span>${tab.badge ?? nothing}</button>`)}
  </div>`;
}

/** Scrolls a row of tabs so that the one that is open is seen: where there is little room. */
export const showOpenTab = (root) => {
  const tab = root.querySelector('[role="tab"][aria-selected="true"]');
  const list = tab?.parentElement;
  if (list && (tab.offsetLeft < list.scrollLeft || tab.offsetLeft + tab.offsetWidth > list.scrollLeft + list.clientWidth)) {
    list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
  }
};
