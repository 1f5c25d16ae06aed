// Activities by day of the customer's zone.
import { day, isoDay } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";

const DAY_MS = 86_400_000;

/** `[[date, activities]]` in the order of the activities; an activity of an old row without a time has no date. */
export function byDay(activities, zone) {
  const days = [];
  for (const activity of activities) {
    const date = Date.parse(activity.created_at) > 0 ? isoDay(activity.created_at, zone) : "";
    if (days.at(-1)?.[0] === date) days.at(-1)[1].push(activity);
    else days.push([date, [activity]]);
  }
  return days;
}

/** A day's heading. */
export function dayName(date, zone) {
  if (!date) return t("timeline.undated");
  const full = day(date, zone, "full");
  if (date === isoDay(Date.now(), zone)) return t("timeline.today", { day: full });
  return date === isoDay(Date.now() - DAY_MS, zone) ? t("timeline.yesterday", { day: full }) : full;
}
