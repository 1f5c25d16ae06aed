// Keys without Ctrl or Alt that do something. Who speaks to the computer, or often slips, can turn them off (WCAG 2.1.4).
import { keep, kept } from "./kept.js";

const WRITES = "input, textarea, select, [contenteditable], dialog[open] *";

/** Whether single keys do something. */
export const singleKeys = () => kept("single-keys", true);

/** Turns them on or off in this browser. */
export const allowSingleKeys = (allowed) => keep("single-keys", allowed);

/** Whether an event is a single key that was not meant for a field. */
export const isShortcut = (event) =>
  singleKeys() && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest?.(WRITES);
