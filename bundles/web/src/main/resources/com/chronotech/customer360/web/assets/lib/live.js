// Live events of one customer: one stream a page, however many parts listen. The browser resumes it by Last-Event-ID.
const streams = new Map();

/**
 * Listens to what happens to a customer; answers a function that stops.
 *
 * @param listener called with each activity, and with `{state}` when the connection opens or is lost
 */
export function follow(customerId, listener) {
  let stream = streams.get(customerId);
  if (!stream) {
    stream = open(customerId);
    streams.set(customerId, stream);
  }
  stream.listeners.add(listener);
  return () => {
    stream.listeners.delete(listener);
    if (stream.listeners.size === 0) {
      stream.source.close();
      streams.delete(customerId);
    }
  };
}

function open(customerId) {
  const listeners = new Set();
  const tell = (what) => listeners.forEach((listener) => listener(what));
  const source = new EventSource(`/api/customer360/${customerId}/events`);
  source.addEventListener("open", () => tell({ state: "open" }));
  source.addEventListener("error", () => tell({ state: "lost" }));
  source.addEventListener("activity", (event) => tell({ activity: JSON.parse(event.data), id: event.lastEventId }));
  return { source, listeners };
}
