package com.chronotech.customer360.consents.core.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one key that signs, made at the first start, and every key whose signatures are believed:
 * that one and older ones whose public halves were kept. Believed keys come from files alone: one
 * who can write to the database cannot add his own. Thread-safe.
 */
@Component(service = SigningKeys.class, configurationPid = "com.chronotech.customer360.consents")
public final class SigningKeys {
  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

  private final PrivateKey signing;
  private final VerificationKey own;
  private final Map<String, VerificationKey> known = new LinkedHashMap<>();

  /**
   * Reads the keys that the configuration names.
   *
   * @throws IllegalStateException when the signing key can be neither read nor made: without it
   *     nothing can be proven
   */
  @Activate
  public SigningKeys(KeyConfiguration configuration) {
    this(
        configuration.signing_key().isBlank()
            ? etc().resolve("customer360-ledger-key.pem")
            : Path.of(configuration.signing_key().strip()),
        configuration.verification_keys().isBlank()
            ? etc().resolve("customer360-ledger-keys").toString()
            : configuration.verification_keys());
  }

  /**
   * Reads the keys.
   *
   * @param file the private key, made when absent
   * @param older a folder of public keys, which may be absent, or files separated by commas
   */
  public SigningKeys(Path file, String older) {
    try {
      boolean fresh = !Files.exists(file);
      KeyPair pair = KeyFiles.loadOrMake(file);
      signing = pair.getPrivate();
      own = VerificationKey.of(pair.getPublic());
      if (fresh) {
        LOG.info("made the ledger's key {} in {}; keep a copy elsewhere", own.keyId(), file);
      }
      if (KeyFiles.isOpenToOthers(file)) {
        LOG.warn("{} can be read by others than its owner", file);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the ledger's key cannot be used: " + file, e);
    }
    known.put(own.keyId(), own);
    readOlder(older);
  }

  private static Path etc() {
    return Path.of(System.getProperty("karaf.etc", "etc"));
  }

  private void readOlder(String folderOrFiles) {
    try {
      for (Path file : KeyFiles.listed(folderOrFiles)) {
        VerificationKey key =
            VerificationKey.of(Pem.publicKey(Files.readString(file, StandardCharsets.ISO_8859_1)));
        known.putIfAbsent(key.keyId(), key);
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      LOG.error(
          "an older key in {} cannot be read: what it signed is not believed", folderOrFiles, e);
    }
  }

  /** The id of the key that signs: its RFC 7638 thumbprint. */
  public String keyId() {
    return own.keyId();
  }

  /** Signs bytes with Ed25519 (RFC 8032): 64 bytes. */
  public byte[] sign(byte[] bytes) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(signing);
      ed25519.update(bytes);
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the ledger's key does not sign", e);
    }
  }

  /** The believed key of an id; empty when none is, null included. */
  public Optional<VerificationKey> find(String keyId) {
    return Optional.ofNullable(keyId == null ? null : known.get(keyId));
  }

  /** Every believed key, the one that signs first. */
  public List<VerificationKey> all() {
    return List.copyOf(known.values());
  }

  /** Every believed key as a JSON Web Key Set (RFC 7517). */
  public String keySet() {
    return known.values().stream()
        .map(VerificationKey::json)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }
}
