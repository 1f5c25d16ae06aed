package com.chronotech.customer360.profile.core.records.model;

/** Reads telephone numbers as people write them. Thread-safe. */
public interface PhoneReader {

  /**
   * What a text says.
   *
   * @param region the country, ISO 3166-1 alpha-2, of a number that names none
   */
  Reading read(String typed, String region);

  /**
   * What a text says as a telephone number.
   *
   * @param e164 the number as E.164; null when the text is none
   * @param fault the code of why it is none; null when it is one
   * @param assigned whether it lies in a range that a network hands out
   */
  record Reading(String e164, String fault, boolean assigned) {

    /** A text that is no number. */
    public static Reading refused(String fault) {
      return new Reading(null, fault, false);
    }
  }
}
