package com.chronotech.customer360.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks SQL to the server through the server's own command-line client, which understands all that
 * stands in a dump: delimiters, conditional comments, triggers.
 */
final class Client {
  private static final Logger LOG = LoggerFactory.getLogger(Client.class);
  private static final Pattern AT_LINE = Pattern.compile("\\bat line (\\d+)");

  private final ServerProgram program;
  private final Path options;
  private final Path output;

  Client(ServerProgram program, DataFolder folder, int port) throws IOException {
    this.program = program;
    this.options = folder.clientOptions(port);
    this.output = folder.temporary().resolve("client.log");
  }

  /** Whether the database holds no table. */
  boolean empty() throws IOException, InterruptedException, EmbeddedDatabaseException {
    String count =
        run(
            "select count(*) from information_schema.tables where table_schema = '"
                + DataFolder.DATABASE
                + "';\n");
    return count.strip().equals("0");
  }

  /** Drops all that is in the database. */
  void clear() throws IOException, InterruptedException, EmbeddedDatabaseException {
    run(
        "drop database if exists "
            + DataFolder.DATABASE
            + ";\ncreate database "
            + DataFolder.DATABASE
            + " character set utf8mb4 collate utf8mb4_unicode_ci;\n");
  }

  private String run(String sql)
      throws IOException, InterruptedException, EmbeddedDatabaseException {
    // The database is named in the statements, since the first of them may drop it.
    Process process = start(List.of("--batch", "--skip-column-names"));
    feed(process, out -> out.write(sql.getBytes(StandardCharsets.UTF_8)));
    int status = await(process);
    if (status != 0) {
      throw new EmbeddedDatabaseException("the database client failed: " + lastError());
    }
    return Files.readString(output);
  }

  /**
   * Loads content into the database.
   *
   * @param progress told each whole percent
   * @throws EmbeddedDatabaseException naming the line and the statement that failed; the database
   *     then holds what came before it
   */
  void load(Content content, IntConsumer progress)
      throws IOException, InterruptedException, EmbeddedDatabaseException {
    long size = Math.max(1, content.size());
    int[] percent = {0};
    Process process = start(List.of("--batch", DataFolder.DATABASE));
    try {
      feed(
          process,
          out ->
              content.writeTo(
                  out,
                  written -> {
                    int now = (int) Math.min(99, 100 * written / size);
                    if (now > percent[0]) {
                      percent[0] = now;
                      progress.accept(now);
                    }
                  }));
    } catch (DumpText.SeveralDatabases e) {
      await(process);
      throw new EmbeddedDatabaseException(
          content.name() + " could not be loaded: " + e.getMessage(), e);
    }
    if (await(process) != 0) {
      String message = lastError();
      Matcher line = AT_LINE.matcher(message);
      String statement = line.find() ? content.line(Long.parseLong(line.group(1))) : "";
      throw new EmbeddedDatabaseException(
          content.name()
              + " could not be loaded: "
              + message
              + (statement.isBlank() ? "" : "\nThe statement: " + statement.strip() + " …"));
    }
  }

  // Without the statement, which the client repeats before its message however long it is.
  private String lastError() throws IOException {
    String last = "no message";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(output), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("ERROR ")) {
          last = line;
        }
      }
    }
    return last;
  }

  private Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.client().toString());
    command.add("--defaults-file=" + options);
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private interface Feed {
    void to(OutputStream out) throws IOException;
  }

  private static void feed(Process process, Feed feed) throws DumpText.SeveralDatabases {
    try (OutputStream out = process.getOutputStream()) {
      feed.to(out);
    } catch (DumpText.SeveralDatabases e) {
      throw e;
    } catch (IOException e) {
      // The client ends at the first error and reads no further; its own message says why.
      LOG.debug("the client stopped reading", e);
    }
  }

  private static int await(Process process) throws InterruptedException {
    try {
      return process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }
}
