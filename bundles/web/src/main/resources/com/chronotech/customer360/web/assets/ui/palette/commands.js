// What the command palette offers beside customers.
import { TABS } from "../../lib/customer-tabs.js";
import { language, t } from "../../lib/i18n.js";
import { go } from "../../lib/router.js";
import { may, mayAdminister } from "../../lib/session.js";
import { chooseTheme } from "../../lib/theme.js";

/** Letters without case and accents, as they are compared. */
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Groups of commands `{label, items: [{id, label, symbol, run, words}]}` that whoever is signed in may use here. */
export function commands(frame) {
  return [
    { label: t("customers.palette.here"), items: ofCustomer() },
    { label: t("customers.palette.go"), items: pages() },
    { label: t("customers.palette.actions"), items: actions(frame) },
  ].map((group) => ({ ...group, items: group.items.map((item) => ({ ...item, words: folded(`${item.label} ${group.label}`) })) }));
}

function ofCustomer() {
  const id = /^\/customers\/(\d+)/.exec(location.pathname)?.[1];
  if (!id) return [];
  const tabs = TABS.filter(({ permission }) => may(permission))
    .map(({ id: tab }) => to(`tab-${tab}`, t(`customers.palette.tab.${tab}`), "chevron-right", `/customers/${id}/360?tab=${tab}`));
  return [...tabs,
    to("timeline", t("customers.palette.timeline"), "clock-history", `/customers/${id}/timeline`),
    to("consents", t("customers.palette.consents"), "shield-check", `/customers/${id}/consents`)];
}

function pages() {
  return [
    may("profile.search") && to("customers", t("common.nav.customers"), "people", "/customers"),
    may("analytics.fleet") && to("dashboard", t("common.nav.dashboard"), "bar-chart", "/customer360/dashboard"),
    mayAdminister() && to("administration", t("common.nav.administration"), "sliders", "/customer360/administration"),
  ].filter(Boolean);
}

function actions(frame) {
  const theme = (name, symbol) => ({ id: `theme-${name}`, label: t(`common.theme.${name}`), symbol, run: () => chooseTheme(name) });
  const other = language() === "fr-CA" ? "en-CA" : "fr-CA";
  return [
    theme("light", "sun"), theme("dark", "moon"), theme("system", "circle-half"),
    { id: "language", label: t("customers.palette.language"), symbol: "translate", lang: other, run: () => frame.speak(other) },
    { id: "sign-out", label: t("common.signout"), symbol: "box-arrow-right", run: () => frame.leave() },
  ];
}

const to = (id, label, symbol, address) => ({ id: `go-${id}`, label, symbol, run: () => go(address) });
