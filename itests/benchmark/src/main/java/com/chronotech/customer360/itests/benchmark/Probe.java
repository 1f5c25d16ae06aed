package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what processes cost, from /proc. */
record Probe(long javaPid, long databasePid) {
  /** The kernel counts CPU time in hundredths of a second on every Linux for x86-64. */
  private static final long MICROS_A_TICK = 10_000;

  /** CPU time used so far, in microseconds. */
  record Reading(long javaMicros, long databaseMicros, long ownMicros) {
    Reading since(Reading earlier) {
      return new Reading(
          javaMicros - earlier.javaMicros,
          databaseMicros - earlier.databaseMicros,
          ownMicros - earlier.ownMicros);
    }
  }

  Reading read() {
    return new Reading(
        cpu(javaPid), databasePid == 0 ? 0 : cpu(databasePid), cpu(ProcessHandle.current().pid()));
  }

  private static long cpu(long pid) {
    String stat = String.join("", lines(pid, "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_A_TICK;
  }

  /** Resident memory, in MiB. */
  static long residentMebibytes(long pid) {
    return lines(pid, "status").stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static List<String> lines(long pid, String file) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
