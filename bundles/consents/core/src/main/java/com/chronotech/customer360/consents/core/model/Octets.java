package com.chronotech.customer360.consents.core.model;

import java.util.Arrays;
import java.util.HexFormat;

/** Some bytes, such as a hash. Immutable. */
public final class Octets {
  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of bytes; null for null. */
  public static Octets of(byte[] bytes) {
    return bytes == null ? null : new Octets(bytes.clone());
  }

  /**
   * The bytes of a text in hex; null for null.
   *
   * @throws IllegalArgumentException if it is not hex
   */
  public static Octets ofHex(String hex) {
    return hex == null ? null : new Octets(HexFormat.of().parseHex(hex));
  }

  /** So many zero bytes. */
  public static Octets zeros(int length) {
    return new Octets(new byte[length]);
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes in lower-case hex. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** The bytes of one that may be null. */
  public static byte[] bytesOf(Octets octets) {
    return octets == null ? null : octets.bytes();
  }

  /** The hex of one that may be null. */
  public static String hexOf(Octets octets) {
    return octets == null ? null : octets.hex();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
