package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NoticeVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** What follows on the version that stands. */
public final class Succession {

  /** An end that moves by less than this is the same click twice, not a renewal. */
  private static final Duration RENEWS = Duration.ofDays(1);

  private Succession() {}

  /** What is to be done with a draft. */
  public enum Outcome {
    /** A new version is appended. */
    APPEND,
    /** It says what stands. */
    UNCHANGED,
    /** It lies before what stands, which would change the answers for the past. */
    OLDER,
    /** It needs a parent or tutor. */
    GUARDIAN_REQUIRED
  }

  /**
   * What becomes of a draft.
   *
   * @param standing the version that stands; null when the customer was never asked
   * @param birthDate as known now; null when unknown
   */
  public static Outcome of(Draft draft, Entry standing, LocalDate birthDate) {
    LocalDate born = draft.birthDate() == null ? birthDate : draft.birthDate();
    if (draft.decision() == Decision.GRANTED
        && Entry.EXPRESS.equals(draft.basis())
        && draft.collected().guardian() == null
        && Ages.isMinor(born, draft.occurredAt(), draft.customer().zone())) {
      return Outcome.GUARDIAN_REQUIRED;
    }
    if (standing != null && saysNothingNew(draft, standing)) {
      return Outcome.UNCHANGED;
    }
    if (standing != null
        && draft.occurredAt().isBefore(standing.occurredAt())
        && !draft.yielding()) {
      return Outcome.OLDER;
    }
    return Outcome.APPEND;
  }

  /** A withdrawal of what was not agreed to is a refusal. */
  public static Decision decision(Draft draft, Entry standing) {
    return draft.decision() == Decision.REVOKED && (standing == null || !standing.granted())
        ? Decision.REFUSED
        : draft.decision();
  }

  /** When the version occurs: never before the one that stands. */
  public static Instant occurredAt(Draft draft, Entry standing) {
    return standing != null && draft.occurredAt().isBefore(standing.occurredAt())
        ? standing.occurredAt()
        : draft.occurredAt();
  }

  private static boolean saysNothingNew(Draft draft, Entry standing) {
    if (draft.decision() != Decision.GRANTED) {
      // Withdrawn stays withdrawn: a second click adds nothing, whatever comes with it.
      return !standing.granted()
          && (draft.decision() == Decision.REVOKED
              || Decision.REFUSED.code().equals(standing.decision()));
    }
    if (!standing.granted()) {
      return false;
    }
    if (Entry.UNPROVEN.equals(draft.basis())) {
      // A word without proof takes nothing from what stands.
      return true;
    }
    return draft.basis().equals(standing.basis())
        && major(draft.notice()) == major(standing.notice())
        && !renews(draft, standing)
        && Detail.addsNothing(draft.collected(), standing.seal().detail());
  }

  private static boolean renews(Draft draft, Entry standing) {
    Instant before = standing.validUntil();
    Instant after = draft.validUntil();
    if (draft.endGiven()) {
      return !Objects.equals(before, after);
    }
    if (before == null) {
      return false;
    }
    return after == null || !after.isBefore(before.plus(RENEWS));
  }

  private static int major(Entry.Shown notice) {
    return notice == null
        ? -1
        : NoticeVersion.parse(notice.version()).map(NoticeVersion::major).orElse(-1);
  }
}
