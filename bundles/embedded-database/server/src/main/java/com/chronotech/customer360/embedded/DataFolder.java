package com.chronotech.customer360.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder in which everything of the embedded database lies; used by one JVM at a time. */
final class DataFolder implements Closeable {
  /** The database's name, as the host calls it. */
  static final String DATABASE = "chronotech";

  /** Who may use it, and nothing else. */
  static final String USER = "customer360";

  /** The file that names what the database began with. */
  static final String BEGAN = "began-with";

  // sockaddr_un.sun_path holds 108 bytes with its final NUL.
  private static final int SOCKET_PATH_BYTES = 106;
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path root;
  private final FileChannel lockFile;

  private DataFolder(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Opens the folder, which is created when absent.
   *
   * @throws EmbeddedDatabaseException when another JVM uses it
   */
  static DataFolder open(Path root) throws IOException, EmbeddedDatabaseException {
    Path absolute = root.toAbsolutePath().normalize();
    Files.createDirectories(absolute);
    FileChannel channel =
        FileChannel.open(
            absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new EmbeddedDatabaseException("another Customer 360 uses the database in " + absolute);
    }
    return new DataFolder(absolute, channel);
  }

  Path server(String version) {
    return root.resolve("server-" + version);
  }

  Path data() {
    return root.resolve("data");
  }

  /** Stands while the first content is loaded; found at a start, that load was cut off. */
  Path loading() {
    return root.resolve("loading");
  }

  /** Names what the database began with, once that is loaded whole. */
  Path began() {
    return root.resolve(BEGAN);
  }

  Path temporary() throws IOException {
    return Files.createDirectories(root.resolve("tmp"));
  }

  /** A path for the server's socket; elsewhere when the folder's own path is too long for one. */
  Path socket() throws IOException {
    Path own = root.resolve("mariadb.sock");
    if (own.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length
        <= SOCKET_PATH_BYTES) {
      return own;
    }
    return Files.createTempDirectory(Path.of("/tmp"), "c360").resolve("s");
  }

  /** The password of {@link #USER}, made at the first call and kept in a file of the owner's. */
  String password() throws IOException {
    Path file = root.resolve("password");
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      writePrivate(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return Files.readString(file).strip();
  }

  /** The port of earlier starts while it is free, otherwise another free one, which is kept. */
  int port(int configured) throws IOException {
    if (configured != 0) {
      return configured;
    }
    Path file = root.resolve("port");
    if (Files.exists(file)) {
      int kept = Integer.parseInt(Files.readString(file).strip());
      if (free(kept)) {
        return kept;
      }
    }
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(file, Integer.toString(any.getLocalPort()));
      return any.getLocalPort();
    }
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the server itself binds: connections that linger from an earlier life do not count.
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The statements the server runs at each start: safe to repeat. */
  Path accessStatements() throws IOException {
    String account = "'" + USER + "'@'127.0.0.1'";
    return writePrivate(
        root.resolve("access.sql"),
        "create database if not exists "
            + DATABASE
            + " character set utf8mb4 collate utf8mb4_unicode_ci;\n"
            + "delete from mysql.global_priv where user='';\n"
            + "flush privileges;\n"
            + "create user if not exists "
            + account
            + ";\nalter user "
            + account
            + " identified by '"
            + password()
            + "';\ngrant all on "
            + DATABASE
            + ".* to "
            + account
            + ";\n");
  }

  /** The options of the command-line client, so that no password stands in its arguments. */
  Path clientOptions(int port) throws IOException {
    return writePrivate(
        root.resolve("client.cnf"),
        "[client]\nprotocol=tcp\nhost=127.0.0.1\nport="
            + port
            + "\nuser="
            + USER
            + "\npassword="
            + password()
            + "\nskip-ssl\ndefault-character-set=utf8mb4\nmax-allowed-packet=64M\n");
  }

  private static Path writePrivate(Path file, String content) throws IOException {
    // A new file each time, so that the content is never in one with wider rights.
    Files.deleteIfExists(file);
    Files.createFile(file, OWNER_ONLY);
    return Files.writeString(file, content);
  }

  /** Leaves a stage and a sentence in a file for whoever waits outside. */
  void tell(String stage, String detail) {
    try {
      Path beside = root.resolve("status.part");
      Files.writeString(beside, stage + "\n" + detail + "\n");
      Files.move(beside, root.resolve("status"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.debug("the status file could not be written", e);
    }
  }

  /** Lets other JVMs use the folder. */
  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
