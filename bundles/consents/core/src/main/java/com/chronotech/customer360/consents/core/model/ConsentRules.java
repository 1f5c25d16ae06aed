package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.Guardian;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a decision must be by itself to be recorded. Every rule that is broken gives one violation,
 * named by the field as clients write it, so that all faults are told at once.
 */
public final class ConsentRules {

  /** Code points of a source. */
  public static final int MAX_SOURCE = 100;

  /** Bytes of UTF-8 of the evidence. */
  public static final int MAX_EVIDENCE = 16_384;

  /** How far clocks may differ before something lies in the future. */
  public static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private static final int MAX_NAME = 255;
  private static final int MAX_RELATIONSHIP = 100;
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  /** Digits and separators of an IPv4 or IPv6 address, a zone among them; 45 fit the column. */
  private static final Pattern IP =
      Pattern.compile("(?=[0-9a-fA-F:.]{2,45}$)[0-9a-fA-F]{0,4}([:.][0-9a-fA-F]{0,4}){1,8}");

  private final Instant now;

  /** Creates the rules of an instant. */
  public ConsentRules(Instant now) {
    this.now = now;
  }

  /**
   * Checks one decision.
   *
   * @param prefix stands before each field's name; empty for a decision on its own
   * @param found receives what is wrong
   */
  public void check(NewConsent consent, String prefix, List<Violation> found) {
    Check check = new Check(prefix, found);
    if (consent.customerId() <= 0) {
      check.broken("customer_id", "consents.customer_id");
    }
    if (!isText(consent.source(), 1, MAX_SOURCE)) {
      check.broken("source", "consents.source");
    }
    characters("source", consent.source(), check);
    times(consent, check);
    if (consent.evidence() != null
        && consent.evidence().getBytes(StandardCharsets.UTF_8).length > MAX_EVIDENCE) {
      check.broken("evidence", "consents.evidence");
    }
    characters("evidence", consent.evidence(), check);
    if (consent.ipAddress() != null && !IP.matcher(consent.ipAddress()).matches()) {
      check.broken("ip_address", "consents.ip_address");
    }
    if (consent.collectedBy() != null && consent.collectedBy() <= 0) {
      check.broken("collected_by", "consents.collected_by");
    }
    guardian(consent.guardian(), check);
    LocalDate born = consent.birthDate();
    // A day ahead, since it is tomorrow somewhere.
    LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    if (born != null && (born.isBefore(EARLIEST_BIRTH) || born.isAfter(tomorrow))) {
      check.broken("birth_date", "consents.birth_date");
    }
  }

  private void times(NewConsent consent, Check check) {
    Instant occurred = consent.occurredAt() == null ? now : consent.occurredAt();
    if (occurred.isBefore(Instant.EPOCH)) {
      check.broken("occurred_at", "consents.occurred_at");
    } else if (occurred.isAfter(now.plus(CLOCKS_DIFFER))) {
      check.broken("occurred_at", "consents.in_the_future");
    }
    if (consent.expiresAt() != null
        && (!consent.expiresAt().isAfter(occurred)
            || consent.expiresAt().getEpochSecond() > 253_370_764_800L)) {
      check.broken("expires_at", "consents.expires_at");
    }
  }

  private static void guardian(Guardian guardian, Check check) {
    if (guardian == null) {
      return;
    }
    if (!isText(guardian.name(), 1, MAX_NAME)) {
      check.broken("guardian.name", "consents.guardian_name");
    }
    if (!isText(guardian.relationship(), 1, MAX_RELATIONSHIP)) {
      check.broken("guardian.relationship", "consents.guardian_relationship");
    }
    if (guardian.contact() != null && !isText(guardian.contact(), 0, MAX_NAME)) {
      check.broken("guardian.contact", "consents.guardian_contact");
    }
    characters("guardian.name", guardian.name(), check);
    characters("guardian.relationship", guardian.relationship(), check);
    characters("guardian.contact", guardian.contact(), check);
  }

  private static boolean isText(String text, int min, int max) {
    return text != null
        && (min == 0 || !text.isBlank())
        && text.codePointCount(0, text.length()) <= max;
  }

  /** No control character, and no half of a surrogate pair, which no UTF-8 can carry. */
  private static void characters(String field, String text, Check check) {
    if (text != null && !isSound(text)) {
      check.broken(field, "consents.characters");
    }
  }

  /** Whether a text can be kept, hashed and shown as it is. */
  public static boolean isSound(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7f) {
        return false;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  /** Collects what is broken. */
  private record Check(String prefix, List<Violation> found) {
    void broken(String field, String code) {
      found.add(ConsentProblems.violation(prefix + field, code));
    }
  }
}
