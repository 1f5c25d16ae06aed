package com.chronotech.customer360.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a dump so that it lands in the one database that is served, whatever database it was taken
 * from. Left out are the statements that make or choose a database, those that only a server's
 * administrator may run (binary logs, replication), and the owners of triggers, views and routines,
 * who are not known here. Lines stay where they are, so that a message about a line is right. Used
 * once.
 */
final class DumpText {
  /** The dump holds more than one database, which cannot become one. */
  static final class SeveralDatabases extends IOException {
    private static final long serialVersionUID = 1L;

    SeveralDatabases(String first, String second) {
      super(
          "it holds several databases ("
              + first
              + ", "
              + second
              + "); make a dump of the host's alone, such as: mysqldump "
              + first
              + " > "
              + first
              + ".sql");
    }
  }

  private static final int LOOK_AHEAD = 256;
  private static final int BUFFER = 65_536;
  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private static final Pattern USE =
      Pattern.compile("^use\\s+[`\"]?([^`\";\\s]+)[`\"]?\\s*(?:;|\\R|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "^(?:/\\*!\\d*\\s*)?(?:(?:create|drop|alter)\\s+(?:/\\*!\\d+\\s*)?(?:database|schema)\\b"
              + "|set\\s+@@global\\.|set\\s+global\\s|set\\s+@@session\\.sql_log_bin\\b"
              + "|set\\s+(?:session\\s+)?sql_log_bin\\b|set\\s+@mysqldump_temp_log_bin\\b"
              + "|change\\s+(?:master|replication)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DEFINER =
      Pattern.compile(
          "^definer\\s*=\\s*(?:current_user(?:\\(\\))?"
              + "|(?:`[^`]*`|'[^']*'|\"[^\"]*\"|[\\w$]+)\\s*@\\s*"
              + "(?:`[^`]*`|'[^']*'|\"[^\"]*\"|[\\w$.%]+))",
          Pattern.CASE_INSENSITIVE);

  private final InputStream in;
  private final LongConsumer progress;
  private long read;
  private String database;

  DumpText(InputStream file, LongConsumer progress) {
    this.in = new BufferedInputStream(file, BUFFER);
    this.progress = progress;
  }

  /** Writes what is to be run. */
  void writeTo(OutputStream out) throws IOException {
    skipMark();
    boolean lineStart = true;
    int before = '\n';
    while (true) {
      if (lineStart && leaveOut(out)) {
        before = '\n';
        continue;
      }
      if ((before != '_' && !Character.isLetterOrDigit(before)) && definer()) {
        before = ' ';
        continue;
      }
      int b = next();
      if (b < 0) {
        return;
      }
      out.write(b);
      switch (b) {
        case '\'', '"', '`' -> quoted(out, b);
        case '#' -> rest(out);
        case '-' -> {
          if (before == '-' && (ahead(1).isBlank() || ahead(1).isEmpty())) {
            rest(out);
          }
        }
        case '*' -> {
          // What follows an exclamation mark is run and no comment.
          if (before == '/' && !ahead(1).equals("!") && !ahead(2).equals("M!")) {
            comment(out);
          }
        }
        default -> {}
      }
      lineStart = b == '\n' || (lineStart && (b == ' ' || b == '\t' || b == '\r'));
      before = b;
    }
  }

  private void skipMark() throws IOException {
    in.mark(BYTE_ORDER_MARK.length);
    for (int expected : BYTE_ORDER_MARK) {
      if (in.read() != expected) {
        in.reset();
        return;
      }
    }
  }

  private int next() throws IOException {
    int b = in.read();
    if (b >= 0 && ++read % BUFFER == 0) {
      progress.accept(read);
    }
    return b;
  }

  private String ahead(int characters) throws IOException {
    in.mark(characters);
    byte[] bytes = in.readNBytes(characters);
    in.reset();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Passes over a statement that is left out, but for its line breaks. */
  private boolean leaveOut(OutputStream out) throws IOException {
    String start = ahead(LOOK_AHEAD);
    Matcher use = USE.matcher(start);
    boolean chooses = use.find();
    if (!chooses && !LEFT_OUT.matcher(start).find()) {
      return false;
    }
    if (chooses) {
      String name = use.group(1);
      if (database != null && !database.equals(name)) {
        throw new SeveralDatabases(database, name);
      }
      database = name;
    }
    int quote = 0;
    for (int b = next(); b >= 0; b = next()) {
      if (b == '\n') {
        out.write(b);
        if (chooses) {
          return true;
        }
      } else if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '\'' || b == '`' || b == '"') {
        quote = b;
      } else if (b == ';') {
        return true;
      }
    }
    return true;
  }

  private boolean definer() throws IOException {
    in.mark(1);
    int b = in.read();
    in.reset();
    if (b != 'D' && b != 'd') {
      return false;
    }
    String start = ahead(LOOK_AHEAD);
    if (!start.toLowerCase(Locale.ROOT).startsWith("definer")) {
      return false;
    }
    Matcher found = DEFINER.matcher(start);
    if (!found.find()) {
      return false;
    }
    in.skipNBytes(found.end());
    read += found.end();
    return true;
  }

  private void quoted(OutputStream out, int quote) throws IOException {
    for (int b = next(); b >= 0; b = next()) {
      out.write(b);
      if (b == quote) {
        return;
      }
      if (b == '\\' && quote != '`') {
        int escaped = next();
        if (escaped >= 0) {
          out.write(escaped);
        }
      }
    }
  }

  /** To the end of the line, which itself is left for the next look. */
  private void rest(OutputStream out) throws IOException {
    while (true) {
      String ahead = ahead(1);
      if (ahead.isEmpty() || ahead.equals("\n")) {
        return;
      }
      out.write(next());
    }
  }

  private void comment(OutputStream out) throws IOException {
    int before = 0;
    for (int b = next(); b >= 0; b = next()) {
      out.write(b);
      if (before == '*' && b == '/') {
        return;
      }
      before = b;
    }
  }
}
