// Dates, money and numbers as fr-CA and en-CA write them.
import { language } from "./i18n.js";

const made = new Map();
const kept = (kind, options, create) => {
  const key = `${kind}${language()}${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, create());
  return made.get(key);
};
const dates = (options) => kept("d", options, () => new Intl.DateTimeFormat(language(), options));
const numbers = (options) => kept("n", options, () => new Intl.NumberFormat(language(), options));

/** The zone of the shop, until a customer's own is known. */
let shopZone = "America/Toronto";
export const setShopZone = (zone) => { shopZone = zone || shopZone; };

/** A whole day, of an ISO date (`2026-11-26`, no zone) or an instant in a zone. */
export function day(value, zone = shopZone, style = "medium") {
  if (!value) return "—";
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return dates({ dateStyle: style, timeZone: plain ? "UTC" : zone }).format(new Date(value));
}

/** An instant, to the minute, in a zone. */
export function moment(value, zone = shopZone) {
  return value ? dates({ dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(new Date(value)) : "—";
}

/** The hour and minute of an instant in a zone. */
export function clock(value, zone = shopZone) {
  return value ? dates({ timeStyle: "short", timeZone: zone }).format(new Date(value)) : "—";
}

/** A time of day, such as `22:00`, which is of no zone. */
export const timeOfDay = (value) => clock(`1970-01-01T${value}Z`, "UTC");

/** The ISO date of an instant in a zone: what groups activities by day. */
export function isoDay(value, zone = shopZone) {
  const options = { year: "numeric", month: "2-digit", day: "2-digit", timeZone: zone };
  return kept("iso", options, () => new Intl.DateTimeFormat("en-CA", options)).format(new Date(value));
}

/** How long ago, or until when, in words. */
export function ago(value, now = Date.now()) {
  if (!value) return "—";
  const seconds = (new Date(value).getTime() - now) / 1000;
  const steps = [["year", 31_556_952], ["month", 2_629_746], ["week", 604_800], ["day", 86_400], ["hour", 3_600], ["minute", 60]];
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return kept("r", {}, () => new Intl.RelativeTimeFormat(language(), { numeric: "auto" })).format(Math.round(seconds / size), unit);
}

/** Money: a decimal string and its currency. Never computed with, only shown. */
export function money(amount, currency = "CAD") {
  if (amount === null || amount === undefined || amount === "") return "—";
  return numbers({ style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(amount);
}

/** A number, with at most so many digits after the point. */
export function number(value, digits = 0) {
  return value === null || value === undefined ? "—" : numbers({ maximumFractionDigits: digits }).format(value);
}

/** A share of one as percent. */
export function percent(value, digits = 0) {
  return value === null || value === undefined ? "—" : numbers({ style: "percent", maximumFractionDigits: digits }).format(value);
}

/** Kilometres. */
export const kilometres = (value) => (value === null || value === undefined ? "—" : `${number(value)}\u00a0km`);
