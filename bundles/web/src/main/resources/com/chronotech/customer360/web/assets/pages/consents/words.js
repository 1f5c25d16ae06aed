// Purposes, states and sources in plain words.
import { day, moment } from "../../lib/format.js";
import { hasText, t } from "../../lib/i18n.js";

export const PURPOSES = ["marketing_email", "marketing_sms", "service_notifications", "analytics", "profiling", "data_sharing"];

/** The icon and the tone of each state. */
export const STATES = {
  granted: ["check-circle", "ok"],
  refused: ["x-circle", "plain"],
  revoked: ["x-circle", "plain"],
  expired: ["clock", "warn"],
  unproven: ["shield-exclamation", "warn"],
  never_asked: ["inbox", "plain"],
};

/** Where a decision came from; a word of the installation's own is shown as it is. */
export const sourceName = (source) => (hasText(`consents.source.${source}`) ? t(`consents.source.${source}`) : source);

export const languageName = (tag) => (hasText(`consents.language.${tag}`) ? t(`consents.language.${tag}`) : tag);

/** An end is the first instant at which a consent stands no more: the last day is that of the instant before. */
export const lastDay = (until, zone) => day(new Date(Date.parse(until) - 1).toISOString(), zone);

/** How a purpose stands, as a sentence. */
export function standing(consent, zone) {
  const when = moment(consent.granted_at ?? consent.revoked_at, zone);
  const until = consent.expires_at ? lastDay(consent.expires_at, zone) : null;
  const source = consent.source ? sourceName(consent.source) : "";
  if (consent.state === "granted") return t(until ? "consents.standing.granted_until" : "consents.standing.granted", { when, until, source });
  return t(`consents.standing.${consent.state}`, { when, until, source });
}

/** What one may do now: by express consent, by implied consent, or not. `worthless`: agreed to by a person too young to. */
export function meaning(consent, worthless) {
  if (consent.is_granted && !worthless) return t(`consents.may.${consent.consent_type}`);
  return consent.implied ? t("consents.may.implied") : t(`consents.may_not.${consent.consent_type}`);
}

const SOON_MS = 60 * 86_400_000;

/** Whether a consent that stands ends within two months, so that it is time to ask anew. */
export const endsSoon = (consent) => Boolean(consent.is_granted && consent.expires_at && Date.parse(consent.expires_at) - Date.now() < SOON_MS);
