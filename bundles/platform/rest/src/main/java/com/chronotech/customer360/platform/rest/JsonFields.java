package com.chronotech.customer360.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one JSON value as a type; every method answers null for a value of another type. */
final class JsonFields {
  private static final Pattern CLOCK = Pattern.compile("[0-9]{2}:[0-9]{2}");

  /** No amount, place or measure of ours is longer; {@code 1e999999} would fill the memory. */
  private static final int MAX_DIGITS = 100;

  private JsonFields() {}

  static String text(JsonNode node) {
    return node.textValue();
  }

  static Boolean bool(JsonNode node) {
    return node.isBoolean() ? Boolean.valueOf(node.booleanValue()) : null;
  }

  static Long number(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong()
        ? Long.valueOf(node.longValue())
        : null;
  }

  /** A number, or a text of one: the contract's money is a text. */
  static BigDecimal decimal(JsonNode node) {
    BigDecimal value;
    try {
      value =
          node.isNumber()
              ? node.decimalValue()
              : node.isTextual() && node.textValue().length() <= MAX_DIGITS
                  ? new BigDecimal(node.textValue())
                  : null;
    } catch (NumberFormatException e) {
      return null;
    }
    return value == null || value.precision() > MAX_DIGITS || Math.abs(value.scale()) > MAX_DIGITS
        ? null
        : value;
  }

  static Instant instant(JsonNode node) {
    return parsed(node, text -> OffsetDateTime.parse(text).toInstant());
  }

  static LocalDate date(JsonNode node) {
    LocalDate date = parsed(node, LocalDate::parse);
    return date != null && date.getYear() >= 1 && date.getYear() <= 9999 ? date : null;
  }

  static LocalTime localTime(JsonNode node) {
    return parsed(node, text -> CLOCK.matcher(text).matches() ? LocalTime.parse(text) : null);
  }

  static List<String> texts(JsonNode node) {
    if (!node.isArray()) {
      return null;
    }
    List<String> all = new ArrayList<>(node.size());
    for (JsonNode each : node) {
      if (!each.isTextual()) {
        return null;
      }
      all.add(each.textValue());
    }
    return List.copyOf(all);
  }

  static List<Long> numbers(JsonNode node) {
    if (!node.isArray()) {
      return null;
    }
    List<Long> all = new ArrayList<>(node.size());
    for (JsonNode each : node) {
      Long number = number(each);
      if (number == null) {
        return null;
      }
      all.add(number);
    }
    return List.copyOf(all);
  }

  private static <T> T parsed(JsonNode node, Function<String, T> parser) {
    try {
      return node.isTextual() ? parser.apply(node.textValue()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
