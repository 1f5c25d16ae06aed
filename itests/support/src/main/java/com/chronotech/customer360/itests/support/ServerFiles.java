package com.chronotech.customer360.itests.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The unpacked program of a server and a freshly initialised data directory to copy from. Unpacked
 * once for all modules and runs; several JVMs may ask at the same time.
 */
final class ServerFiles {
  private static final String LOCATION = "customer360.servers";

  private final ServerProduct product;
  private final Path home;

  private ServerFiles(ServerProduct product, Path home) {
    this.product = product;
    this.home = home;
  }

  /** Unpacks and initialises the server if that has not been done yet. */
  static ServerFiles of(ServerProduct product) {
    try {
      Path servers = servers();
      ServerFiles files = new ServerFiles(product, servers.resolve(product.label()));
      try (FileChannel channel =
              FileChannel.open(
                  servers.resolve(product.label() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        files.prepare(servers.resolve(product.label() + ".jar"), lock.isValid());
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + product, e);
    }
  }

  private static Path servers() {
    String named = System.getProperty(LOCATION);
    if (named != null) {
      return Path.of(named);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("itests/support/target/servers");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException(
        "no database servers: build itests/support first, or set -D" + LOCATION);
  }

  Path base() {
    return home.resolve("base");
  }

  /** The server's program. */
  Path program() {
    return base().resolve(product.isMariaDb() ? "bin/mariadbd" : "bin/mysqld");
  }

  /** The folder of the libraries that came with the program. */
  Path libraries() {
    return base().resolve(product.isMariaDb() ? "libs" : "lib/private");
  }

  /** Copies a freshly initialised data directory. */
  void copyData(Path target) throws IOException {
    copyTree(home.resolve("data"), target);
  }

  private void prepare(Path jar, boolean locked) throws IOException {
    Path done = home.resolve("ready");
    if (!locked || Files.exists(done)) {
      return;
    }
    deleteTree(home);
    Files.createDirectories(base());
    if (product.isMariaDb()) {
      unzip(jar, name -> name.matches(".*/linux/(bin/mariadbd|libs/.*|share/.*)"), "/linux/");
    } else {
      unzip(jar, "mysql-Linux-amd64.tar.gz"::equals, "");
      Path archive = base().resolve("mysql-Linux-amd64.tar.gz");
      Commands.run(List.of("tar", "xzf", archive.toString(), "-C", base().toString()), "");
      Files.delete(archive);
    }
    if (!program().toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + program());
    }
    strip();
    ServerCommands commands = new ServerCommands(product, this);
    commands.initialise(home.resolve("data"));
    Files.createFile(done);
  }

  /** Debug symbols make up nine tenths of the program; without strip they merely cost room. */
  private void strip() {
    try {
      Commands.run(List.of("strip", "--strip-debug", program().toString()), "");
    } catch (IOException e) {
      System.getLogger(ServerFiles.class.getName())
          .log(System.Logger.Level.DEBUG, "the server keeps its debug symbols", e);
    }
  }

  private void unzip(Path jar, Predicate<String> wanted, String after) throws IOException {
    if (!Files.exists(jar)) {
      throw new IOException("build itests/support first: there is no " + jar);
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!entry.isDirectory() && wanted.test(entry.getName())) {
          int from = entry.getName().indexOf(after) + after.length();
          Path target = base().resolve(entry.getName().substring(from));
          Files.createDirectories(target.getParent());
          try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
