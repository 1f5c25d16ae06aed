package com.chronotech.customer360.host;

import java.time.ZoneId;
import java.util.List;

/**
 * What every domain needs of a customer.
 *
 * @param id the host's id
 * @param name the display name; may be empty, never null
 * @param zone the customer's time zone; the shop's when the customer has none or an unknown one
 * @param privacyLevel one of {@link #PRIVACY_LEVELS}, never null
 * @param languageCode the customer's language as a BCP 47 tag such as {@code fr-CA}; null when the
 *     host has none, or one that is no such tag
 */
public record HostCustomer(
    long id, String name, ZoneId zone, String privacyLevel, String languageCode) {
  /** The brief's three levels of privacy, the most open first. */
  public static final List<String> PRIVACY_LEVELS = List.of("normal", "restreint", "confidentiel");

  /** A customer without further words: {@code normal}, and without a language. */
  public HostCustomer(long id, String name, ZoneId zone) {
    this(id, name, zone, PRIVACY_LEVELS.get(0), null);
  }

  /**
   * The level that a stored word stands for. Null, which is also what a host without the column
   * gives, is {@code normal}, as the brief's default has it; a word that is none of the three is
   * the most private of them (Law 25, s. 9.1): what cannot be understood opens nothing.
   */
  public static String privacyLevelOf(String stored) {
    if (stored == null) {
      return PRIVACY_LEVELS.get(0);
    }
    return PRIVACY_LEVELS.contains(stored) ? stored : PRIVACY_LEVELS.get(2);
  }
}
