// The kinds of activity, and what a timeline can be asked for.

/** The thirteen types with their icons and tones, in the order of their chips. */
export const TYPES = {
  workorder: ["wrench-adjustable", "brand"],
  appointment: ["calendar-event", "brand"],
  invoice: ["receipt", "info"],
  payment: ["cash-coin", "ok"],
  quote: ["file-text", "info"],
  email: ["envelope", "plain"],
  sms: ["chat-dots", "plain"],
  call: ["telephone", "plain"],
  note: ["sticky", "warn"],
  document: ["file-earmark-text", "info"],
  consent: ["shield-check", "ok"],
  vehicle_added: ["car-front", "brand"],
  system: ["gear", "plain"],
};

export const ACTORS = ["user", "customer", "system"];

const TEXTS = ["q", "date_from", "date_to"];

/** What is asked for, of an address's query. What nobody could have chosen is left out. */
export function filtersOf(query) {
  const dates = /^\d{4}-\d{2}-\d{2}$/;
  const text = (name) => query.get(name) ?? "";
  const date = (name) => (dates.test(text(name)) ? text(name) : "");
  return {
    type: query.getAll("type").filter((type) => type in TYPES),
    actor_type: ACTORS.includes(text("actor_type")) ? text("actor_type") : "",
    date_from: date("date_from"),
    date_to: date("date_to"),
    q: text("q"),
  };
}

/** Whether anything is left out. */
export const narrowed = (filters) => filters.type.length > 0 || filters.actor_type !== "" || TEXTS.some((name) => filters[name] !== "");

const folded = (text) => (text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether an activity that was just recorded belongs to what is asked for. `day` is its date in the customer's zone. */
export function belongs(activity, filters, day) {
  const text = `${folded(activity.title)}\n${folded(activity.description)}`;
  return (
    (filters.type.length === 0 || filters.type.includes(activity.activity_type)) &&
    (!filters.actor_type || filters.actor_type === activity.actor_type) &&
    (!filters.date_from || day >= filters.date_from) &&
    (!filters.date_to || day <= filters.date_to) &&
    folded(filters.q).split(/\s+/).every((word) => text.includes(word))
  );
}
