package com.chronotech.customer360.host.chronotech;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/** Builds a small JSON object; what is null is left out. Not thread-safe. */
final class JsonText {
  private final StringBuilder json = new StringBuilder("{");

  JsonText put(String name, String value) {
    return value == null ? this : raw(name, quoted(value));
  }

  JsonText put(String name, Long value) {
    return value == null ? this : raw(name, value.toString());
  }

  JsonText put(String name, Instant value) {
    return value == null ? this : raw(name, quoted(value.toString()));
  }

  /** An amount of money: a decimal string with the currency beside it. */
  JsonText money(String name, BigDecimal amount, String currency) {
    return amount == null
        ? this
        : raw(name, quoted(amount.toPlainString())).raw("currency", quoted(currency));
  }

  /** A value that is JSON already. */
  JsonText raw(String name, String value) {
    if (value != null) {
      if (json.length() > 1) {
        json.append(',');
      }
      json.append(quoted(name)).append(':').append(value);
    }
    return this;
  }

  /** The object as text; null when it is empty. */
  String text() {
    return json.length() == 1 ? null : json + "}";
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
