package com.chronotech.customer360.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers that a killed JVM left behind. Such a server holds the data folder, so that a new one
 * would wait for half a minute and fail.
 */
final class Orphans {
  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
  private static final long PATIENCE_SECONDS = 60;

  private Orphans() {}

  /** Stops every server on that data folder and waits until it is gone. */
  static void stop(Path data) throws EmbeddedDatabaseException, InterruptedException {
    for (ProcessHandle orphan : of(data)) {
      LOG.warn(
          "process {} still serves {}: an earlier start ended hard; stopping it", orphan, data);
      // The regular way first, since it needs no recovery afterwards.
      orphan.destroy();
      try {
        orphan.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        orphan.destroyForcibly();
        if (!gone(orphan)) {
          throw new EmbeddedDatabaseException(
              "process " + orphan.pid() + " serves " + data + " and cannot be stopped", e);
        }
      }
    }
  }

  private static boolean gone(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }

  /** The processes whose command line names exactly that data folder. */
  static List<ProcessHandle> of(Path data) {
    String argument = "--datadir=" + data;
    return ProcessHandle.allProcesses()
        .filter(process -> commandLine(process).contains(argument))
        .toList();
  }

  private static List<String> commandLine(ProcessHandle process) {
    Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      return arguments(Files.readAllBytes(file));
    } catch (IOException e) {
      // Ended meanwhile, or a system without /proc.
      return process.info().arguments().map(Arrays::asList).orElse(List.of());
    }
  }

  /** The arguments of {@code /proc/PID/cmdline}: each ends with a NUL, and may hold spaces. */
  static List<String> arguments(byte[] cmdline) {
    return Arrays.asList(new String(cmdline, StandardCharsets.UTF_8).split("\0", -1));
  }
}
