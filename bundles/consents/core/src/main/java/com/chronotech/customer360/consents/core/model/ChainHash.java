package com.chronotech.customer360.consents.core.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of the ledger, all of them SHA-256. */
public final class ChainHash {

  /** Bytes of a hash. */
  public static final int LENGTH = 32;

  /** What stands before the first entry of a chain. */
  public static final Octets FIRST = Octets.zeros(LENGTH);

  private ChainHash() {}

  /** The hash of an entry: of the one before, and its canonical bytes. */
  public static Octets next(Octets previous, byte[] canonical) {
    MessageDigest digest = sha256();
    digest.update(previous.bytes());
    return Octets.of(digest.digest(canonical));
  }

  /** What an entry holds of its personal facts: of the salt, and their canonical text. */
  public static Octets commitment(Octets salt, String detail) {
    MessageDigest digest = sha256();
    digest.update(salt.bytes());
    return Octets.of(digest.digest(detail.getBytes(StandardCharsets.UTF_8)));
  }

  /** What tells a wording: of title, a line feed, and body. */
  public static Octets wording(String title, String body) {
    return Octets.of(sha256().digest((title + "\n" + body).getBytes(StandardCharsets.UTF_8)));
  }

  /** A new digest. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
