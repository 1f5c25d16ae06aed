package com.chronotech.customer360.analytics.core.fleet.model;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where a page ended. Opaque to clients. It carries what was asked, so that a cursor used with
 * another question is refused instead of skipping lines without a word.
 *
 * @param question what was asked
 * @param amount by which lines are ordered
 * @param id which line of that amount
 */
public record FleetCursor(String question, BigDecimal amount, String id) {
  private static final int FIELDS = 4;

  /** The text for clients. */
  public String encode() {
    String text = question + '\n' + amount.toPlainString() + '\n' + id;
    byte[] bytes = (check(text) + '\n' + text).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Reads what {@link #encode} wrote for the same question; empty for anything else. */
  public static Optional<FleetCursor> decode(String encoded, String question) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      String[] fields = text.split("\n", FIELDS);
      boolean ours =
          fields.length == FIELDS
              && fields[1].equals(question)
              && fields[0].equals(check(text.substring(fields[0].length() + 1)));
      return ours
          ? Optional.of(new FleetCursor(question, new BigDecimal(fields[2]), fields[3]))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String check(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
