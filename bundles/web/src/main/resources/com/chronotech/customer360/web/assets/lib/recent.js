// Customers that the person signed in opened lately in this browser: numbers and names, and only of those whose privacy level is normal.
import { keep, kept } from "./kept.js";
import { session } from "./session.js";

const NAME = "recent";
const MOST = 8;

/** `[{id, name}]`, the latest first; empty for anybody else than who opened them. */
export function recentCustomers() {
  const { user, customers } = kept(NAME, { user: null, customers: [] });
  return user !== null && user === session()?.name ? customers : [];
}

/** Notes that a customer was opened; one whose data are restricted or confidential is forgotten instead. */
export function rememberCustomer({ id, name, privacy_level: level }) {
  const others = recentCustomers().filter((one) => one.id !== Number(id));
  const customers = level === "normal" ? [{ id: Number(id), name }, ...others].slice(0, MOST) : others;
  keep(NAME, { user: session()?.name ?? null, customers });
}

/** Forgets them all: done at sign-out. */
export const forgetRecentCustomers = () => keep(NAME, null);
