package com.chronotech.customer360.timeline.core.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The idempotency key as stored: what asked, and its own key. */
public final class SourceKey {

  /** Characters that the column leaves to the origin and the colon. */
  private static final int ORIGIN = 190 - ActivityRules.MAX_KEY - 1;

  private static final int HASH = 16;

  private SourceKey() {}

  /**
   * The stored key.
   *
   * @param origin the module's symbolic name, or {@code rest:} and the user's; a longer one than
   *     the column takes is shortened and told apart by a hash
   * @param key the caller's key; null for none
   * @return null for none
   */
  public static String of(String origin, String key) {
    return key == null ? null : shortened(origin) + ":" + key;
  }

  private static String shortened(String origin) {
    if (origin.length() <= ORIGIN) {
      return origin;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
      return origin.substring(0, ORIGIN - HASH - 1)
          + "~"
          + HexFormat.of().formatHex(hash).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
