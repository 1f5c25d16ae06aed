// Languages and time zones by the names that people know.
import { language } from "./i18n.js";

const LANGUAGES = ["fr-CA", "en-CA", "fr-FR", "en-US", "es", "pt", "ar", "zh", "it", "de", "iu"];

/** A language by its tag, in words; the tag itself where nobody knows it. */
export function languageName(tag) {
  try {
    const name = new Intl.DisplayNames(language(), { type: "language" }).of(tag);
    return name.charAt(0).toUpperCase() + name.slice(1);
  } catch {
    return tag;
  }
}

let languages = null;

/** The languages most spoken here, for a combobox. */
export function languageOptions() {
  languages ??= LANGUAGES.map((tag) => ({ value: tag, label: languageName(tag), hint: tag }));
  return languages;
}

const CANADA = /Toronto|Montreal|Halifax|Moncton|St_Johns|Winnipeg|Regina|Edmonton|Vancouver|Iqaluit|Whitehorse/;

const named = (zone, timeZoneName) => new Intl.DateTimeFormat(language(), { timeZone: zone, timeZoneName }).formatToParts(new Date())
  .find((one) => one.type === "timeZoneName")?.value;

/** A zone of the list. Its offset is found when it is shown, since finding all of them takes a tenth of a second. */
class Zone {
  constructor(value) {
    this.value = value;
    this.label = value.replaceAll("_", " ");
    this.words = CANADA.test(value) ? named(value, "longGeneric") : "";
  }

  get hint() {
    this.offset ??= named(this.value, "longOffset");
    return [this.words, this.offset].filter(Boolean).join(", ");
  }
}

let zones = null;

/** Every time zone, those of Canada first; those are found by what their time is called, too. */
export function zoneOptions() {
  const rank = ({ value, words }) => (words ? 0 : value.startsWith("America/") ? 1 : 2);
  zones ??= Intl.supportedValuesOf("timeZone").map((name) => new Zone(name)).sort((one, other) => rank(one) - rank(other));
  return zones;
}
