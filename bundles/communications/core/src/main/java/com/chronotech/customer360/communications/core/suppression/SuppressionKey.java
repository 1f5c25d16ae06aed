package com.chronotech.customer360.communications.core.suppression;

import com.chronotech.customer360.communications.core.model.MailAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which addresses are hashed: without it a hash can be matched with no address, be it
 * by guessing. It stands in a file that all nodes share. Thread-safe.
 */
public final class SuppressionKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final int ID_BYTES = 8;

  private final byte[] key;
  private final String id;

  private SuppressionKey(byte[] key) {
    this.key = key;
    this.id = HexFormat.of().formatHex(Arrays.copyOf(sha256(key), ID_BYTES));
  }

  /** The key of a file, which is made when it is not there, for its owner's eyes alone. */
  public static SuppressionKey of(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      byte[] key =
          HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
      if (key.length != BYTES) {
        throw new IllegalStateException(file + " holds no key of 32 bytes in hex");
      }
      return new SuppressionKey(key);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or make the key in " + file, e);
    }
  }

  private static void make(Path file) throws IOException {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    FileAttribute<?>[] ownerAlone =
        Files.getFileStore(folder).supportsFileAttributeView("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path beside = Files.createTempFile(folder, ".customer360", ".tmp", ownerAlone);
    try {
      Files.writeString(beside, HexFormat.of().formatHex(fresh), StandardCharsets.US_ASCII);
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException another) {
      // a node that shares the folder was faster: its key is the one
      return;
    } catch (UnsupportedOperationException noLinks) {
      Files.move(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Which key it is, lower-case hex of eight bytes; tells nothing of the key. */
  public String id() {
    return id;
  }

  /** The hash of an e-mail address or number, lower-case hex of 32 bytes. */
  public String hash(String address) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] hash = mac.doFinal(MailAddress.normal(address).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
