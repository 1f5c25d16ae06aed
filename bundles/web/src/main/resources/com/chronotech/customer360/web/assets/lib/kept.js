// What this browser remembers; a browser that keeps nothing forgets when the page is left, and nothing else changes.

/** A value kept under a name; `otherwise` where there is none, or none that can be read. */
export function kept(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`customer360.${name}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Keeps a value; null forgets it. */
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(`customer360.${name}`);
    else localStorage.setItem(`customer360.${name}`, JSON.stringify(value));
  } catch {
    // nothing is kept then
  }
}
