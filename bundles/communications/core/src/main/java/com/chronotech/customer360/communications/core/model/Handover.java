package com.chronotech.customer360.communications.core.model;

import java.util.Locale;

/**
 * How a try to hand over ended.
 *
 * @param outcome how
 * @param detail the words of the server, without personal data; may be null
 * @param reason a code of {@link Reasons} that says more of it; null for none
 */
public record Handover(Outcome outcome, String detail, String reason) {

  /** How a try ended. */
  public enum Outcome {
    /** Begun, and not ended yet, or never: its node died. */
    OPEN,
    /** Taken. */
    ACCEPTED,
    /** Not taken now; nothing was sent. */
    TRY_AGAIN,
    /** Nobody could be reached; nothing was sent, and nothing else would be either. */
    AWAY,
    /** Never to be taken; nothing was sent. */
    REJECTED,
    /** Never to be taken, since the address does not exist. */
    NO_MAILBOX,
    /** There is no telling whether it was taken. */
    UNANSWERED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The code in the database. */
    public String code() {
      return code;
    }
  }

  /** A try that ended in a way that needs no more words. */
  public static Handover of(Outcome outcome, String detail) {
    return new Handover(outcome, detail, null);
  }
}
