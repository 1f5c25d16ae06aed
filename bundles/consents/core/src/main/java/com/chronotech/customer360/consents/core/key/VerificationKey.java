package com.chronotech.customer360.consents.core.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/**
 * A public key and what it is called by.
 *
 * @param keyId its RFC 7638 thumbprint
 * @param x the point, base64url, as a JSON Web Key has it (RFC 8037)
 * @param key the key
 */
public record VerificationKey(String keyId, String x, PublicKey key) {
  private static final int POINT_BYTES = 32;

  /** Names a key. */
  public static VerificationKey of(PublicKey key) {
    byte[] der = key.getEncoded();
    // RFC 8410: nothing follows the point.
    byte[] point = Arrays.copyOfRange(der, der.length - POINT_BYTES, der.length);
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String x = base64.encodeToString(point);
    String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII));
      return new VerificationKey(base64.encodeToString(digest), x, key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether a signature over bytes is this key's. */
  public boolean verifies(byte[] signed, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key);
      ed25519.update(signed);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  /** The key as a member of a JSON Web Key Set. */
  public String json() {
    return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"use\":\"sig\",\"alg\":\"EdDSA\",\"kid\":\""
        + keyId
        + "\",\"x\":\""
        + x
        + "\"}";
  }

  /** The key in PEM form. */
  public String pem() {
    return Pem.of(key);
  }
}
