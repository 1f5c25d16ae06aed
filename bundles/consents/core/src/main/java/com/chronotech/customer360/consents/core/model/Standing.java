package com.chronotech.customer360.consents.core.model;

import java.time.LocalDate;

/**
 * What decides whether something is allowed: the version that tells, and who the customer is.
 *
 * @param entry what of it decides, the rest being null; null when the customer had not been asked
 * @param birthDate as known now; null when unknown
 */
public record Standing(Entry entry, LocalDate birthDate) {
  /** Never asked, and nothing known. */
  public static final Standing NOTHING = new Standing(null, null);
}
