// Reads the customers of a wish, page after page.
import { get, post } from "../../lib/api.js";

const PAGE = 30;
/** Of a filter that the server cannot walk by, so many are looked at before somebody is asked whether to go on. */
const ROUNDS = 6;
const LOOKED_AT_ONCE = 100;

/**
 * Answers a function that reads the next page: `{customers, more, looked, complete, percent}`. A page may hold few, even none, while more follow.
 */
export function reader(wish) {
  let cursor = null;
  const read = wish.risk ? atRisk : listed;
  return async (signal) => {
    const customers = [];
    let looked = 0;
    let page;
    for (let round = 0; round < ROUNDS && (round === 0 || (cursor && customers.length < PAGE / 2)); round += 1) {
      page = await read(wish, cursor, signal);
      cursor = page.cursor;
      looked += page.customers.length;
      customers.push(...(wish.consent ? await narrowed(page.customers, wish.consent, signal) : page.customers));
    }
    return { ...page, customers, looked, more: Boolean(cursor) };
  };
}

async function listed(wish, cursor, signal) {
  const { q, segment, customer_type, city, privacy_level } = wish;
  const query = { segment, customer_type, city, privacy_level, per_page: wish.consent ? LOOKED_AT_ONCE : PAGE, cursor };
  const { data } = await get(q ? "/customers/search" : "/customers", q ? { ...query, q } : { ...query, sort: wish.sort }, { signal });
  return { customers: data.customers, cursor: data.pagination.next_cursor, complete: data.complete, percent: data.percent };
}

async function atRisk(wish, cursor, signal) {
  const { data } = await get("/api/customer360/analytics/fleet/risks", { per_page: PAGE, cursor }, { signal });
  const customers = data.customers.map((one) => ({ ...one, id: one.customer_id, segments: [], privacy_level: "normal" }));
  return { customers, cursor: data.next_cursor, complete: true, percent: 100 };
}

async function narrowed(customers, consent, signal) {
  const without = consent.startsWith("not_");
  const agreed = await agreeing(customers, consent.replace(/^not_/, ""), signal);
  return customers.filter((one) => agreed.has(one.id) !== without);
}

/** The numbers of those whose consent to a purpose stands now. */
export async function agreeing(customers, purpose, signal) {
  if (customers.length === 0) return new Set();
  const { data } = await post("/api/customer360/consents/filter", { customer_ids: customers.map((one) => one.id), consent_type: purpose }, { signal });
  return new Set(data.granted);
}
