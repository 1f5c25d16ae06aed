package com.chronotech.customer360.sections.core.rest;

import com.chronotech.customer360.sections.SectionWords;
import com.chronotech.customer360.sections.core.model.SectionProblems;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Values of JSON as people read them, in one language and zone. For one thread. */
final class ShownValue {
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern MONEY = Pattern.compile("-?\\d{1,20}\\.\\d{2}");

  private final SectionWords words;
  private final Locale locale;
  private final ZoneId zone;
  private final DateTimeFormatter times;
  private final DateTimeFormatter dates;

  ShownValue(SectionWords words, Locale locale, ZoneId zone) {
    this.words = words;
    this.locale = locale;
    this.zone = zone;
    times =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale);
    dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
  }

  static String path(String outer, String name) {
    return outer.isEmpty() ? name : outer + '.' + name;
  }

  /** The currency of an object's amounts: its own, or that of what holds it. */
  static String currency(JsonNode node, String outer) {
    JsonNode own = node.get("currency");
    return own != null && own.isTextual() ? own.textValue() : outer;
  }

  /** The plain values of a row by path, objects within it opened; lists of objects left out. */
  Map<String, JsonNode> flat(JsonNode row, String path) {
    Map<String, JsonNode> flat = new LinkedHashMap<>();
    if (!row.isObject()) {
      flat.put(path, row);
      return flat;
    }
    row.properties()
        .forEach(
            field -> {
              String at = path(path, field.getKey());
              if (field.getValue().isObject()) {
                flat.putAll(flat(field.getValue(), at));
              } else {
                flat.put(at, field.getValue());
              }
            });
    return flat;
  }

  /**
   * A value as HTML.
   *
   * @param value null and JSON's null are shown alike
   * @param path where it stands, for the words of codes
   * @param currency of an amount; null when there is none
   */
  String html(JsonNode value, String path, String currency) {
    if (value == null || value.isNull() || value.isMissingNode()) {
      return "<span class=\"c360-unknown\">" + Escape.html(said("sections.unknown")) + "</span>";
    }
    if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(html(item, path, currency)));
      return items.isEmpty() ? Escape.html(said("sections.none")) : String.join(", ", items);
    }
    if (value.isBoolean()) {
      return Escape.html(said(value.booleanValue() ? "sections.yes" : "sections.no"));
    }
    return value.isTextual()
        ? text(value.textValue(), path, currency)
        : Escape.html(value.isValueNode() ? value.asText() : value.toString());
  }

  private String text(String text, String path, String currency) {
    if (INSTANT.matcher(text).matches()) {
      return time(text, times.format(Instant.parse(full(text)).atZone(zone)));
    }
    if (DATE.matcher(text).matches()) {
      try {
        return time(text, dates.format(LocalDate.parse(text)));
      } catch (DateTimeParseException e) {
        return Escape.html(text);
      }
    }
    if (currency != null && MONEY.matcher(text).matches()) {
      return Escape.html(money(new BigDecimal(text), currency));
    }
    return Escape.html(words.find(locale, path + "=" + text).orElse(text));
  }

  private String money(BigDecimal amount, String code) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    try {
      Currency currency = Currency.getInstance(code);
      format.setCurrency(currency);
      if (format instanceof DecimalFormat decimal && isAtHome(currency)) {
        // the platform writes "$ CA" in French even for Canada
        DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
        symbols.setCurrencySymbol("$");
        decimal.setDecimalFormatSymbols(symbols);
      }
    } catch (IllegalArgumentException e) {
      return amount.toPlainString() + ' ' + code;
    }
    return format.format(amount);
  }

  private boolean isAtHome(Currency currency) {
    return currency.getCurrencyCode().equals("CAD") && locale.getCountry().equals("CA");
  }

  private static String full(String instant) {
    return instant.length() == 17 ? instant.replace("Z", ":00Z") : instant;
  }

  private static String time(String machine, String person) {
    return "<time datetime=\"" + Escape.html(machine) + "\">" + Escape.html(person) + "</time>";
  }

  private String said(String key) {
    return SectionProblems.text(key).in(locale);
  }
}
