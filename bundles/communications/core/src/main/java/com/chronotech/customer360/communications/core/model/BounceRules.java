package com.chronotech.customer360.communications.core.model;

import com.chronotech.customer360.communications.BounceReport.Kind;

/** What follows from a message that came back. */
public final class BounceRules {

  private BounceRules() {}

  /**
   * Whether nothing is to be sent to the address any more: a complaint, or a mailbox that does not
   * exist (5.1.x), is disabled (5.2.1) or is refused without a word of why (5.0.0 or no status). A
   * refusal of our server or of what was said (5.7.x and others) tells nothing of the address.
   */
  public static boolean suppresses(Kind kind, String status) {
    return switch (kind) {
      case COMPLAINT -> true;
      case SOFT -> false;
      case HARD ->
          status == null
              || status.startsWith("5.1.")
              || status.equals("5.2.1")
              || status.equals("5.0.0");
    };
  }

  /**
   * The kind of a delivery report (RFC 3464).
   *
   * @param action {@code failed}, {@code delayed} and so on, in lower case
   * @param status the enhanced status code; null when unknown
   * @return null for a report of success
   */
  public static Kind kind(String action, String status) {
    if (action.equals("failed")) {
      boolean full = status != null && (status.startsWith("4.") || status.equals("5.2.2"));
      return full ? Kind.SOFT : Kind.HARD;
    }
    return action.equals("delayed") ? Kind.SOFT : null;
  }
}
