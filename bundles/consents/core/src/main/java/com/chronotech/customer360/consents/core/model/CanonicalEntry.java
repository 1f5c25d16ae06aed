package com.chronotech.customer360.consents.core.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The bytes of an entry that are hashed: a JSON object as RFC 8785 wants it, with every member
 * always there. No personal data is among them: the customer stands as a pseudonym, and what could
 * tell who it is as a salted commitment, so that erasing it leaves the chain whole.
 */
public final class CanonicalEntry {
  private static final int LENGTH = 900;

  private CanonicalEntry() {}

  /**
   * The bytes.
   *
   * @param entry the entry, whose commitment is made; its previous hash and hash are not among them
   * @param subject the customer's pseudonym
   */
  public static byte[] bytes(Entry entry, String subject) {
    Entry.Shown notice = entry.notice();
    return new JsonWriter(LENGTH)
        .text("basis", entry.basis())
        .truth("by_guardian", entry.byGuardian())
        .text("channel", entry.channel())
        .text("commitment", Octets.hexOf(entry.seal().commitment()))
        .text("consent_type", entry.type())
        .text("decision", entry.decision())
        .text("jurisdiction", entry.jurisdiction())
        .text("language", notice == null ? null : notice.language())
        .text("notice_sha256", notice == null ? null : Octets.hexOf(notice.sha256()))
        .text("notice_version", notice == null ? null : notice.version())
        .text("occurred_at", time(entry.occurredAt()))
        .text("origin", entry.origin())
        .text("record_id", entry.recordId())
        .text("recorded_at", time(entry.recordedAt()))
        .number("seq", entry.seq())
        .text("source", entry.source())
        .text("subject", subject)
        .text("valid_until", time(entry.validUntil()))
        .number("version", entry.version())
        .endBytes();
  }

  /** An instant as {@code 2026-11-25T13:45:00.123456Z}; null for null. */
  public static String time(Instant instant) {
    if (instant == null) {
      return null;
    }
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(27);
    digits(text, utc.getYear(), 4).append('-');
    digits(text, utc.getMonthValue(), 2).append('-');
    digits(text, utc.getDayOfMonth(), 2).append('T');
    digits(text, utc.getHour(), 2).append(':');
    digits(text, utc.getMinute(), 2).append(':');
    digits(text, utc.getSecond(), 2).append('.');
    return digits(text, utc.getNano() / 1000, 6).append('Z').toString();
  }

  private static StringBuilder digits(StringBuilder text, int value, int count) {
    int power = 1;
    for (int i = 1; i < count; i++) {
      power *= 10;
    }
    for (int rest = value; power > 0; power /= 10) {
      text.append((char) ('0' + rest / power % 10));
    }
    return text;
  }
}
