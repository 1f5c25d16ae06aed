// What the installation says of itself, in the page's own head.
const told = JSON.parse(document.querySelector('meta[name="customer360-config"]')?.content || "{}");

/** `{tiles: {url, attribution} | null, links: {…}, zone}` as `etc/com.chronotech.customer360.web.cfg` says. */
export const config = { tiles: null, links: {}, zone: "America/Toronto", ...told };
