package com.chronotech.customer360.communications.core.bounce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a webhook: {@code t=SECONDS,v1=HEX}, where HEX is HMAC-SHA256 under the shared
 * secret over the seconds, a full stop and the body. The time bars an old request from being sent
 * again.
 */
public final class WebhookSignature {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern HEADER = Pattern.compile("t=([0-9]{1,12}),\\s*v1=([0-9a-f]{64})");
  private static final String ALGORITHM = "HmacSHA256";

  private final String secret;

  /** Creates the check; with an empty secret nothing passes. */
  public WebhookSignature(String secret) {
    this.secret = secret;
  }

  /** Whether a header is the signature of a body, made within five minutes. */
  public boolean matches(String header, byte[] body, Instant now) {
    if (secret.isEmpty() || header == null) {
      return false;
    }
    Matcher parts = HEADER.matcher(header.strip());
    if (!parts.matches()) {
      return false;
    }
    long seconds = Long.parseLong(parts.group(1));
    boolean fresh =
        Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(TOLERANCE) <= 0;
    byte[] wanted = hmac(seconds, body);
    return MessageDigest.isEqual(wanted, HexFormat.of().parseHex(parts.group(2))) && fresh;
  }

  /** The header for a body. */
  public String sign(byte[] body, Instant now) {
    long seconds = now.getEpochSecond();
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac(seconds, body));
  }

  private byte[] hmac(long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
