package com.chronotech.customer360.profile.core.search.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where a page ended. Opaque to clients. It carries a sum of what was asked, so that a cursor used
 * with another question is refused instead of skipping customers without a word.
 *
 * @param place behind which to go on
 * @param driver which of the words led, since that choice must not change between pages
 * @param question the sum of what was asked
 */
public record PageCursor(Place place, int driver, int question) {
  private static final byte VERSION = 1;
  private static final int FIXED = 1 + 1 + 8 + 4 + 4;

  /** The sum of a question. */
  public static int sum(String question) {
    byte[] bytes = question.getBytes(StandardCharsets.UTF_8);
    return check(bytes, bytes.length);
  }

  /** The text for clients. */
  public String encode() {
    byte[] term = place.term().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(FIXED + term.length);
    bytes.put(VERSION).put((byte) driver).putLong(place.customerId()).putInt(question).put(term);
    bytes.putInt(check(bytes.array(), bytes.position()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Reads what {@link #encode} wrote; empty for anything else. */
  public static Optional<PageCursor> decode(String text) {
    byte[] raw;
    try {
      raw = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (raw.length < FIXED || raw.length > FIXED + Term.MAX * 4 || raw[0] != VERSION) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(raw, 1, raw.length - 1);
    int driver = bytes.get();
    long customer = bytes.getLong();
    int question = bytes.getInt();
    int end = raw.length - Integer.BYTES;
    String term = new String(Arrays.copyOfRange(raw, FIXED - 4, end), StandardCharsets.UTF_8);
    if (ByteBuffer.wrap(raw).getInt(end) != check(raw, end) || driver < 0) {
      return Optional.empty();
    }
    return Optional.of(new PageCursor(new Place(term, customer), driver, question));
  }

  private static int check(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
