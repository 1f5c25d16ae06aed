package com.chronotech.customer360.communications.core.template;

import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.platform.problem.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a template, as plain as JSON: anything else could do more than be read. Numbers are
 * written as they are, without an exponent.
 */
final class Variables {
  private static final int DEEPEST = 6;
  private static final int MOST = 2_000;

  private final List<Violation> faults;
  private int count;

  Variables(List<Violation> faults) {
    this.faults = faults;
  }

  /** A copy of plain values; adds a fault for each that is none. */
  Map<String, Object> plain(Map<String, Object> variables) {
    return map("variables", variables, 0);
  }

  private Map<String, Object> map(String field, Map<?, ?> values, int depth) {
    Map<String, Object> plain = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          String key = String.valueOf(name);
          plain.put(key, value(field + "." + key, value, depth));
        });
    return plain;
  }

  private Object value(String field, Object value, int depth) {
    count++;
    if (depth > DEEPEST || count > MOST) {
      fault(field, "communications.variable_too_much");
      return null;
    }
    if (value instanceof Map<?, ?> map) {
      return map(field, map, depth + 1);
    }
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>(list.size());
      for (int i = 0; i < list.size(); i++) {
        all.add(value(field + "[" + i + "]", list.get(i), depth + 1));
      }
      return all;
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    boolean plain =
        value == null
            || value instanceof String
            || value instanceof Boolean
            || value instanceof Integer
            || value instanceof Long
            || value instanceof BigInteger;
    if (!plain) {
      fault(field, "communications.variable_not_plain");
      return null;
    }
    return value;
  }

  private void fault(String field, String code) {
    if (faults.size() < 50) {
      faults.add(CommunicationProblems.violation(field, code));
    }
  }
}
