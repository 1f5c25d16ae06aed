package com.chronotech.customer360.profile.core.model;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.zip.CRC32;

/** A place in a customer's history of changes, opaque to clients. */
public final class HistoryCursor {
  private static final int VERSION = 1;
  private static final int BYTES = 1 + 8 + 4;

  private HistoryCursor() {}

  /** The cursor that leads to what is older than an instant. */
  public static String encode(long customerId, Instant at) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.put((byte) VERSION);
    bytes.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    bytes.putInt(check(customerId, bytes.array()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The instant in a cursor.
   *
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code
   *     BAD_REQUEST} for anything but a cursor of this customer
   */
  public static Instant decode(long customerId, String cursor) {
    byte[] raw;
    try {
      raw = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
    ByteBuffer bytes = ByteBuffer.wrap(raw);
    if (raw.length != BYTES || bytes.get() != VERSION) {
      throw unreadable();
    }
    long micros = bytes.getLong();
    if (bytes.getInt() != check(customerId, raw)) {
      throw unreadable();
    }
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static int check(long customerId, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(customerId).array());
    crc.update(bytes, 0, BYTES - Integer.BYTES);
    return (int) crc.getValue();
  }

  private static RuntimeException unreadable() {
    return ProfileProblems.badRequest("cursor", "profile.cursor_unreadable");
  }
}
