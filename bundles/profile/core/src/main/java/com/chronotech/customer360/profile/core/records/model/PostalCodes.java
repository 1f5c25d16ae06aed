package com.chronotech.customer360.profile.core.records.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Postal codes, as their countries write them; those of countries not told of here are free. */
final class PostalCodes {

  /**
   * How a country writes its codes.
   *
   * @param pattern what is one, without blanks, in capitals
   * @param example one
   */
  private record Shape(Pattern pattern, String separator, String example) {

    static Shape of(String pattern, String separator, String example) {
      return new Shape(Pattern.compile(pattern), separator, example);
    }
  }

  // A code in two groups is written with the separator between them.
  private static final Map<String, Shape> SHAPES =
      Map.of(
          "CA",
          Shape.of(
              "([ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z])([0-9][ABCEGHJ-NPRSTV-Z][0-9])",
              " ",
              "H2X 1Y4"),
          "US",
          Shape.of("([0-9]{5})([0-9]{4})?", "-", "12207 / 12207-1234"),
          "FR",
          Shape.of("([0-9]{5})", "", "75011"),
          "BE",
          Shape.of("([1-9][0-9]{3})", "", "1000"),
          "CH",
          Shape.of("([1-9][0-9]{3})", "", "1204"),
          "DE",
          Shape.of("([0-9]{5})", "", "10115"),
          "MX",
          Shape.of("([0-9]{5})", "", "06000"),
          "GB",
          Shape.of("([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})", " ", "SW1A 1AA"));

  /** The provinces of Canada by the first letter of their codes. */
  private static final Map<Character, List<String>> PROVINCES =
      Map.ofEntries(
          Map.entry('A', List.of("NL")),
          Map.entry('B', List.of("NS")),
          Map.entry('C', List.of("PE")),
          Map.entry('E', List.of("NB")),
          Map.entry('G', List.of("QC")),
          Map.entry('H', List.of("QC")),
          Map.entry('J', List.of("QC")),
          Map.entry('K', List.of("ON")),
          Map.entry('L', List.of("ON")),
          Map.entry('M', List.of("ON")),
          Map.entry('N', List.of("ON")),
          Map.entry('P', List.of("ON")),
          Map.entry('R', List.of("MB")),
          Map.entry('S', List.of("SK")),
          Map.entry('T', List.of("AB")),
          Map.entry('V', List.of("BC")),
          Map.entry('X', List.of("NT", "NU")),
          Map.entry('Y', List.of("YT")));

  private PostalCodes() {}

  /** Whether the codes of a country are checked. */
  static boolean checked(String country) {
    return SHAPES.containsKey(country);
  }

  /** The code as its country writes it; empty when it is none. The country must be checked. */
  static Optional<String> canonical(String country, String typed) {
    Shape shape = SHAPES.get(country);
    String bare = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    Matcher matcher = shape.pattern().matcher(bare);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean grouped = matcher.groupCount() > 1 && matcher.group(2) != null;
    return Optional.of(
        grouped ? matcher.group(1) + shape.separator() + matcher.group(2) : matcher.group(1));
  }

  /** A code of a country, to show how it is written. */
  static String example(String country) {
    return SHAPES.get(country).example();
  }

  /** Whether a canonical Canadian code can be of a province. */
  static boolean ofProvince(String code, String province) {
    return PROVINCES.getOrDefault(code.charAt(0), List.of()).contains(province);
  }
}
