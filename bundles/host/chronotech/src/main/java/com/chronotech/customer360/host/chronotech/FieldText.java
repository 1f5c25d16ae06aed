package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Objects;

/** Values of fields as text, the way they stand in the database, and back. */
final class FieldText {
  private FieldText() {}

  /** The value that a text stands for; null when it is empty or stands for none of that type. */
  static Object read(FieldType type, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return switch (type) {
        case TEXT -> text;
        case FLAG -> Words.flag(text);
        case WHOLE -> new BigDecimal(text.strip()).longValueExact();
        case DECIMAL -> new BigDecimal(text.strip());
        case TIME -> LocalTime.parse(text.strip()).withNano(0);
      };
    } catch (ArithmeticException | DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  /** A value as text that {@link #read} understands; null for null. */
  static String write(Object value) {
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : value == null ? null : value.toString();
  }

  /**
   * A value to be written, in its one form: an empty text is no value.
   *
   * @throws IllegalArgumentException if it is of another type
   */
  static Object checked(String field, FieldType type, Object value) {
    if (value == null) {
      return null;
    }
    if (!type.javaType().isInstance(value)) {
      throw new IllegalArgumentException(
          field + " takes " + type.javaType().getSimpleName() + ", not " + value.getClass());
    }
    if (value instanceof LocalTime time) {
      return time.withNano(0);
    }
    return value instanceof String text && text.isBlank() ? null : value;
  }

  /** Whether two values say the same. */
  static boolean same(Object one, Object other) {
    if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
      return a.compareTo(b) == 0;
    }
    if (one instanceof String a && other instanceof String b) {
      return a.strip().equals(b.strip());
    }
    return Objects.equals(one, other);
  }
}
