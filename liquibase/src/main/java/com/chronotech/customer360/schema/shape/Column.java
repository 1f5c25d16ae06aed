package com.chronotech.customer360.schema.shape;

import java.util.Locale;

/**
 * A column as it stands.
 *
 * @param name its name
 * @param dataType such as {@code varchar}, in lower case
 * @param columnType such as {@code varchar(50)}, as the server writes it
 * @param fractionDigits digits after the second; 0 for columns that hold no time
 * @param charset null for columns that hold no text
 * @param comment never null
 * @param rewrittenOnUpdate whether the server sets it to now whenever its row is updated
 */
public record Column(
    String name,
    String dataType,
    String columnType,
    int fractionDigits,
    String charset,
    String comment,
    boolean rewrittenOnUpdate) {

  /** Whether it holds text that cannot take four-byte characters. */
  public boolean threeByteText() {
    return charset != null && (charset.equals("utf8") || charset.equals("utf8mb3"));
  }

  /** Whether its enumeration holds every one of some words; true for what is no enumeration. */
  public boolean takesWords(Iterable<String> words) {
    if (!dataType.equals("enum")) {
      return true;
    }
    String all = columnType.toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!all.contains("'" + word + "'")) {
        return false;
      }
    }
    return true;
  }
}
