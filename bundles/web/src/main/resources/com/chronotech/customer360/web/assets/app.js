// The frame of every page: the bar, the page of the address, sign-in, language, theme, keys.
import { html, nothing } from "./vendor/lit.js";
import { chooseLanguage, language, loadTexts, t } from "./lib/i18n.js";
import { config } from "./lib/config.js";
import { Element } from "./lib/element.js";
import { setShopZone } from "./lib/format.js";
import { go, mayLeave, startRouter } from "./lib/router.js";
import { keepLanguage, loadSession, may, mayAdminister, onSignedOut, session, signOut } from "./lib/session.js";
import { forgetRecentCustomers } from "./lib/recent.js";
import { applyTheme, chooseTheme, theme } from "./lib/theme.js";
import { errorState, skeleton } from "./ui/states.js";
import { icon } from "./ui/icon.js";
import "./ui/menu.js";

const SIGN_IN = "/customer360/sign-in";

/** Addresses, the module that shows each, and the areas of its texts. */
const PAGES = [
  [/^\/customers\/?$/, "customers", ["customers"]],
  [/^\/customers\/(\d+)(?:\/360)?$/, "customer", ["customer"]],
  [/^\/customers\/(\d+)\/timeline$/, "timeline", ["timeline"]],
  [/^\/customers\/(\d+)\/consents$/, "consents", ["consents"]],
  [/^\/customer360\/dashboard$/, "dashboard", ["dashboard"]],
  [/^\/customer360\/administration$/, "administration", ["administration"]],
  [/^\/customer360\/sign-in$/, "sign-in", []],
];

class App extends Element {
  static properties = { page: { state: true }, failure: { state: true } };

  url = new URL(location.href);

  async show(url) {
    this.url = url;
    const found = PAGES.find(([pattern]) => pattern.test(url.pathname));
    const [, name, areas] = found ?? [null, "customers", ["customers"]];
    if (!session() && this.failure) return;
    if (!session() && name !== "sign-in") {
      go(`${SIGN_IN}?to=${encodeURIComponent(url.pathname + url.search)}`, { replace: true });
      return;
    }
    try {
      const [module] = await Promise.all([import(`./pages/${name}.js`), loadTexts(...areas)]);
      if (this.url !== url) return;
      this.failure = null;
      this.page = { name, module, parameters: url.pathname.match(found?.[0] ?? /$/)?.slice(1) ?? [], query: url.searchParams };
    } catch (failure) {
      this.failure = failure;
    }
    await this.updateComplete;
    document.title = `${this.page?.module.title?.(...this.page.parameters) ?? "Client 360"} – Client 360`;
    if (this.shown !== name) this.querySelector("main")?.focus({ preventScroll: true });
    this.shown = name;
  }

  render() {
    return html`<a class="skip visually-hidden" href="#main">${t("common.skip")}</a>
      <div class="frame">${this.bar()}<main id="main" tabindex="-1" class="page">${this.body()}</main></div>`;
  }

  body() {
    // Anew, since a module of an earlier version may be gone from the server.
    if (this.failure) return errorState(this.failure, () => location.reload());
    return this.page ? this.page.module.view(...this.page.parameters, this.page.query) : skeleton(8);
  }

  bar() {
    const path = this.url.pathname;
    const link = (href, label, symbol) => html`<a href=${href} aria-current=${path.startsWith(href) ? "page" : nothing}>${icon(symbol)}<span>${label}</span></a>`;
    return html`<header class="bar no-print">
      <a class="brand" href="/customers"><span class="mark" aria-hidden="true">360</span><span class="word">Client 360</span></a>
      ${session() ? html`
        <nav aria-label=${t("common.nav")}>
          ${may("profile.search") ? link("/customers", t("common.nav.customers"), "people") : nothing}
          ${may("analytics.fleet") ? link("/customer360/dashboard", t("common.nav.dashboard"), "bar-chart") : nothing}
          ${mayAdminister() ? link("/customer360/administration", t("common.nav.administration"), "sliders") : nothing}
        </nav>
        <button type="button" class="button search-button" aria-keyshortcuts="Control+K" @click=${openPalette}>
          ${icon("search")}<span class="grow truncate">${t("common.palette.open")}</span><kbd>Ctrl K</kbd></button>` : html`<span class="grow"></span>`}
      ${this.userMenu()}
    </header>`;
  }

  userMenu() {
    const other = language() === "fr-CA" ? "en-CA" : "fr-CA";
    const choice = (value, symbol) => ({ label: t(`common.theme.${value}`), icon: symbol, chosen: theme() === value, run: () => { chooseTheme(value); this.requestUpdate(); } });
    return html`<c360-menu field="user-menu" plain symbol="person-circle" label=${t("common.menu")} detail=${session()?.name ?? ""} .items=${[
      { label: t("common.language.other"), icon: "translate", lang: other, run: () => this.speak(other) }, nothing,
      choice("light", "sun"), choice("dark", "moon"), choice("system", "circle-half"),
      ...(session() ? [nothing, { label: t("common.signout"), icon: "box-arrow-right", run: () => this.leave() }] : [])]}></c360-menu>`;
  }

  async speak(next) {
    if (!(await mayLeave())) return;
    chooseLanguage(next);
    if (session()) await keepLanguage(next).catch(() => {});
    location.reload();
  }

  async leave() {
    if (!(await mayLeave())) return;
    await signOut();
    forgetRecentCustomers();
    this.page = null;
    go(SIGN_IN, { replace: true });
  }
}
customElements.define("c360-app", App);

async function openPalette() {
  if (!session() || document.querySelector("dialog[open]")) return;
  await loadTexts("customers");
  const { palette } = await import("./ui/palette.js");
  palette(document.querySelector("c360-app"));
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openPalette();
  }
});

async function start() {
  applyTheme();
  document.documentElement.lang = language();
  setShopZone(config.zone);
  onSignedOut(async () => {
    const { signInDialog } = await import("./pages/sign-in.js");
    await signInDialog();
    document.querySelector("c360-app").requestUpdate();
  });
  const app = document.createElement("c360-app");
  // A stranger at the door is not asked who they are: the answer would be a failure on the console.
  const known = location.pathname === SIGN_IN ? null : loadSession().catch((failure) => { app.failure = failure; });
  await Promise.all([loadTexts("common"), known]);
  document.body.replaceChildren(app);
  startRouter((url) => app.show(url));
}

start();
