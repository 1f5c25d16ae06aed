package com.chronotech.customer360.host;

import java.util.Objects;

/**
 * The host's database does not take a change, for a reason that a person can act on. A transaction
 * that the adapter began is rolled back; one begun by the caller is marked so, as {@code
 * Transactions} does with every exception.
 */
public final class HostRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a change was not taken. */
  public enum Reason {
    /** This host has no table for it, or the table lacks what identifies a row. */
    NOT_AVAILABLE,
    /** The host has no such customer. */
    NO_CUSTOMER,
    /** This host lacks the column. */
    COLUMN_MISSING,
    /** The column is too short, of another kind, or without that word or character. */
    DOES_NOT_FIT,
    /** The host does not let the column be empty. */
    REQUIRED,
    /** The host keeps the value once only, and it is there already. */
    DUPLICATE,
    /** Another row refers to this one, so that it cannot go. */
    STILL_REFERRED_TO,
    /** A rule of the host's own refused it: a check or a trigger. */
    HOST_RULE
  }

  private final Reason reason;
  private final String field;

  /**
   * Creates a refusal.
   *
   * @param reason why
   * @param field the canonical field or the host's column at fault; null when it is none
   * @param detail what happened, in English, for logs; holds no value that was to be written
   * @param cause what the database threw; null when nothing was sent to it
   */
  public HostRefusal(Reason reason, String field, String detail, Throwable cause) {
    super(detail, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
    this.field = field;
  }

  /** Why the change was not taken. */
  public Reason reason() {
    return reason;
  }

  /** The canonical field, else the host's column, at fault; null when it is none. */
  public String field() {
    return field;
  }
}
