package com.chronotech.customer360.profile.core.records.model;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The provinces and territories of Canada. */
final class Provinces {
  /** Their codes (CAN/CSA-Z234.4), from east to west. */
  static final List<String> CODES =
      List.of("NL", "NS", "PE", "NB", "QC", "ON", "MB", "SK", "AB", "BC", "YT", "NT", "NU");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("newfoundlandandlabrador", "NL"),
          Map.entry("newfoundland", "NL"),
          Map.entry("terreneuveetlabrador", "NL"),
          Map.entry("terreneuve", "NL"),
          Map.entry("novascotia", "NS"),
          Map.entry("nouvelleecosse", "NS"),
          Map.entry("princeedwardisland", "PE"),
          Map.entry("pei", "PE"),
          Map.entry("ileduprinceedouard", "PE"),
          Map.entry("ipe", "PE"),
          Map.entry("newbrunswick", "NB"),
          Map.entry("nouveaubrunswick", "NB"),
          Map.entry("quebec", "QC"),
          Map.entry("pq", "QC"),
          Map.entry("ontario", "ON"),
          Map.entry("manitoba", "MB"),
          Map.entry("saskatchewan", "SK"),
          Map.entry("alberta", "AB"),
          Map.entry("britishcolumbia", "BC"),
          Map.entry("colombiebritannique", "BC"),
          Map.entry("cb", "BC"),
          Map.entry("yukon", "YT"),
          Map.entry("northwestterritories", "NT"),
          Map.entry("territoiresdunordouest", "NT"),
          Map.entry("nunavut", "NU"));

  private Provinces() {}

  /** The code of a province, by its code or its French or English name. */
  static Optional<String> code(String typed) {
    String folded =
        Normalizer.normalize(typed, Normalizer.Form.NFD)
            .replaceAll("[^\\p{L}]", "")
            .toLowerCase(Locale.ROOT);
    String code = folded.toUpperCase(Locale.ROOT);
    return CODES.contains(code) ? Optional.of(code) : Optional.ofNullable(NAMES.get(folded));
  }
}
