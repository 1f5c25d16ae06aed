// The tabs of a customer: which there are, loaded when first opened, kept while the page stands, made new by what happens.
import { TABS } from "../../lib/customer-tabs.js";
import { follow } from "../../lib/live.js";
import { may } from "../../lib/session.js";

/** Which tabs an activity makes old, by its type. The timeline is always one of them. */
const TOUCHED = {
  workorder: ["vehicles", "analytics"],
  appointment: ["vehicles", "analytics"],
  invoice: ["finances", "analytics"],
  payment: ["finances", "analytics"],
  quote: ["analytics"],
  document: ["documents"],
  consent: ["consents", "analytics", "profile"],
  vehicle_added: ["vehicles"],
};

/** What a system activity speaks of, by the first word of its event. */
const RECORDS = { contact: ["contacts"], address: ["addresses"], vehicle: ["vehicles"] };
const QUIET_MS = 100;

const touched = (activity) => [
  "activity",
  ...(TOUCHED[activity.activity_type] ?? (activity.activity_type === "system" ? RECORDS[activity.metadata?.event?.split("_")[0]] ?? ["profile"] : [])),
];

/** Holds the tabs' elements for the page that is its host. */
export class TabSet {
  constructor(host, { changed }) {
    this.host = host;
    this.changed = changed;
    this.entries = new Map();
    this.pending = new Set();
    host.addController(this);
  }

  hostConnected() {
    this.stop = may("timeline.read") ? follow(this.host.customer, (what) => this.hear(what)) : () => {};
    this.onVisible = () => this.settle();
    document.addEventListener("visibilitychange", this.onVisible);
  }

  hostDisconnected() {
    this.stop();
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.onVisible);
  }

  /** The tabs that this caller may open. */
  permitted() {
    return TABS.filter((tab) => may(tab.permission));
  }

  entry(id) {
    return this.entries.get(id) ?? {};
  }

  /** Loads a tab's module when it is opened for the first time, or again after that failed. */
  async open(id) {
    const entry = this.entries.get(id) ?? { tries: 0 };
    if (entry.element || entry.loading) return;
    this.entries.set(id, entry);
    entry.loading = true;
    entry.error = null;
    this.host.requestUpdate();
    try {
      // a module that failed stays failed under its address, so another try has another one
      await import(entry.tries ? `../../tabs/${id}.js?again=${entry.tries}` : `../../tabs/${id}.js`);
      entry.element = document.createElement(`c360-tab-${id}`);
      entry.element.customer = this.host.customer;
      entry.element.zone = this.host.zone;
    } catch (error) {
      entry.error = error;
      entry.tries += 1;
    }
    entry.loading = false;
    this.host.requestUpdate();
  }

  /** Tells the open tabs the customer's zone once it is known. */
  tellZone(zone) {
    this.entries.forEach(({ element }) => { if (element) element.zone = zone; });
  }

  hear({ activity, reset }) {
    if (!activity && !reset) return;
    (reset ? TABS.map((tab) => tab.id) : touched(activity)).forEach((id) => this.pending.add(id));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.changed([...this.pending]);
      this.settle();
    }, QUIET_MS);
  }

  /** Loads what is old and in view; the rest waits until it is shown. */
  settle() {
    const id = this.host.selected;
    if (document.hidden || !this.pending.has(id)) return;
    this.pending.delete(id);
    this.entry(id).element?.refresh?.();
  }
}
