package com.chronotech.customer360.embedded;

import com.chronotech.customer360.demo.HostDatabase;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** What the database begins with. */
interface Content {

  /** A name for messages. */
  String name();

  /**
   * Writes the SQL.
   *
   * @param out where to
   * @param progress told the number of bytes written so far
   */
  void writeTo(OutputStream out, LongConsumer progress) throws IOException;

  /** How many bytes there are; 0 when that is not known. */
  long size();

  /** The text of a line, counted from one, for the message about a statement that failed. */
  String line(long number) throws IOException;

  /** A dump in a file. */
  record Dump(Path file) implements Content {
    private static final int SHOWN_BYTES = 160;

    @Override
    public String name() {
      return file.toString();
    }

    @Override
    public void writeTo(OutputStream out, LongConsumer progress) throws IOException {
      OutputStream buffered = new BufferedOutputStream(out, 65_536);
      try (InputStream in = Files.newInputStream(file)) {
        new DumpText(in, progress).writeTo(buffered);
      }
      buffered.flush();
    }

    @Override
    public long size() {
      try {
        return Files.size(file);
      } catch (IOException e) {
        return 0;
      }
    }

    // Bytes and not a reader: a dump may hold bytes that are no characters.
    @Override
    public String line(long number) throws IOException {
      StringBuilder text = new StringBuilder();
      long line = 1;
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 65_536)) {
        for (int b = in.read();
            b >= 0 && line <= number && text.length() < SHOWN_BYTES;
            b = in.read()) {
          if (b == '\n') {
            line++;
          } else if (line == number) {
            text.append((char) b);
          }
        }
      }
      return new String(
          text.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
          java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /** Invented people. */
  record Demo(HostDatabase database) implements Content {
    /** What its name begins with. */
    static final String NAME = "demo data (";

    @Override
    public String name() {
      return NAME + database + ")";
    }

    @Override
    public void writeTo(OutputStream out, LongConsumer progress) throws IOException {
      database.writeTo(
          new OutputStream() {
            private long written;

            @Override
            public void write(int b) throws IOException {
              out.write(b);
              progress.accept(++written);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
              out.write(bytes, from, count);
              written += count;
              progress.accept(written);
            }

            @Override
            public void flush() throws IOException {
              out.flush();
            }
          });
    }

    // Measured: an invented customer takes about this much.
    @Override
    public long size() {
      return database.customers() * 7_700L;
    }

    @Override
    public String line(long number) {
      return "";
    }
  }
}
