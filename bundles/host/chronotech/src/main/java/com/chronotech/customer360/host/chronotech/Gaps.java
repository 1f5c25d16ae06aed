package com.chronotech.customer360.host.chronotech;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * Ids below the greatest one seen that no row has yet: a transaction under way may still commit
 * them. Only the last 1,000 ids are minded, in at most four spans; where there are more, spans are
 * joined, and rows between them are seen once more.
 *
 * @param spans the first and last id of each, ascending
 */
record Gaps(List<Span> spans) {
  static final int WINDOW = 1_000;
  private static final int SPANS = 4;
  private static final int RADIX = Character.MAX_RADIX;

  static final Gaps NONE = new Gaps(List.of());

  Gaps {
    spans = List.copyOf(spans);
  }

  /** Some ids. */
  record Span(long first, long last) {
    boolean holds(long id) {
      return first <= id && id <= last;
    }
  }

  /**
   * What is left out when these ids were seen.
   *
   * @param last the greatest id seen before
   * @param seen the ids seen now, in these gaps or above the last
   * @param top the greatest id seen until now
   */
  Gaps after(long last, NavigableSet<Long> seen, long top) {
    List<Span> left = new ArrayList<>();
    long from = Math.max(1, top - WINDOW);
    for (Span span : spans) {
      leftOut(Math.max(from, span.first()), span.last(), seen, left);
    }
    leftOut(Math.max(from, last + 1), top, seen, left);
    while (left.size() > SPANS) {
      joinNearest(left);
    }
    return new Gaps(left);
  }

  private static void leftOut(long first, long last, NavigableSet<Long> seen, List<Span> into) {
    long from = first;
    if (from > last) {
      return;
    }
    for (long id : seen.subSet(first, true, last, true)) {
      if (id > from) {
        into.add(new Span(from, id - 1));
      }
      from = id + 1;
    }
    if (from <= last) {
      into.add(new Span(from, last));
    }
  }

  private static void joinNearest(List<Span> spans) {
    int nearest = 1;
    for (int i = 2; i < spans.size(); i++) {
      if (distance(spans, i) < distance(spans, nearest)) {
        nearest = i;
      }
    }
    Span later = spans.remove(nearest);
    spans.set(nearest - 1, new Span(spans.get(nearest - 1).first(), later.last()));
  }

  private static long distance(List<Span> spans, int at) {
    return spans.get(at).first() - spans.get(at - 1).last();
  }

  /** As text: for each span how far below an id it begins, and how many ids it has more. */
  String text(long below) {
    StringBuilder text = new StringBuilder();
    for (Span span : spans) {
      text.append(text.isEmpty() ? "" : "_")
          .append(Long.toString(below - span.first(), RADIX))
          .append('-')
          .append(Long.toString(span.last() - span.first(), RADIX));
    }
    return text.toString();
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Gaps of(String text, long below) {
    List<Span> spans = new ArrayList<>();
    for (String span : text.isEmpty() ? new String[0] : text.split("_", -1)) {
      String[] ends = span.split("-", -1);
      if (ends.length != 2) {
        throw new IllegalArgumentException("no span: " + span);
      }
      long first = below - Long.parseLong(ends[0], RADIX);
      spans.add(new Span(first, first + Long.parseLong(ends[1], RADIX)));
    }
    return new Gaps(spans);
  }
}
