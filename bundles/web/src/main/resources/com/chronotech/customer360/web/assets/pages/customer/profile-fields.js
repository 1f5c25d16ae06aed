// The six fields of a profile: their names, their values in words, their controls.
import { html, nothing } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { t } from "../../lib/i18n.js";
import { may } from "../../lib/session.js";
import { languageName, languageOptions, zoneOptions } from "../../lib/places.js";
import "../../ui/chips.js";
import "../../ui/combobox.js";

const knownSegments = async () => (may("profile.search") ? (await get("/customers/values", { of: "label_by_hand", per_page: 100 })).data.values : []);

export const FIELDS = ["language_code", "timezone", "segments", "privacy_level", "preferred_contact_channel", "tax_exempt"];
const LEVELS = ["normal", "restreint", "confidentiel"];
const CHANNELS = ["email", "sms", "phone", "none"];

export const label = (name) => t(`profile.field.${name}`);

/** A value as people read it. */
export function say(name, value) {
  if (value === null || value === undefined || value === "") return t("profile.default");
  if (name === "segments") return value.length ? value.join(", ") : t("profile.no_segments");
  if (name === "tax_exempt") return t(value ? "common.yes" : "common.no");
  if (name === "privacy_level" && LEVELS.includes(value)) return t(`profile.level.${value}`);
  if (name === "preferred_contact_channel" && CHANNELS.includes(value)) return t(`profile.channel.${value}`);
  if (name === "language_code") return `${languageName(value)} (${value})`;
  return String(value).replaceAll("_", " ");
}

/** What can be changed of a profile: null where the customer has nothing of their own. */
export const ownValues = (profile) => Object.fromEntries(
  FIELDS.map((name) => [name, profile.by_default.includes(name) && !["segments", "tax_exempt"].includes(name) ? null : profile[name]]));

/** Draws the fields of a form; those for which this host has no column are left out. */
export function draw(form, profile) {
  const byDefault = (name) => `${t("profile.default")} : ${say(name, profile[name])}`;
  const hint = (name) => (name in profile.unreadable ? t("profile.unreadable", { stored: profile.unreadable[name] }) : undefined);
  const pick = (name, values) => form.select(name, [["", t("profile.default")], ...values.map((value) => [value, say(name, value)])], { label: label(name), hint: hint(name) });
  const search = (name, options, free) => form.own(name, { label: label(name), hint: hint(name) ?? t(`profile.hint.${name}`) }, (id, described, invalid) => html`
    <c360-combobox .field=${id} .name=${name} .options=${options} .value=${form.value(name) ?? ""} .free=${free} .described=${described} .invalid=${invalid}
      .placeholder=${profile.by_default.includes(name) ? byDefault(name) : t("profile.default")} .change=${(value) => form.set(name, value)}></c360-combobox>`);
  const has = (name, control) => (profile.available[name] ? control() : nothing);
  return html`<div class="form-grid">
    ${has("language_code", () => search("language_code", languageOptions(), true))}
    ${has("timezone", () => search("timezone", zoneOptions(), true))}
    ${has("privacy_level", () => pick("privacy_level", LEVELS))}
    ${has("preferred_contact_channel", () => pick("preferred_contact_channel", CHANNELS))}
    ${has("segments", () => form.own("segments", { label: label("segments"), hint: hint("segments") ?? t("profile.hint.segments"), wide: true }, (id, described, invalid) => html`
      <c360-chips .field=${id} .name=${"segments"} .values=${form.value("segments") ?? []} .described=${described} .invalid=${invalid}
        .change=${(values) => form.set("segments", values)} .suggest=${knownSegments}></c360-chips>`))}
    ${has("tax_exempt", () => html`<div class="wide">${form.check("tax_exempt", label("tax_exempt"), hint("tax_exempt"))}</div>`)}
  </div>`;
}
