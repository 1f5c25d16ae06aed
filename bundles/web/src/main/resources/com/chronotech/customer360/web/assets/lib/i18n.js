// Texts in French and English. A key is AREA.NAME; an area is a file of i18n/fr and of i18n/en, loaded with the page that speaks it.
const KEPT = "customer360.language";
const texts = new Map();
let tag = chosen();
let plural = new Intl.PluralRules(tag);
let counts = new Intl.NumberFormat(tag);

function chosen() {
  const kept = read(KEPT);
  if (kept === "fr-CA" || kept === "en-CA") return kept;
  const wished = (navigator.languages ?? [navigator.language]).find((one) => /^(fr|en)\b/i.test(one)) ?? "fr";
  return wished.toLowerCase().startsWith("en") ? "en-CA" : "fr-CA";
}

function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** The language spoken: `fr-CA` or `en-CA`. */
export const language = () => tag;

/** Remembers another language for this browser; the caller loads the page anew. */
export function chooseLanguage(next) {
  try {
    localStorage.setItem(KEPT, next);
  } catch {
    // a browser that keeps nothing speaks the wished language of its settings
  }
  tag = next;
  plural = new Intl.PluralRules(next);
  counts = new Intl.NumberFormat(next);
  document.documentElement.lang = next;
}

/** Loads the texts of areas, each once. */
export async function loadTexts(...areas) {
  await Promise.all(
    areas.filter((area) => !texts.has(area)).map(async (area) => {
      const module = await import(`../i18n/${tag.slice(0, 2)}/${area}.js`);
      texts.set(area, module.default);
    }),
  );
}

/**
 * The text of a key. `{name}` stands for an argument; a text with `one` and `other` is chosen by the argument `count`.
 * A key without a text is shown as it is, and told to the console, which fails the tests.
 */
export function t(key, args = {}) {
  const dot = key.indexOf(".");
  let text = texts.get(key.slice(0, dot))?.[key.slice(dot + 1)];
  if (text === undefined) {
    console.error(`no text for ${key}`);
    return key;
  }
  if (typeof text === "object") text = text[plural.select(Number(args.count))] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in args ? (typeof args[name] === "number" && name === "count" ? counts.format(args.count) : String(args[name])) : whole));
}

/** Whether a key has a text: for codes that the server may add before the pages know them. */
export const hasText = (key) => texts.get(key.slice(0, key.indexOf(".")))?.[key.slice(key.indexOf(".") + 1)] !== undefined;
