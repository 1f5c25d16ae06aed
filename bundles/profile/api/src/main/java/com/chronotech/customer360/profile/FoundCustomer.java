package com.chronotech.customer360.profile;

import java.util.List;

/**
 * A customer of a list or search, as the host has it now.
 *
 * @param id the host's id
 * @param name the name, else the company; may be empty, never null
 * @param company null when there is none
 * @param email null when there is none
 * @param phone the phone, else the mobile; null when there is neither
 * @param city null when there is none
 * @param privacyLevel one of {@link com.chronotech.customer360.host.HostCustomer#PRIVACY_LEVELS}
 * @param segments the labels, by hand and by rule, each once
 * @param matched what found it; null in a list
 */
public record FoundCustomer(
    long id,
    String name,
    String company,
    String email,
    String phone,
    String city,
    String privacyLevel,
    List<String> segments,
    Match matched) {

  /** Creates a customer. */
  public FoundCustomer {
    segments = List.copyOf(segments);
  }

  /**
   * What found a customer.
   *
   * @param kind {@code name}, {@code company}, {@code email}, {@code phone}, {@code plate}, {@code
   *     vin} or {@code contact}
   * @param term the word of the index, without accents and case
   */
  public record Match(String kind, String term) {}
}
