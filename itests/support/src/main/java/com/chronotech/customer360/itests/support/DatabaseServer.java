package com.chronotech.customer360.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real database server in a child process, on a free loopback port, with a data directory of its
 * own. It ends with this JVM, however that ends. Thread-safe.
 */
public final class DatabaseServer implements AutoCloseable {
  private static final String USER = "tester";

  private static final Path MEMORY = Path.of("/dev/shm");

  /** What the servers of a few test runs beside each other may come to, in bytes. */
  private static final long ROOM = 8L << 30;

  private final ServerProduct product;
  private final ServerFiles files;
  private final Path home;
  private final int port;
  private final String password;
  private final List<String> flags;
  private final AtomicInteger databases = new AtomicInteger();
  private ServerProcess process;

  private DatabaseServer(ServerProduct product, Path directory, List<String> flags)
      throws IOException {
    this.product = product;
    this.flags = List.copyOf(flags);
    this.files = ServerFiles.of(product);
    byte[] random = new byte[12];
    new SecureRandom().nextBytes(random);
    String name = HexFormat.of().formatHex(random);
    this.home = directory.toAbsolutePath().resolve(product.label() + "-" + name.substring(0, 8));
    this.password = name;
    this.port = freePort();
    Files.createDirectories(ServerCommands.scratch(home.resolve("data")));
    files.copyData(home.resolve("data"));
    Files.writeString(home.resolve("init.sql"), initStatements());
    start();
  }

  /**
   * Starts a server with its data in memory where there is room, else under {@code
   * target/databases} of the working directory.
   */
  public static DatabaseServer start(ServerProduct product) {
    return start(
        product,
        MEMORY.toFile().getUsableSpace() >= ROOM
            ? MEMORY.resolve("customer360-databases")
            : Path.of("target", "databases"));
  }

  /** Starts a server with its data in a new folder of a directory. */
  public static DatabaseServer start(ServerProduct product, Path directory) {
    return start(product, directory, List.of());
  }

  /** Starts a server with further flags, which win over the usual ones. */
  public static DatabaseServer start(ServerProduct product, Path directory, List<String> flags) {
    try {
      return new DatabaseServer(product, directory, flags);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String initStatements() {
    String user = "'" + USER + "'@'127.0.0.1'";
    return "create user if not exists "
        + user
        + " identified by '"
        + password
        + "';\ngrant all privileges on *.* to "
        + user
        + " with grant option;\n";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Which server it is. */
  public ServerProduct product() {
    return product;
  }

  /** The loopback port. */
  public int port() {
    return port;
  }

  /** The user with every right. */
  public String user() {
    return USER;
  }

  /** Its password. */
  public String password() {
    return password;
  }

  /** Creates an empty database. */
  public TestDatabase createDatabase() {
    String name = "c360_" + databases.incrementAndGet();
    TestDatabase database = new TestDatabase(this, name);
    database.create();
    return database;
  }

  /** Starts it again after {@link #stop} or {@link #kill}, on the same port and data. */
  public synchronized void start() {
    if (process == null || !process.isAlive()) {
      ServerCommands commands = new ServerCommands(product, files);
      List<String> command = commands.serve(home.resolve("data"), port, home.resolve("init.sql"));
      command.addAll(flags);
      process = ServerProcess.start(command, commands.environment(), home);
    }
  }

  /** Stops it as an administrator does. */
  public synchronized void stop() {
    if (process != null) {
      process.stop();
    }
  }

  /** Ends it at once, as a power cut does. */
  public synchronized void kill() {
    if (process != null) {
      process.kill();
    }
  }

  /** The id of its process. */
  public synchronized long pid() {
    return process.pid();
  }

  /** Resident memory of the server, in bytes. */
  public synchronized long residentBytes() {
    return process.residentBytes();
  }

  /** Stops it and deletes its data. */
  @Override
  public void close() {
    kill();
    try {
      ServerFiles.deleteTree(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
