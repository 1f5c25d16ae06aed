package com.chronotech.customer360.consents.core.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files in which keys stand. */
final class KeyFiles {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private KeyFiles() {}

  /** The key pair of a private key's file, which is made when it is not there. */
  static KeyPair loadOrMake(Path file) throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) {
      make(file);
    }
    PrivateKey key = Pem.privateKey(Files.readString(file, StandardCharsets.US_ASCII));
    KeyPair pair = new KeyPair(publicKeyOf(key), key);
    Path beside = publicFile(file);
    String pem = Pem.of(pair.getPublic());
    // Beside the private key, to be copied to wherever receipts and roots are to be checked.
    if (!Files.exists(beside) || !Files.readString(beside).equals(pem)) {
      Files.writeString(beside, pem, StandardCharsets.US_ASCII);
    }
    return pair;
  }

  /** Whether others than the owner may read a file; never where the file system cannot tell. */
  static boolean isOpenToOthers(Path file) throws IOException {
    return hasPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
  }

  static Path publicFile(Path file) {
    String name = file.getFileName().toString();
    String stem = name.endsWith(".pem") ? name.substring(0, name.length() - 4) : name;
    return file.resolveSibling(stem + ".pub.pem");
  }

  /** The PEM files of a folder, or those of a list separated by commas. */
  static List<Path> listed(String folderOrFiles) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : folderOrFiles.split(",", -1)) {
      Path path = Path.of(name.strip());
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          inside.filter(file -> file.toString().endsWith(".pem")).sorted().forEach(files::add);
        }
      } else if (name.strip().endsWith(".pem")) {
        files.add(path);
      }
    }
    return files;
  }

  /** Never half there, never readable by others, and never in the place of another. */
  private static void make(Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path folder = file.toAbsolutePath().getParent();
    FileAttribute<?>[] attributes =
        hasPosix(folder)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Path fresh = Files.createTempFile(folder, ".customer360", ".tmp", attributes);
    try {
      Files.writeString(fresh, Pem.of(pair.getPrivate()), StandardCharsets.US_ASCII);
      link(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** A hard link fails where the name is taken, unlike a rename. */
  private static void link(Path fresh, Path file) throws IOException {
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException another) {
      // A node that shares the folder was faster: its key is the one.
      return;
    } catch (UnsupportedOperationException noLinks) {
      move(fresh, file);
    }
  }

  private static void move(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file);
    }
  }

  private static boolean hasPosix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  /**
   * The JDK makes a pair of 32 random bytes, which are the private key: given those of a key, it
   * makes that key's pair. There is no other way to the point.
   */
  private static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
    if (!(key instanceof EdECPrivateKey edwards) || edwards.getBytes().isEmpty()) {
      throw new GeneralSecurityException("not an Ed25519 key");
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(NamedParameterSpec.ED25519, new Given(edwards.getBytes().get()));
    KeyPair pair = generator.generateKeyPair();
    if (!Arrays.equals(pair.getPrivate().getEncoded(), key.getEncoded())) {
      throw new GeneralSecurityException("the public key cannot be told from the private one");
    }
    return pair.getPublic();
  }

  /** A source of the bytes it was given. */
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Given(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }
}
