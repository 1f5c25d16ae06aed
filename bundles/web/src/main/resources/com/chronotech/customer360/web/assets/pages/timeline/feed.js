// A window on a timeline that may be a million long: a few pages around where one reads. What leaves at one end is
// forgotten and fetched again when one comes back, by the cursors of the pages that stay.
import { get } from "../../lib/api.js";

const PER_PAGE = 50;
const MOST = 300;

export class Feed {
  /** @param changed called when anything to be drawn has changed; `keep(change)` makes a change while the eye stays where it is */
  constructor(customerId, { changed, keep }) {
    this.address = `/customers/${customerId}/timeline`;
    this.changed = changed;
    this.keep = keep;
    this.clear();
  }

  clear() {
    this.stop();
    /** `[{items, newer, older}]`, newest first. */
    this.pages = [];
    this.total = null;
    this.totalExact = true;
    this.loading = null;
    this.failed = null;
    this.ready = false;
  }

  get items() {
    return this.pages.flatMap((page) => page.items);
  }

  /** Whether nothing newer lies beyond what is held. */
  get atNewest() {
    return this.ready && this.pages.length > 0 && !this.pages[0].newer;
  }

  get atOldest() {
    return this.ready && this.pages.length > 0 && !this.pages.at(-1).older;
  }

  /** Begins with the newest, or with a day and what lies before it. */
  async open(filters, start) {
    this.stop();
    this.filters = filters;
    this.start = start;
    await this.fetch("open", start ? { start } : {}, (page) => {
      this.pages = [page];
      this.ready = true;
    });
    if (this.ready && this.pages[0]?.items.length === 0 && this.pages[0].newer) await this.newer();
  }

  async older() {
    const cursor = this.pages.at(-1)?.older;
    if (!cursor || this.loading) return;
    await this.fetch("older", { cursor }, (page) => {
      this.pages.push(page);
      while (this.held() > MOST && this.pages.length > 2) this.pages.shift();
    });
  }

  async newer() {
    const cursor = this.pages[0]?.newer;
    if (!cursor || this.loading) return;
    await this.fetch("newer", { cursor }, (page) => {
      if (this.pages.length === 1 && this.pages[0].items.length === 0) this.pages = [page];
      else this.pages.unshift(page);
      while (this.held() > MOST && this.pages.length > 2) this.pages.pop();
    });
  }

  /** What failed, once more. */
  again() {
    return this.failed.way === "open" ? this.open(this.filters, this.start) : this[this.failed.way]();
  }

  /**
   * Puts an activity that was just recorded where it belongs, which is nearly always the top; one that is held already
   * is replaced. False when the window would grow beyond what it holds, so that it must be opened anew.
   */
  insert(activity) {
    for (const page of this.pages) {
      const at = page.items.findIndex((item) => item.id === activity.id);
      if (at >= 0) {
        page.items[at] = activity;
        return true;
      }
    }
    const top = this.pages[0];
    if (top.items.length >= 2 * PER_PAGE) return false;
    const at = top.items.findIndex((item) => Date.parse(item.created_at) <= Date.parse(activity.created_at));
    if (at >= 0) top.items.splice(at, 0, activity);
    else if (this.pages.length === 1 && !top.older) top.items.push(activity);
    if (this.total !== null) this.total += 1;
    return true;
  }

  holds(id) {
    return this.pages.some((page) => page.items.some((item) => item.id === id));
  }

  held() {
    return this.pages.reduce((sum, page) => sum + page.items.length, 0);
  }

  stop() {
    this.running?.abort();
    this.running = null;
    this.loading = null;
  }

  async fetch(way, place, take) {
    const running = new AbortController();
    this.running = running;
    this.loading = way;
    this.failed = null;
    this.changed();
    try {
      const { data } = await get(this.address, { ...this.filters, ...place, per_page: PER_PAGE }, { signal: running.signal });
      if (this.running !== running) return;
      this.loading = null;
      this.total = data.pagination.total;
      this.totalExact = data.pagination.total_exact;
      await this.keep(() => take({ items: data.activities, newer: data.pagination.prev_cursor, older: data.pagination.next_cursor }));
    } catch (error) {
      if (this.running !== running || running.signal.aborted) return;
      this.loading = null;
      this.failed = { way, error };
      this.changed();
    }
  }
}
