// Pages by address: links are followed without loading everything anew, and unsaved work is not left behind silently.
const guards = new Set();
let show = () => {};
let here = "";

/** Keeps people on a page with unsaved work: `guard.dirty()` tells whether there is some, `guard.ask()` promises whether to leave. */
export function guardLeaving(guard) {
  guards.add(guard);
  return () => guards.delete(guard);
}

/** Whether one may leave: asks where work is unsaved. */
export async function mayLeave() {
  for (const guard of guards) {
    if (guard.dirty() && !(await guard.ask())) return false;
  }
  return true;
}

/** A page that only changes its query keeps what is typed. */
const samePage = (url) => new URL(url, location.href).pathname === location.pathname;

/** Goes to an address of ours. */
export async function go(url, { replace = false, scroll = true } = {}) {
  if (!samePage(url) && !(await mayLeave())) return;
  history[replace ? "replaceState" : "pushState"](null, "", url);
  arrive();
  if (scroll) window.scrollTo(0, 0);
}

/** Changes the query of the address without changing the page. Null removes a parameter. */
export function setQuery(changes, { push = false } = {}) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    url.searchParams.delete(name);
    for (const one of [value].flat()) if (one !== null && one !== undefined && one !== "") url.searchParams.append(name, one);
  }
  history[push ? "pushState" : "replaceState"](null, "", url);
  here = location.href;
}

function arrive() {
  const another = !here || new URL(here).pathname !== location.pathname;
  here = location.href;
  if (another) window.dispatchEvent(new Event("customer360-page"));
  show(new URL(here));
}

/** Begins: `render(url)` shows the page of an address. */
export function startRouter(render) {
  show = render;
  window.addEventListener("popstate", async () => {
    if (samePage(here) || (await mayLeave())) return arrive();
    history.pushState(null, "", here);
  });
  window.addEventListener("beforeunload", (event) => {
    if ([...guards].some((guard) => guard.dirty())) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute("download") || link.dataset.plain !== undefined) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || !isPage(url.pathname)) return;
    event.preventDefault();
    if (url.pathname === location.pathname && url.search === location.search && url.hash) {
      document.querySelector(url.hash)?.scrollIntoView();
      return;
    }
    go(url.href);
  });
  arrive();
}

const isPage = (path) => /^\/customers(\/\d+(\/(360|timeline|consents))?)?$|^\/customer360\/(sign-in|dashboard|administration)$/.test(path);
