package com.chronotech.customer360.platform.core.caller;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes verifiers of the configured keys; a key that does not serve is said and left out. */
final class TokenKeys {
  private static final Logger LOG = LoggerFactory.getLogger(TokenKeys.class);
  private static final int MIN_SECRET_BYTES = 32;
  private static final int MIN_RSA_BITS = 2048;

  private TokenKeys() {}

  static Map<JWSAlgorithm, JWSVerifier> verifiers(SecurityConfiguration configuration) {
    Map<JWSAlgorithm, JWSVerifier> verifiers = new HashMap<>();
    byte[] secret = configuration.jwt_key().getBytes(StandardCharsets.UTF_8);
    try {
      if (secret.length >= MIN_SECRET_BYTES) {
        verifiers.put(JWSAlgorithm.HS256, new MACVerifier(secret));
      } else if (secret.length > 0) {
        LOG.error("jwt.key has {} bytes, fewer than {}: not used", secret.length, MIN_SECRET_BYTES);
      }
      if (!configuration.jwt_public_key().isBlank()) {
        addPublic(configuration.jwt_public_key(), verifiers);
      }
    } catch (JOSEException | GeneralSecurityException | IllegalArgumentException e) {
      LOG.error("a key of com.chronotech.customer360.security cannot be used", e);
    }
    return verifiers;
  }

  private static void addPublic(String pem, Map<JWSAlgorithm, JWSVerifier> verifiers)
      throws GeneralSecurityException {
    PublicKey key = read(pem);
    if (key instanceof RSAPublicKey rsa) {
      if (rsa.getModulus().bitLength() < MIN_RSA_BITS) {
        LOG.error("jwt.public.key has fewer than {} bits: not used", MIN_RSA_BITS);
      } else {
        verifiers.put(JWSAlgorithm.RS256, new RSASSAVerifier(rsa));
      }
    } else {
      verifiers.put(JWSAlgorithm.EdDSA, new EdDsaVerifier(key));
    }
  }

  private static PublicKey read(String pem) throws GeneralSecurityException {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s|\\\\n", "");
    X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
    try {
      return KeyFactory.getInstance("RSA").generatePublic(spec);
    } catch (GeneralSecurityException notRsa) {
      return KeyFactory.getInstance("Ed25519").generatePublic(spec);
    }
  }
}
