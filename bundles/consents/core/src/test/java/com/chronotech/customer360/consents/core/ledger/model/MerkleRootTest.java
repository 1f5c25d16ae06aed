package com.chronotech.customer360.consents.core.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleRootTest {

  private record Head(String pseudonym, int sequence, String hex) {
    byte[] hash() {
      return HexFormat.of().parseHex(hex);
    }
  }

  private static List<Head> heads(int count, long seed) {
    List<Head> heads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      heads.add(
          new Head(
              "p-" + seed + "-" + i,
              i % 7 + 1,
              hex(sha256(("hash " + seed + i).getBytes(StandardCharsets.UTF_8)))));
    }
    return heads;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String streamed(List<Head> heads) {
    MerkleRoot tree = new MerkleRoot();
    heads.forEach(head -> tree.add(head.pseudonym(), head.sequence(), head.hash()));
    return hex(tree.root());
  }

  /** RFC 6962, section 2.1, word for word. */
  private static byte[] defined(List<Head> heads) {
    if (heads.isEmpty()) {
      return sha256(new byte[0]);
    }
    if (heads.size() == 1) {
      Head head = heads.get(0);
      byte[] name = head.pseudonym().getBytes(StandardCharsets.UTF_8);
      return sha256(
          ByteBuffer.allocate(1 + name.length + 8 + 32)
              .put((byte) 0)
              .put(name)
              .putLong(head.sequence())
              .put(head.hash())
              .array());
    }
    int k = Integer.highestOneBit(heads.size() - 1);
    return sha256(
        ByteBuffer.allocate(65)
            .put((byte) 1)
            .put(defined(heads.subList(0, k)))
            .put(defined(heads.subList(k, heads.size())))
            .array());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Property(tries = 300)
  void isTheTreeOfTheRfc(@ForAll @IntRange(max = 200) int count, @ForAll long seed) {
    List<Head> heads = heads(count, seed);
    assertThat(streamed(heads)).isEqualTo(hex(defined(heads)));
  }

  @Property(tries = 200)
  void anyChangedLeafChangesTheRoot(
      @ForAll @IntRange(min = 1, max = 80) int count,
      @ForAll @IntRange(max = 79) int at,
      @ForAll @IntRange(max = 255) int bit) {
    List<Head> heads = heads(count, 1);
    int place = at % count;
    byte[] other = heads.get(place).hash();
    other[bit / 8] ^= (byte) (1 << bit % 8);
    List<Head> changed = new ArrayList<>(heads);
    changed.set(
        place, new Head(heads.get(place).pseudonym(), heads.get(place).sequence(), hex(other)));
    assertThat(streamed(changed)).isNotEqualTo(streamed(heads));
    changed.set(
        place,
        new Head(
            heads.get(place).pseudonym(), heads.get(place).sequence() + 1, heads.get(place).hex()));
    assertThat(streamed(changed)).isNotEqualTo(streamed(heads));
  }

  @Property(tries = 200)
  void aRemovedOrExchangedLeafChangesTheRoot(
      @ForAll @IntRange(min = 2, max = 80) int count, @ForAll @IntRange(max = 79) int at) {
    List<Head> heads = heads(count, 2);
    List<Head> fewer = new ArrayList<>(heads);
    fewer.remove(at % count);
    assertThat(streamed(fewer)).isNotEqualTo(streamed(heads));
    List<Head> exchanged = new ArrayList<>(heads);
    Collections.swap(exchanged, at % count, (at + 1) % count);
    assertThat(streamed(exchanged)).isNotEqualTo(streamed(heads));
  }

  /** A leaf cannot be passed off as a node, nor the other way round. */
  @Test
  void leavesAndNodesAreHashedApart() {
    Head head = new Head("a", 1, "00".repeat(32));
    byte[] leaf = defined(List.of(head));
    byte[] node = defined(List.of(head, head));
    assertThat(leaf).isNotEqualTo(node);
    assertThat(hex(node)).isEqualTo(streamed(List.of(head, head)));
  }
}
