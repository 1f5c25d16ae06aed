package com.chronotech.customer360.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One mariadbd, from its start to its end. */
final class ServerProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
  // Recovery after a hard stop reads the whole log; a slow disk may take its time over it.
  private static final Duration START_PATIENCE = Duration.ofMinutes(5);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
  private static final int KEPT_LINES = 12;

  private final Process process;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Deque<String> lastLines = new ArrayDeque<>();

  private ServerProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "embedded-database-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Makes the system tables in the data folder, unless they are there. */
  static void bootstrap(ServerProgram program, DataFolder folder)
      throws IOException, InterruptedException, EmbeddedDatabaseException {
    if (Files.isDirectory(folder.data())) {
      return;
    }
    Path beside = folder.data().resolveSibling("data.part");
    ServerTree.delete(beside);
    Files.createDirectories(beside);
    List<String> command = command(program, beside, folder);
    command.add("--bootstrap");
    command.add("--log-warnings=0");
    command.add("--enforce-storage-engine=");
    command.add("--max-allowed-packet=8M");
    command.add("--net-buffer-length=16K");
    Path output = folder.temporary().resolve("bootstrap.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try (OutputStream statements = process.getOutputStream()) {
      statements.write(
          "create database if not exists mysql;\nuse mysql;\nSET @auth_root_socket=NULL;\n"
              .getBytes(StandardCharsets.UTF_8));
      for (Path file : program.systemTables()) {
        Files.copy(file, statements);
        statements.write('\n');
      }
      statements.write(
          "delete from mysql.global_priv where user='';\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended before it had read everything; its output says why.
      LOG.debug("bootstrap input", e);
    }
    try {
      if (process.waitFor() != 0) {
        throw new EmbeddedDatabaseException(
            "mariadbd could not make its system tables:\n" + Files.readString(output));
      }
    } finally {
      process.destroyForcibly();
    }
    Files.move(beside, folder.data());
  }

  /** Starts the server and waits until it takes connections. */
  static ServerProcess start(ServerProgram program, DataFolder folder, int port, ZoneId zone)
      throws IOException, InterruptedException, EmbeddedDatabaseException {
    List<String> command = command(program, folder.data(), folder);
    command.addAll(
        List.of(
            "--console",
            "--tmpdir=" + folder.temporary(),
            "--port=" + port,
            "--socket=" + folder.socket(),
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            "--skip-ssl",
            "--init-file=" + folder.accessStatements(),
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_ci",
            "--skip-log-bin",
            "--max-allowed-packet=64M",
            "--innodb-buffer-pool-size=64M",
            "--performance-schema=OFF",
            "--key-buffer-size=1M",
            "--aria-pagecache-buffer-size=8M",
            "--max-connections=60",
            "--table-open-cache=400",
            "--innodb-log-buffer-size=4M",
            "--query-cache-size=0",
            "--query-cache-type=0"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TZ", ServerZone.environment(zone));
    ServerProcess server = new ServerProcess(builder.start());
    try {
      server.ready.get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      server.stop();
      if (e instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new EmbeddedDatabaseException("mariadbd did not start:\n" + server.lastLines(), e);
    }
    return server;
  }

  private static List<String> command(ServerProgram program, Path data, DataFolder folder)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.server().toString());
    command.add("--no-defaults");
    command.add("--basedir=" + program.base());
    command.add("--datadir=" + data);
    command.add("--lc-messages-dir=" + program.share());
    command.add("--innodb-log-file-size=16M");
    // mariadbd refuses to run as root unless told so by name.
    if (Files.getOwner(folder.temporary()).getName().equals("root")) {
      command.add("--user=root");
    }
    return command;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        LOG.debug("{}", line);
        remember(line);
        if (line.contains("ready for connections")) {
          ready.complete(null);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("the server's output ended", e);
    }
    ready.completeExceptionally(new EmbeddedDatabaseException("mariadbd ended"));
  }

  private void remember(String line) {
    synchronized (lastLines) {
      lastLines.add(line);
      if (lastLines.size() > KEPT_LINES) {
        lastLines.remove();
      }
    }
  }

  /** The last lines the server printed. */
  String lastLines() {
    synchronized (lastLines) {
      return String.join("\n", lastLines);
    }
  }

  /** Waits until the server has ended, by itself or not. */
  int await() throws InterruptedException {
    return process.waitFor();
  }

  /** Stops the server the regular way, and hard only when that takes too long. */
  void stop() {
    process.destroy();
    boolean interrupted = false;
    try {
      if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("mariadbd did not stop in {}; ending it hard", STOP_PATIENCE);
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    process.destroyForcibly();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
