package com.chronotech.customer360.consents.core.receipt.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Public keys from PEM files, by the name of their file: it is the person at the keyboard who
 * believes them, so that what a receipt says of its key does not matter.
 */
final class PublicKeys {
  private final Map<String, PublicKey> byFile;

  private PublicKeys(Map<String, PublicKey> byFile) {
    this.byFile = byFile;
  }

  static PublicKeys read(List<Path> files) throws IOException, GeneralSecurityException {
    Map<String, PublicKey> keys = new LinkedHashMap<>();
    for (Path file : files) {
      String base64 =
          Files.readString(file, StandardCharsets.ISO_8859_1)
              .replaceAll("-----[A-Z ]+-----", "")
              .replaceAll("\\s", "");
      byte[] der = Base64.getDecoder().decode(base64);
      keys.put(
          file.getFileName().toString(),
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
    }
    return new PublicKeys(keys);
  }

  /** The file of the key that made a signature. */
  Optional<String> signerOf(byte[] signed, byte[] signature) {
    return byFile.entrySet().stream()
        .filter(key -> verifies(key.getValue(), signed, signature))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean verifies(PublicKey key, byte[] signed, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key);
      ed25519.update(signed);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }
}
