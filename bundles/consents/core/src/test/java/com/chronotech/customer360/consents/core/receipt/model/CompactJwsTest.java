package com.chronotech.customer360.consents.core.receipt.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CompactJwsTest {
  private static final byte[] SIGNATURE = new byte[64];

  private static String text(String header, String payload) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + "."
        + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8))
        + "."
        + base64.encodeToString(SIGNATURE);
  }

  @Test
  void whatWasSignedReadsBack() {
    CompactJws signed = CompactJws.sign("kid", "{\"é\":1}", bytes -> SIGNATURE);
    assertThat(CompactJws.parse(signed.text() + "\n")).contains(signed);
    assertThat(signed.signature()).isEqualTo(SIGNATURE);
    assertThat(new String(signed.signedBytes(), StandardCharsets.US_ASCII) + ".")
        .isEqualTo(signed.text().substring(0, signed.text().length() - 86));
  }

  /** The algorithm is ours: a text that asks for another, or for none, is no receipt. */
  @Test
  void anotherAlgorithmOrTypeIsNoReceipt() {
    String type = ",\"typ\":\"consent-receipt+jwt\"}";
    assertThat(CompactJws.parse(text("{\"alg\":\"EdDSA\",\"kid\":\"k\"" + type, "{}"))).isPresent();
    assertThat(CompactJws.parse(text("{\"alg\":\"none\",\"kid\":\"k\"" + type, "{}"))).isEmpty();
    assertThat(CompactJws.parse(text("{\"alg\":\"HS256\",\"kid\":\"k\"" + type, "{}"))).isEmpty();
    assertThat(CompactJws.parse(text("{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}", "{}"))).isEmpty();
    assertThat(CompactJws.parse(text("{\"alg\":\"EdDSA\",\"crit\":[\"b64\"]" + type, "{}")))
        .isEmpty();
    assertThat(
            CompactJws.parse(
                text("{\"alg\":\"none\",\"alg\":\"EdDSA\",\"kid\":\"k\"" + type, "{}")))
        .isEmpty();
  }

  @Test
  void whatIsUnreadableIsNoReceipt() {
    for (String text :
        new String[] {null, "", "a.b.c", "....", text("{", "{}"), text("[]", "{}")}) {
      assertThat(CompactJws.parse(text)).isEmpty();
    }
  }
}
