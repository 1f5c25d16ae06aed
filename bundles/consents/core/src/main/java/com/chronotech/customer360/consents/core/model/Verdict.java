package com.chronotech.customer360.consents.core.model;

import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.DecisionReason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** What express consent alone allows. */
public final class Verdict {

  private Verdict() {}

  /**
   * The reason that the version tells.
   *
   * @param zone finds the customer's zone, in which ages are counted; asked for only where a date
   *     of birth is known
   */
  public static DecisionReason of(Standing standing, Instant at, Supplier<ZoneId> zone) {
    ConsentState state = States.of(standing.entry(), at);
    if (state == ConsentState.GRANTED
        && standing.birthDate() != null
        && States.byMinor(standing.entry(), standing.birthDate(), zone.get())) {
      return DecisionReason.MINOR;
    }
    return switch (state) {
      case GRANTED -> DecisionReason.GRANTED;
      case REFUSED -> DecisionReason.REFUSED;
      case REVOKED -> DecisionReason.REVOKED;
      case EXPIRED -> DecisionReason.EXPIRED;
      case UNPROVEN -> DecisionReason.UNPROVEN;
      case NEVER_ASKED -> DecisionReason.NEVER_ASKED;
    };
  }
}
