// Wall clocks of a time zone: what `datetime-local` shows, and the instant that it means.
const parts = (instant, zone) =>
  Object.fromEntries(
    new Intl.DateTimeFormat("en-CA", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    }).formatToParts(instant).map((part) => [part.type, part.value]),
  );

/** The wall clock of an instant in a zone, as `2026-11-26T14:05`; with seconds where they are not zero. */
export function wallClock(instant, zone) {
  const at = parts(new Date(instant), zone);
  const minute = `${at.year}-${at.month}-${at.day}T${at.hour}:${at.minute}`;
  return at.second === "00" ? minute : `${minute}:${at.second}`;
}

/** The instant of a wall clock in a zone, as ISO text; null where the text is none. In an hour that comes twice, the first. */
export function instantOf(text, zone) {
  const meant = Date.parse(`${text}Z`);
  if (Number.isNaN(meant)) return null;
  const offset = (at) => Date.parse(`${wallClock(at, zone)}Z`) - Math.floor(at / 1000) * 1000;
  const before = meant - offset(meant - 86_400_000);
  const after = meant - offset(meant + 86_400_000);
  const right = [before, after].find((at) => Date.parse(`${wallClock(at, zone)}Z`) === meant);
  return new Date(right ?? before).toISOString();
}
