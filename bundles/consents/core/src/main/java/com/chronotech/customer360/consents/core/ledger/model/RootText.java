package com.chronotech.customer360.consents.core.ledger.model;

import com.chronotech.customer360.consents.LedgerService.Root;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** What is signed of a root. */
public final class RootText {
  /** What the first root links to: 32 zero bytes in hex. */
  public static final String NO_ROOT = "0".repeat(64);

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private RootText() {}

  /**
   * The bytes that are signed: the canonical JSON (RFC 8785) of the root's members but the
   * signature. Every value is a number or plain ASCII, and the members stand in the order of their
   * names, so that nothing is left to choose.
   */
  public static byte[] signedBytes(Root root) {
    return ("{\"chains\":"
            + root.chains()
            + ",\"day\":\""
            + root.day()
            + "\",\"entries\":"
            + root.entries()
            + ",\"key_id\":\""
            + root.keyId()
            + "\",\"previous_root\":\""
            + root.previousRoot()
            + "\",\"root\":\""
            + root.root()
            + "\",\"signed_at\":\""
            + MICROSECONDS.format(root.signedAt())
            + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The same root with a signature. */
  public static Root signed(Root root, byte[] signature) {
    return new Root(
        root.day(),
        root.root(),
        root.chains(),
        root.entries(),
        root.previousRoot(),
        root.signedAt(),
        root.keyId(),
        Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
  }

  /** The bytes of a root's signature; empty bytes when it is not base64url. */
  public static byte[] signature(Root root) {
    try {
      return Base64.getUrlDecoder().decode(root.signature());
    } catch (IllegalArgumentException altered) {
      return new byte[0];
    }
  }
}
