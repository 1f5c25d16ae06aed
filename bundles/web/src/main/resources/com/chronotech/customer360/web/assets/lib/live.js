// Live events of one customer: one stream a page, however many parts listen, and none while nobody sees the page, since a
// browser opens only a few connections to a server for all of its tabs. It resumes after the last event that it had.
const RETRY_MS = 5_000;
const streams = new Map();
const seen = () => document.visibilityState !== "hidden";

document.addEventListener("visibilitychange", () => streams.forEach((stream) => (seen() ? stream.resume() : stream.close())));

/**
 * Listens to what happens to a customer; answers a function that stops.
 *
 * @param listener called with each `{activity, id}`, with `{state}` when the connection opens or is lost, and with `{reset}`
 *     when events were missed and what is shown must be read afresh
 */
export function follow(customerId, listener) {
  let stream = streams.get(customerId);
  if (!stream) {
    stream = new Stream(customerId);
    streams.set(customerId, stream);
  }
  stream.listeners.add(listener);
  return () => {
    stream.listeners.delete(listener);
    if (stream.listeners.size === 0) {
      stream.close();
      streams.delete(customerId);
    }
  };
}

class Stream {
  constructor(customerId) {
    this.address = `/api/customer360/${customerId}/events`;
    this.listeners = new Set();
    if (seen()) this.open();
  }

  /** What happened while nobody looked comes now; what was never followed is read afresh once it is. */
  resume() {
    if (this.source?.readyState === EventSource.OPEN) return;
    this.unknown = !this.last;
    this.close();
    this.open();
  }

  open() {
    const since = this.last ? `?since=${encodeURIComponent(this.last)}` : "";
    this.source = new EventSource(this.address + since);
    this.source.addEventListener("open", () => this.tell({ state: "open" }));
    this.source.addEventListener("at", (event) => this.stand(event.lastEventId));
    this.source.addEventListener("error", () => this.lost());
    this.source.addEventListener("reset", () => this.tell({ reset: true }));
    this.source.addEventListener("activity", (event) => {
      this.last = event.lastEventId;
      this.tell({ activity: JSON.parse(event.data), id: event.lastEventId });
    });
  }

  /** The server says from where on it tells. */
  stand(id) {
    this.last = id;
    if (this.unknown) this.tell({ reset: true });
    this.unknown = false;
  }

  /** A browser comes back by itself after a lost connection, but not after a refusal, such as that of an ended session. */
  lost() {
    this.tell({ state: "lost" });
    if (this.source.readyState === EventSource.CLOSED) this.again = setTimeout(() => this.open(), RETRY_MS);
  }

  tell(what) {
    this.listeners.forEach((listener) => listener(what));
  }

  close() {
    clearTimeout(this.again);
    this.source?.close();
  }
}
