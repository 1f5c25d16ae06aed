// What the list of customers shows: read from the address, written to it.
import { may } from "../../lib/session.js";

/** Purposes that the list can be narrowed by, and whether they are agreed to. */
export const PURPOSES = ["marketing_email", "marketing_sms", "profiling"];

const NAMES = ["q", "segment", "customer_type", "city", "privacy_level", "consent", "risk", "sort"];

/** The wish of an address: texts, empty where nothing is wished. */
export function wishOf(query) {
  const wish = Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? ""]));
  wish.sort = wish.sort === "id" ? "id" : "name";
  if (!PURPOSES.includes(wish.consent.replace(/^not_/, "")) || !may("consents.read")) wish.consent = "";
  if (!may("analytics.fleet")) wish.risk = "";
  return wish;
}

/** What the address says of a wish. */
export const queryOf = (wish) => ({ ...wish, sort: wish.sort === "name" ? "" : wish.sort });

/** The wish without any filter; words and order stay. */
export const unfiltered = (wish) => ({ ...wish, segment: "", customer_type: "", city: "", privacy_level: "", consent: "", risk: "" });

/** How many filters are set. */
export const filterCount = (wish) => ["segment", "customer_type", "city", "privacy_level", "consent", "risk"].filter((name) => wish[name]).length;
