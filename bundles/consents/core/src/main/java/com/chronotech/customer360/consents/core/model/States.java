package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** How a purpose stands, told from its versions alone. */
public final class States {

  private States() {}

  /**
   * The version that tells at an instant: the last that had occurred. What is decided never lies
   * before what was decided earlier, so later versions do not change the answer for the past.
   *
   * @param versions of one purpose, oldest first
   * @return null when the customer had not been asked
   */
  public static Entry standing(List<Entry> versions, Instant at) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (!versions.get(i).occurredAt().isAfter(at)) {
        return versions.get(i);
      }
    }
    return null;
  }

  /** How it stands by that version; by the clock, without a job (P-39.1 s. 12). */
  public static ConsentState of(Entry standing, Instant at) {
    if (standing == null) {
      return ConsentState.NEVER_ASKED;
    }
    if (Decision.REVOKED.code().equals(standing.decision())) {
      return ConsentState.REVOKED;
    }
    if (!standing.granted()) {
      return ConsentState.REFUSED;
    }
    if (!Entry.EXPRESS.equals(standing.basis())) {
      return ConsentState.UNPROVEN;
    }
    return standing.validUntil() != null && !at.isBefore(standing.validUntil())
        ? ConsentState.EXPIRED
        : ConsentState.GRANTED;
  }

  /**
   * Whether it was given by a person who was too young, without a parent or tutor: such a consent
   * is worth nothing, at no time.
   */
  public static boolean byMinor(Entry standing, LocalDate birthDate, ZoneId zone) {
    return standing != null
        && standing.granted()
        && !standing.byGuardian()
        && Ages.isMinor(birthDate, standing.occurredAt(), zone);
  }
}
