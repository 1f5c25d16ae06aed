// Links into the host's own screens, as the installation configures them.
import { config } from "./config.js";

/** The host's address for something, with `{customer}` and `{vehicle}` filled in; null where none is configured. */
export function hostLink(name, values) {
  const pattern = config.links[name];
  return pattern ? pattern.replace(/\{(\w+)\}/g, (whole, key) => encodeURIComponent(values[key] ?? "")) : null;
}

/** A number as a tel: address; its signs and words are left out. */
export const telLink = (number) => `tel:${number.replace(/(?:ext|poste|x|#).*$/i, "").replace(/[^\d+]/g, "")}`;
