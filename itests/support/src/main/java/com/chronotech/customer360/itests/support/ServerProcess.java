package com.chronotech.customer360.itests.support;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process of a database server. */
final class ServerProcess {
  /**
   * The shell holds a pipe from this JVM: however the JVM ends, the pipe closes, the server is
   * killed and its folder goes, so that no run leaves one behind. Where the server ends first,
   * nobody watches any more.
   */
  private static final String WATCHDOG =
      "exec 3<&0; home=$1; shift; \"$@\" 3<&- & child=$!; echo pid $child; "
          + "( cat <&3; trap '' TERM; kill -KILL $child; rm -rf \"$home\" ) >/dev/null 2>&1 & "
          + "watch=$!; wait $child; kill $watch";

  private static final long PATIENCE_SECONDS = 60;

  private final Process shell;
  private final CompletableFuture<Long> pid = new CompletableFuture<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private ServerProcess(Process shell) {
    this.shell = shell;
  }

  /** Starts a server and waits until it takes connections. */
  static ServerProcess start(List<String> command, Map<String, String> environment, Path home) {
    List<String> all =
        new ArrayList<>(List.of("/bin/sh", "-c", WATCHDOG, "watchdog", home.toString()));
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      ServerProcess process = new ServerProcess(builder.start());
      Path log = home.resolve("server.log");
      Thread reader = new Thread(() -> process.read(log), "database-server-log");
      reader.setDaemon(true);
      reader.start();
      process.await(process.ready, "did not start, see " + log);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Path log) {
    try (BufferedReader in = shell.inputReader(StandardCharsets.UTF_8);
        BufferedWriter out = Files.newBufferedWriter(log)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.write(line);
        out.newLine();
        out.flush();
        if (line.startsWith("pid ")) {
          pid.complete(Long.valueOf(line.substring(4)));
        } else if (line.contains("ready for connections")) {
          ready.complete(null);
        }
      }
      ready.completeExceptionally(new IllegalStateException(Files.readString(log)));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  boolean isAlive() {
    return server().isAlive();
  }

  private ProcessHandle server() {
    return ProcessHandle.of(await(pid, "has no process")).orElseGet(shell::toHandle);
  }

  long pid() {
    return server().pid();
  }

  void stop() {
    end(server().destroy());
  }

  void kill() {
    end(server().destroyForcibly());
  }

  private void end(boolean asked) {
    if (asked) {
      await(server().onExit(), "does not end");
    }
    await(shell.onExit(), "does not end");
  }

  long residentBytes() {
    try {
      return Files.readAllLines(Path.of("/proc/" + server().pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T await(CompletableFuture<T> future, String otherwise) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      throw new IllegalStateException("the database server " + otherwise, e);
    }
  }
}
