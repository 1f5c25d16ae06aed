package com.chronotech.customer360.consents.core.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.LedgerService.Root;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RootTextTest {
  private static final String HASH = "0".repeat(62) + "ab";

  private final Root root =
      new Root(
          LocalDate.of(2026, 11, 24),
          HASH,
          3,
          17,
          RootText.NO_ROOT,
          Instant.parse("2026-11-25T00:10:00.5Z"),
          "kid",
          null);

  @Test
  void whatIsSignedIsCanonicalJson() {
    assertThat(new String(RootText.signedBytes(root), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"chains\":3,\"day\":\"2026-11-24\",\"entries\":17,\"key_id\":\"kid\","
                + "\"previous_root\":\""
                + "0".repeat(64)
                + "\",\"root\":\""
                + HASH
                + "\",\"signed_at\":\"2026-11-25T00:10:00.500000Z\"}");
  }

  @Test
  void aSignatureComesBackAsItWas() {
    byte[] signature = {1, 2, (byte) 0xff};
    assertThat(RootText.signature(RootText.signed(root, signature))).isEqualTo(signature);
    assertThat(RootText.signedBytes(RootText.signed(root, signature)))
        .isEqualTo(RootText.signedBytes(root));
  }
}
