package com.chronotech.customer360.consents.core.transfer.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of consents: RFC 4180, UTF-8 with or without a byte order mark, lines ended by LF or CRLF,
 * cells parted by comma or semicolon. Read as a stream.
 */
public final class CsvFile {
  private static final int PROGRESS_EVERY = 10_000;
  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char NO_CHARACTER = '\uFFFD';

  private final Path file;

  /** Names a file, which is not opened yet. */
  public CsvFile(Path file) {
    this.file = file;
  }

  /**
   * Reads every line.
   *
   * @param sound takes the lines without a fault, in the file's order
   * @param faults takes the others' faults
   * @param progress told the number of lines read so far
   * @return how many lines the file has, without its header and lines that are empty
   */
  public long read(Consumer<ImportLine> sound, Faults faults, LongConsumer progress)
      throws IOException {
    try (BufferedReader reader = open()) {
      char separator = separator(reader);
      MeteredReader metered = new MeteredReader(reader);
      CSVFormat format =
          CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
      try (CSVParser parser = CSVParser.builder().setReader(metered).setFormat(format).get()) {
        return new Reading(parser, metered, sound, faults, progress).run();
      }
    }
  }

  private BufferedReader open() throws IOException {
    // Bytes that are no UTF-8 come out as a replacement character, told with their line below.
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), BUFFER);
  }

  /** Skips the byte order mark, and finds what parts the header's cells. */
  private static char separator(BufferedReader reader) throws IOException {
    reader.mark(BUFFER);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    reader.mark(BUFFER);
    int commas = 0;
    int semicolons = 0;
    for (int i = 0; i < BUFFER / 2; i++) {
      int c = reader.read();
      if (c < 0 || c == '\n') {
        break;
      }
      commas += c == ',' ? 1 : 0;
      semicolons += c == ';' ? 1 : 0;
    }
    reader.reset();
    return semicolons > commas ? ';' : ',';
  }

  /** One way through the file. */
  private static final class Reading {
    private final CSVParser parser;
    private final MeteredReader reader;
    private final Consumer<ImportLine> sound;
    private final Faults faults;
    private final LongConsumer progress;
    private long lines;

    Reading(
        CSVParser parser,
        MeteredReader reader,
        Consumer<ImportLine> sound,
        Faults faults,
        LongConsumer progress) {
      this.parser = parser;
      this.reader = reader;
      this.sound = sound;
      this.faults = faults;
      this.progress = progress;
    }

    long run() throws IOException {
      Iterator<CSVRecord> records = parser.iterator();
      long number = 1;
      try {
        if (!records.hasNext()) {
          faults.add(List.of(Fault.of(1, null, "import.empty_file")));
          return 0;
        }
        List<Fault> found = new ArrayList<>();
        Columns columns = Columns.of(records.next(), found);
        if (!found.isEmpty()) {
          faults.add(found);
          return 0;
        }
        LineRules rules = new LineRules(columns);
        while (true) {
          number = parser.getCurrentLineNumber() + 1;
          if (!records.hasNext()) {
            break;
          }
          take(records.next(), number, rules);
        }
      } catch (UncheckedIOException e) {
        faults.add(List.of(unreadable(number, e.getCause())));
      }
      progress.accept(lines);
      return lines;
    }

    private void take(CSVRecord line, long number, LineRules rules) {
      reader.lineRead();
      if (line.size() == 1 && line.get(0).isBlank()) {
        return;
      }
      lines++;
      List<Fault> found = new ArrayList<>(0);
      if (line.stream().anyMatch(cell -> cell.indexOf(NO_CHARACTER) >= 0)) {
        found.add(Fault.of(number, null, "import.not_utf8"));
      } else {
        rules.read(line, number, found).ifPresent(sound);
      }
      faults.add(found);
      if (lines % PROGRESS_EVERY == 0) {
        progress.accept(lines);
      }
    }

    /** What ends the reading: past it, nobody knows where a line begins. */
    private static Fault unreadable(long line, IOException failure) throws IOException {
      if (failure instanceof MeteredReader.EndlessLine) {
        return Fault.of(line, null, "import.endless_line");
      }
      if (failure instanceof CSVException) {
        return Fault.of(line, null, "import.quotes");
      }
      throw failure;
    }
  }
}
