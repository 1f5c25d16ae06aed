package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/** What one must know of the machine to read the figures; no names of hosts. */
final class MachineFacts {
  private MachineFacts() {}

  /** Says when, on which build and on which machine something was measured. */
  static void measured(Markdown out, Path root, boolean quick) throws IOException {
    if (quick) {
      out.line("**This was a quick trial: short phases, small tables.**");
      out.line("");
    }
    out.line(
        "Measured on %s, build %s, on %d cores (%s), %d GiB; Java %s; MariaDB 11.4.5 on the same"
            + " machine, loopback.",
        LocalDate.now(Clock.systemUTC()),
        build(root),
        Runtime.getRuntime().availableProcessors(),
        processor(),
        memory(),
        Runtime.version());
  }

  private static String processor() throws IOException {
    return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).trim())
        .findFirst()
        .orElse("unknown");
  }

  private static long memory() throws IOException {
    return Files.readAllLines(Path.of("/proc/meminfo")).stream()
        .filter(line -> line.startsWith("MemTotal"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 / 1024)
        .findFirst()
        .orElse(0);
  }

  /** The commit, and whether something was changed since. */
  private static String build(Path root) {
    try {
      Process git =
          new ProcessBuilder("git", "-C", root.toString(), "describe", "--always", "--dirty")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return text.isBlank() ? "unknown" : text.strip();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
