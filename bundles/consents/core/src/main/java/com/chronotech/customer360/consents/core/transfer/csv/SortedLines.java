package com.chronotech.customer360.consents.core.transfer.csv;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * The lines of a file by customer and time, whatever their number: sorted in parts that fit the
 * memory, which are written to files of our own and merged when read. So a customer's decisions are
 * recorded in the order they were made, and customers in one order by everybody, which keeps two
 * imports from locking each other out. Not thread-safe.
 */
public final class SortedLines implements AutoCloseable {
  private static final int PART = 10_000;
  private static final int BUFFER = 1 << 14;

  private final Path folder;
  private final List<Path> parts = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<ImportLine> current = new ArrayList<>();

  /**
   * Creates an empty set of lines.
   *
   * @param folder where parts are written; they are deleted by {@link #close}
   */
  public SortedLines(Path folder) {
    this.folder = folder;
  }

  /** Adds a line. */
  public void add(ImportLine line) {
    current.add(line);
    if (current.size() == PART) {
      spill();
    }
  }

  private void spill() {
    current.sort(ImportLine.BY_CUSTOMER_AND_TIME);
    try {
      Path part = Files.createTempFile(folder, "part", ".lines");
      parts.add(part);
      sizes.add(current.size());
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
        for (ImportLine line : current) {
          LineCodec.write(out, line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    current.clear();
  }

  /** Gives all lines, in order, so many at a time; may be called again. */
  public void chunks(int size, Consumer<List<ImportLine>> consumer) {
    if (!current.isEmpty()) {
      spill();
    }
    List<Part> open = new ArrayList<>();
    try {
      for (int i = 0; i < parts.size(); i++) {
        open.add(new Part(parts.get(i), sizes.get(i)));
      }
      merge(open, size, consumer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      open.forEach(Part::close);
    }
  }

  private static void merge(List<Part> open, int size, Consumer<List<ImportLine>> consumer)
      throws IOException {
    PriorityQueue<Part> next =
        new PriorityQueue<>((a, b) -> ImportLine.BY_CUSTOMER_AND_TIME.compare(a.head, b.head));
    next.addAll(open);
    List<ImportLine> chunk = new ArrayList<>(size);
    while (!next.isEmpty()) {
      Part part = next.poll();
      chunk.add(part.head);
      if (part.advance()) {
        next.add(part);
      }
      if (chunk.size() == size) {
        consumer.accept(chunk);
        chunk = new ArrayList<>(size);
      }
    }
    if (!chunk.isEmpty()) {
      consumer.accept(chunk);
    }
  }

  @Override
  public void close() {
    for (Path part : parts) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException e) {
        // It lies in a folder of temporary files; the next one that is emptied takes it.
        part.toFile().deleteOnExit();
      }
    }
  }

  /** A part being read; never without a line. */
  private static final class Part {
    private final DataInputStream in;
    private int left;
    private ImportLine head;

    Part(Path file, int size) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
      left = size;
      advance();
    }

    boolean advance() throws IOException {
      if (left == 0) {
        return false;
      }
      left--;
      head = LineCodec.read(in);
      return true;
    }

    void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
