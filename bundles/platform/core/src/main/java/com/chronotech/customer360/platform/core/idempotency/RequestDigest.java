package com.chronotech.customer360.platform.core.idempotency;

import com.chronotech.customer360.platform.idempotency.RequestKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is kept of a request: names and contents of people's requests are not. */
final class RequestDigest {

  private RequestDigest() {}

  /** Each part goes in behind its length, or two requests could read as one. */
  static byte[] of(RequestKey key) {
    MessageDigest digest = sha256();
    for (String part : new String[] {key.caller(), key.method(), key.path(), key.key()}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return digest.digest();
  }

  static byte[] of(byte[] content) {
    return sha256().digest(content);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
