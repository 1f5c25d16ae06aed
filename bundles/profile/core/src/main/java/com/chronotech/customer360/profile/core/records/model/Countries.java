package com.chronotech.customer360.profile.core.records.model;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds a country by what people write: a code of two or three letters, or a name. */
public final class Countries {
  private static final Map<String, String> CODES = codes();

  private Countries() {}

  /** The ISO 3166-1 alpha-2 code of a country, by its code or its French or English name. */
  public static Optional<String> code(String typed) {
    return Optional.ofNullable(CODES.get(folded(typed)));
  }

  private static Map<String, String> codes() {
    Map<String, String> all = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      all.put(folded(code), code);
      all.put(folded(country.getISO3Country()), code);
      all.put(folded(country.getDisplayCountry(Locale.FRENCH)), code);
      all.put(folded(country.getDisplayCountry(Locale.ENGLISH)), code);
    }
    all.put("unitedstatesofamerica", "US");
    all.put("etatsunisdamerique", "US");
    all.put("uk", "GB");
    return Map.copyOf(all);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("[^\\p{L}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
