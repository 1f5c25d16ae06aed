package com.chronotech.customer360.consents.core.ledger.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The root of a Merkle tree in the shape of RFC 6962, over leaves that come one by one: only the
 * roots of the full subtrees to the left are kept, one a power of two, so that millions of leaves
 * need no memory to speak of. For one thread.
 */
public final class MerkleRoot {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha256 = newSha256();
  private final Deque<byte[]> subtrees = new ArrayDeque<>();
  private long leaves;

  /**
   * Adds a chain's head.
   *
   * @param pseudonym whose chain
   * @param sequence how long it is
   * @param hash of the entry there
   */
  public void add(String pseudonym, int sequence, byte[] hash) {
    sha256.update(LEAF);
    sha256.update(pseudonym.getBytes(StandardCharsets.US_ASCII));
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
    sha256.update(hash);
    subtrees.push(sha256.digest());
    leaves++;
    // As many full pairs end here as the count of leaves has zeros at its end.
    for (long pairs = leaves; pairs % 2 == 0; pairs /= 2) {
      join();
    }
  }

  /** How many leaves were added. */
  public long leaves() {
    return leaves;
  }

  /** The root of all that was added, which ends this tree; SHA-256 of nothing for no leaf. */
  public byte[] root() {
    if (leaves == 0) {
      return sha256.digest();
    }
    while (subtrees.size() > 1) {
      join();
    }
    return subtrees.peek().clone();
  }

  private void join() {
    byte[] right = subtrees.pop();
    byte[] left = subtrees.pop();
    sha256.update(NODE);
    sha256.update(left);
    sha256.update(right);
    subtrees.push(sha256.digest());
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
