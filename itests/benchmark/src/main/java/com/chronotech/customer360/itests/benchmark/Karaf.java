package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The distribution, unpacked afresh and serving. */
final class Karaf implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);
  private static final long LOOK_MILLIS = 200;

  private final Path home;
  private final int port;
  private final Process process;

  private Karaf(Path home, int port, Process process) {
    this.home = home;
    this.port = port;
    this.process = process;
  }

  /**
   * Unpacks the distribution and starts it.
   *
   * @param settings lines to set in files of etc, by file name
   */
  static Karaf start(Path root, Path folder, int port, Map<String, List<String>> settings)
      throws IOException, InterruptedException {
    Path archive;
    try (Stream<Path> all = Files.list(root.resolve("karaf-distribution/target"))) {
      archive = all.filter(p -> p.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
    Files.createDirectories(folder);
    new ProcessBuilder(
            "tar", "xzf", archive.toString(), "-C", folder.toString(), "--strip-components=1")
        .inheritIO()
        .start()
        .waitFor();
    for (Map.Entry<String, List<String>> file : settings.entrySet()) {
      set(folder.resolve("etc").resolve(file.getKey()), file.getValue());
    }
    ProcessBuilder builder =
        new ProcessBuilder(folder.resolve("bin/karaf").toString(), "server")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("console.log").toFile());
    builder.environment().remove("KARAF_HOME");
    Karaf karaf = new Karaf(folder, port, builder.start());
    Runtime.getRuntime().addShutdownHook(new Thread(karaf::kill, "end-of-karaf"));
    return karaf;
  }

  /** Changes a setting while the server runs, which notices it within seconds. */
  void configure(String file, String line) throws IOException {
    set(home.resolve("etc").resolve(file), List.of(line));
  }

  /** Replaces lines {@code key = value} or adds them. */
  private static void set(Path file, List<String> lines) throws IOException {
    List<String> content =
        new java.util.ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
    for (String line : lines) {
      String key = line.substring(0, line.indexOf('=')).trim();
      content.removeIf(old -> old.matches("\\s*\\Q" + key + "\\E\\s*=.*"));
      content.add(line);
    }
    Files.write(file, content);
  }

  /** Waits until the server has made its first password and answers an address with it. */
  void awaitReady(String path) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!Files.exists(password()) && System.nanoTime() < end && !endsSoon()) {
      // Looked again.
    }
    await(path, authorization());
  }

  /** Waits a little between two looks, unless the server ends. */
  private boolean endsSoon() throws InterruptedException {
    return process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private Path password() {
    return home.resolve("etc/customer360-initial-password");
  }

  /** Waits until an address answers 200. */
  void await(String path, String authorization) throws InterruptedException {
    byte[] request = HttpConnection.get(path, authorization);
    long end = System.nanoTime() + PATIENCE_NANOS;
    do {
      try (HttpConnection connection = new HttpConnection(port)) {
        if (connection.exchange(request) == 200) {
          return;
        }
      } catch (IOException notYet) {
        System.getLogger(Karaf.class.getName())
            .log(System.Logger.Level.DEBUG, "not yet there", notYet);
      }
    } while (System.nanoTime() < end && !endsSoon());
    throw new IllegalStateException(path + " never answered 200; see " + home + "/data/log");
  }

  /** Drops a bundle into the deploy folder. */
  void deploy(Path bundle) throws IOException {
    Path deploy = Files.createDirectories(home.resolve("deploy"));
    Path arriving = deploy.resolveSibling("arriving.jar");
    Files.copy(bundle, arriving, StandardCopyOption.REPLACE_EXISTING);
    Files.move(arriving, deploy.resolve(bundle.getFileName()), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The header that proves the first administrator, whose password was made at the first start. */
  String authorization() throws IOException {
    String password = Files.readString(password()).strip();
    byte[] pair = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** The process of its Java machine: the start script waits for it or becomes it. */
  long pid() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .filter(handle -> handle.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Java process"))
        .pid();
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
