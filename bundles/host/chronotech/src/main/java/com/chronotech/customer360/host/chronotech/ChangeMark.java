package com.chronotech.customer360.host.chronotech;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a table was looked at.
 *
 * @param lastId the greatest id seen
 * @param gaps ids below it that may come still
 * @param since changes from here on are still to be found
 * @param walk the walk over them that is under way; null when none is
 */
record ChangeMark(long lastId, Gaps gaps, Instant since, Walk walk) {
  private static final String VERSION = "1";
  private static final String SEVERAL = ";";
  private static final int RADIX = Character.MAX_RADIX;
  private static final int PARTS = 3;
  private static final int WALK_PARTS = 6;

  /**
   * A walk over changes.
   *
   * @param begun when it began: the next one looks for changes since then
   * @param time the time of the last row looked at, as its column says it; empty where rows are
   *     walked by id alone
   * @param id the id of that row
   */
  record Walk(Instant begun, String time, long id) {
    private static final String FORM = "dddd-dd-dd dd:dd:dd.dddddd";

    private static Walk of(Instant begun, String digits, long id) {
      StringBuilder time = new StringBuilder();
      int next = 0;
      for (int i = 0; i < FORM.length() && next < digits.length(); i++) {
        time.append(FORM.charAt(i) == 'd' ? digits.charAt(next++) : FORM.charAt(i));
      }
      return new Walk(begun, time.toString(), id);
    }

    private String digits() {
      return time.replaceAll("[^0-9]", "");
    }
  }

  /** The position of several tables, at most 255 characters for two. */
  static String position(Map<String, ChangeMark> marks) {
    StringBuilder text = new StringBuilder(VERSION);
    marks.forEach(
        (table, mark) -> text.append(SEVERAL).append(table).append(':').append(mark.text()));
    return text.toString();
  }

  /**
   * Reads what {@link #position} wrote.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Map<String, ChangeMark> of(String position) {
    String[] tables = position.split(SEVERAL, -1);
    if (!tables[0].equals(VERSION)) {
      throw new IllegalArgumentException("no position of this version");
    }
    Map<String, ChangeMark> marks = new LinkedHashMap<>();
    for (int i = 1; i < tables.length; i++) {
      int colon = tables[i].indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("no table's position");
      }
      marks.put(
          tables[i].substring(0, colon), mark(tables[i].substring(colon + 1).split("\\.", -1)));
    }
    return marks;
  }

  private static ChangeMark mark(String[] parts) {
    if (parts.length != PARTS && parts.length != WALK_PARTS) {
      throw new IllegalArgumentException("no table's position");
    }
    long last = number(parts[0]);
    Walk walk =
        parts.length == PARTS
            ? null
            : Walk.of(Instant.ofEpochSecond(number(parts[3])), parts[4], number(parts[5]));
    return new ChangeMark(
        last, Gaps.of(parts[1], last), Instant.ofEpochSecond(number(parts[2])), walk);
  }

  private String text() {
    String text = text(lastId) + '.' + gaps.text(lastId) + '.' + text(since.getEpochSecond());
    return walk == null
        ? text
        : text
            + '.'
            + text(walk.begun().getEpochSecond())
            + '.'
            + walk.digits()
            + '.'
            + text(walk.id());
  }

  private static String text(long number) {
    return Long.toString(number, RADIX);
  }

  private static long number(String text) {
    return Long.parseLong(text, RADIX);
  }
}
