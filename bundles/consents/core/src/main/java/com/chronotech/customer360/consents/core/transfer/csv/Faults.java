package com.chronotech.customer360.consents.core.transfer.csv;

import com.chronotech.customer360.consents.ConsentTransfer.LineFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * The faults of a file. However bad the file, the first lines' are kept and the others counted, so
 * that a million bad lines fit any memory. Not thread-safe.
 */
public final class Faults {
  /** So many are listed. */
  public static final int LISTED = 10_000;

  private static final Comparator<Fault> ORDER =
      Comparator.comparingLong(Fault::line)
          .thenComparing(fault -> fault.field() == null ? "" : fault.field());

  private final PriorityQueue<Fault> lastFirst = new PriorityQueue<>(ORDER.reversed());
  private long lines;
  private long lastLine;

  /** Adds the faults of one line. */
  public void add(List<Fault> ofOneLine) {
    for (Fault fault : ofOneLine) {
      // A line may be found bad by its form once and by what stands another time, never both.
      if (fault.line() != lastLine) {
        lines++;
        lastLine = fault.line();
      }
      lastFirst.add(fault);
      if (lastFirst.size() > LISTED) {
        lastFirst.poll();
      }
    }
  }

  /** How many lines are bad. */
  public long lines() {
    return lines;
  }

  /** Whether every line is sound so far. */
  public boolean none() {
    return lines == 0;
  }

  /** Those that are listed, by line, in a language. */
  public List<LineFault> in(Locale locale) {
    List<Fault> all = new ArrayList<>(lastFirst);
    all.sort(ORDER);
    return all.stream().map(fault -> fault.in(locale)).toList();
  }
}
