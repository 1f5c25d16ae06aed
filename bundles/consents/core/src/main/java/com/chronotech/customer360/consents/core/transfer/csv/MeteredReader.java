package com.chronotech.customer360.consents.core.transfer.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Refuses a line that does not end: a quote that is never closed would otherwise take the rest of a
 * file, however large, for one cell.
 */
final class MeteredReader extends FilterReader {
  /** Characters of one line; also leaves room for what the parser reads ahead. */
  static final int LONGEST_LINE = 256 * 1024;

  private long read;
  private long mark;

  /** A line is longer than any consent. */
  static final class EndlessLine extends IOException {
    private static final long serialVersionUID = 1L;
  }

  MeteredReader(Reader in) {
    super(in);
  }

  /** A line was read whole. */
  void lineRead() {
    mark = read;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    count(c < 0 ? 0 : 1);
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    count(Math.max(0, n));
    return n;
  }

  private void count(int n) throws EndlessLine {
    read += n;
    if (read - mark > LONGEST_LINE) {
      throw new EndlessLine();
    }
  }
}
