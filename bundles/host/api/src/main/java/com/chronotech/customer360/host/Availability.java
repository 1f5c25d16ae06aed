package com.chronotech.customer360.host;

/**
 * Whether the host at hand has something.
 *
 * @param available whether it has
 * @param reason why not, a stable code such as {@code table_missing} or {@code column_missing:
 *     customer_id}; null when it has
 */
public record Availability(boolean available, String reason) {
  /** The host has it. */
  public static final Availability YES = new Availability(true, null);

  /** The host does not have it. */
  public static Availability no(String reason) {
    return new Availability(false, reason);
  }
}
