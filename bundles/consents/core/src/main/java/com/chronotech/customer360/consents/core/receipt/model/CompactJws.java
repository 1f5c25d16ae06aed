package com.chronotech.customer360.consents.core.receipt.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A receipt in the compact serialization of RFC 7515, signed with EdDSA (RFC 8037).
 *
 * @param keyId whose signature it claims
 * @param payload the signed JSON
 * @param text the whole
 */
public record CompactJws(String keyId, String payload, String text) {
  /** The media type of a receipt, as its header names it (RFC 9596 has the manner). */
  public static final String TYPE = "consent-receipt+jwt";

  private static final Pattern SHAPE =
      Pattern.compile("([A-Za-z0-9_-]{1,2000})\\.([A-Za-z0-9_-]{1,20000})\\.([A-Za-z0-9_-]{86})");

  /**
   * Signs a payload.
   *
   * @param sign makes a signature of bytes
   */
  public static CompactJws sign(String keyId, String payload, UnaryOperator<byte[]> sign) {
    String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + keyId + "\",\"typ\":\"" + TYPE + "\"}";
    String input = encoded(header) + "." + encoded(payload);
    byte[] signature = sign.apply(input.getBytes(StandardCharsets.US_ASCII));
    String whole = input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    return new CompactJws(keyId, payload, whole);
  }

  /**
   * Reads a receipt, without believing it yet; empty when it is none: the algorithm is ours and
   * never the one that a text asks for.
   */
  public static Optional<CompactJws> parse(String text) {
    String whole = text == null ? "" : text.strip();
    var matcher = SHAPE.matcher(whole);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Map<String, Object> header = PlainJson.object(decoded(matcher.group(1)));
      boolean ours =
          "EdDSA".equals(header.get("alg"))
              && TYPE.equals(header.get("typ"))
              && !header.containsKey("crit");
      String payload = decoded(matcher.group(2));
      PlainJson.object(payload);
      return ours
          ? Optional.of(new CompactJws(PlainJson.text(header, "kid"), payload, whole))
          : Optional.empty();
    } catch (IllegalArgumentException | CharacterCodingException unreadable) {
      return Optional.empty();
    }
  }

  /** The bytes that are signed. */
  public byte[] signedBytes() {
    return text.substring(0, text.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
  }

  /** The signature: 64 bytes. */
  public byte[] signature() {
    return Base64.getUrlDecoder().decode(text.substring(text.lastIndexOf('.') + 1));
  }

  private static String encoded(String part) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(part.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String part) throws CharacterCodingException {
    byte[] bytes = Base64.getUrlDecoder().decode(part);
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
