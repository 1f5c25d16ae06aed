package com.chronotech.customer360.platform.idempotency;

/**
 * The answer to a write that was done.
 *
 * @param status the HTTP status, 200 to 299
 * @param location the value of {@code Location}, at most 500 characters; null for none
 * @param privacyLevel the level of privacy of the customer it is about, as it was then; null for
 *     none
 * @param body JSON; null for an answer without a body
 */
public record StoredAnswer(int status, String location, String privacyLevel, String body) {
  /**
   * Creates an answer.
   *
   * @throws IllegalArgumentException if the status is not one of success
   */
  public StoredAnswer {
    if (status < 200 || status > 299) {
      throw new IllegalArgumentException("not the answer to a write that was done: " + status);
    }
  }
}
