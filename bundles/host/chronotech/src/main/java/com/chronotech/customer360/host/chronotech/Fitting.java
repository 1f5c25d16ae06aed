package com.chronotech.customer360.host.chronotech;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * Tells beforehand what a column can take, so that nothing is left to how strict a server happens
 * to be.
 */
final class Fitting {
  private static final long FIRST_YEAR = 1901;
  private static final long LAST_YEAR = 2155;

  private Fitting() {}

  /**
   * What a column can take of a value.
   *
   * @param value a String, Boolean, Long, BigDecimal or LocalTime; never null
   */
  static Fitted of(HostColumn column, Object value) {
    if (value instanceof Boolean flag) {
      return flag(column, flag);
    }
    if (value instanceof Long number) {
      return number(column, BigDecimal.valueOf(number));
    }
    if (value instanceof BigDecimal number) {
      return number(column, number);
    }
    if (value instanceof LocalTime time) {
      return time(column, time);
    }
    return text(column, (String) value);
  }

  private static Fitted text(HostColumn column, String value) {
    if (column.type().equals("json")) {
      return Fitted.exactly(value);
    }
    if (column.holdsText()) {
      String fitting = Characters.fitting(column, value);
      return fitting.equals(value) ? Fitted.exactly(value) : Fitted.nearest(fitting);
    }
    return column.holdsWords() ? word(column, value) : Fitted.NOT;
  }

  private static Fitted word(HostColumn column, String value) {
    if (column.words().contains(value)) {
      return Fitted.exactly(value);
    }
    return column.words().stream()
        .filter(value::equalsIgnoreCase)
        .findFirst()
        .map(Fitted::nearest)
        .orElse(Fitted.NOT);
  }

  private static Fitted flag(HostColumn column, boolean value) {
    if (column.holdsWholeNumbers() || column.type().equals("decimal")) {
      return Fitted.exactly(value ? 1L : 0L);
    }
    if (column.holdsWords()) {
      String word = Words.saying(value, column.words());
      return word == null ? Fitted.NOT : Fitted.exactly(word);
    }
    return text(column, value ? "1" : "0");
  }

  private static Fitted number(HostColumn column, BigDecimal value) {
    String plain = value.toPlainString();
    if (column.holdsText() || column.holdsWords()) {
      Fitted text = text(column, plain);
      // Half a number is another number.
      return text.exact() ? text : Fitted.NOT;
    }
    return switch (column.type()) {
      case "decimal" -> decimal(column, value);
      case "float" -> Fitted.nearest(plain);
      case "double" -> {
        boolean whole = new BigDecimal(Double.toString(value.doubleValue())).compareTo(value) == 0;
        yield whole ? Fitted.exactly(plain) : Fitted.nearest(plain);
      }
      case "year" -> whole(value, FIRST_YEAR, LAST_YEAR);
      case "bit" -> whole(value, 0, 1);
      case "tinyint" -> whole(column, value, 8);
      case "smallint" -> whole(column, value, 16);
      case "mediumint" -> whole(column, value, 24);
      case "int" -> whole(column, value, 32);
      case "bigint" -> whole(column, value, 63);
      default -> Fitted.NOT;
    };
  }

  private static Fitted decimal(HostColumn column, BigDecimal value) {
    BigDecimal rounded = value.setScale(column.scale(), RoundingMode.HALF_UP);
    if (rounded.precision() - rounded.scale() > column.precision() - column.scale()) {
      return Fitted.NOT;
    }
    return rounded.compareTo(value) == 0
        ? Fitted.exactly(rounded.toPlainString())
        : Fitted.nearest(rounded.toPlainString());
  }

  private static Fitted whole(HostColumn column, BigDecimal value, int bits) {
    return column.unsigned()
        ? whole(value, 0, (1L << (bits == 63 ? 62 : bits)) - 1)
        : whole(value, -(1L << (bits - 1)), (1L << (bits - 1)) - 1);
  }

  private static Fitted whole(BigDecimal value, long least, long greatest) {
    BigDecimal rounded = value.setScale(0, RoundingMode.HALF_UP);
    if (rounded.compareTo(BigDecimal.valueOf(least)) < 0
        || rounded.compareTo(BigDecimal.valueOf(greatest)) > 0) {
      return Fitted.NOT;
    }
    Long stored = rounded.longValueExact();
    return rounded.compareTo(value) == 0 ? Fitted.exactly(stored) : Fitted.nearest(stored);
  }

  private static Fitted time(HostColumn column, LocalTime value) {
    String text =
        DateTimeFormatter.ofPattern(value.getSecond() == 0 ? "HH:mm" : "HH:mm:ss").format(value);
    if (column.type().equals("time")) {
      return Fitted.exactly(text.length() == 5 ? text + ":00" : text);
    }
    Fitted fitted = column.holdsText() ? text(column, text) : Fitted.NOT;
    return fitted.exact() ? fitted : Fitted.NOT;
  }
}
