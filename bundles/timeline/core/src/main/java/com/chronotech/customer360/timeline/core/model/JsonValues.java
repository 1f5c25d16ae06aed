package com.chronotech.customer360.timeline.core.model;

import com.chronotech.customer360.timeline.core.model.JsonText.Num;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a JSON value means, however it is spelled. */
final class JsonValues {

  private JsonValues() {}

  /** Whether a number comes back from a server that keeps 64-bit integers and doubles. */
  static boolean survives(String literal) {
    if (literal.length() <= 15 && literal.indexOf('e') < 0 && literal.indexOf('E') < 0) {
      return true;
    }
    double nearest = Double.parseDouble(literal);
    if (Double.isInfinite(nearest) || literal.length() > 400) {
      return false;
    }
    BigDecimal exact = new BigDecimal(literal);
    if (literal.matches("-?[0-9]+")) {
      try {
        exact.longValueExact();
        return true;
      } catch (ArithmeticException e) {
        return false;
      }
    }
    return new BigDecimal(Double.toString(nearest)).compareTo(exact) == 0;
  }

  /** The value with its keys in one order and its numbers in one spelling. */
  static Object canonical(Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, Object> sorted = new TreeMap<>();
      object.forEach((key, inner) -> sorted.put((String) key, canonical(inner)));
      return sorted;
    }
    if (value instanceof List<?> array) {
      return array.stream().map(inner -> inner == null ? "null" : canonical(inner)).toList();
    }
    if (value instanceof Num number) {
      return new BigDecimal(number.text()).stripTrailingZeros();
    }
    return value instanceof String string ? "\"" + string : value;
  }
}
