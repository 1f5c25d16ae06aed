// The list as it was, for who comes back to it with the browser's own "back": the same customers, and the focus on the one that was opened.
const FRESH_MS = 10 * 60_000;
const JUST_NOW_MS = 3000;

let left = null;
let backAt = 0;
window.addEventListener("popstate", () => { backAt = Date.now(); });

/** Keeps a list as it is left: `{wish, rows, last, next, asked, opened}`. */
export function leaveList(state) {
  left = { ...state, at: Date.now() };
}

/** The list of a wish as it was left; null where one does not come back to it. */
export function listAgain(wish) {
  const now = Date.now();
  const same = left !== null && now - backAt < JUST_NOW_MS && now - left.at < FRESH_MS && JSON.stringify(left.wish) === JSON.stringify(wish);
  return same ? left : null;
}
