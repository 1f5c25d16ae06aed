package com.chronotech.customer360.consents.core.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Ages by the calendar: under 14, a parent or tutor consents (P-39.1 s. 4.1, 14). Who was born on
 * 29 February turns a year older on 1 March of common years, the first day that surely follows the
 * anniversary: the later day protects the child.
 */
public final class Ages {

  /** From this age a person consents alone. */
  public static final int CONSENTS_ALONE = 14;

  private Ages() {}

  /** The day from which a person consents alone. */
  public static LocalDate consentsAloneFrom(LocalDate birthDate) {
    LocalDate day = birthDate.plusYears(CONSENTS_ALONE);
    return day.getDayOfMonth() == birthDate.getDayOfMonth() ? day : day.plusDays(1);
  }

  /** Whether a person is too young at an instant; false while the date of birth is unknown. */
  public static boolean isMinor(LocalDate birthDate, Instant at, ZoneId zone) {
    return birthDate != null
        && LocalDate.ofInstant(at, zone).isBefore(consentsAloneFrom(birthDate));
  }
}
