package com.chronotech.customer360.timeline;

/**
 * Which page, newest first.
 *
 * @param page the number from 1; ignored with a cursor. At most 100,000 activities may lie before
 *     it
 * @param perPage 1 to 100
 * @param cursor a cursor of an earlier page, from either end; null to go by number. Its cost does
 *     not grow with depth
 */
public record PageRequest(int page, int perPage, String cursor) {
  /** The brief's default. */
  public static final int DEFAULT_PER_PAGE = 20;

  /** The largest page. */
  public static final int MAX_PER_PAGE = 100;

  /** The deepest activity that a page number reaches; deeper ones are reached by cursor. */
  public static final int MAX_NUMBERED_DEPTH = 100_000;

  /** The first page, of the default size. */
  public static PageRequest first() {
    return new PageRequest(1, DEFAULT_PER_PAGE, null);
  }

  /** A page by number. */
  public static PageRequest number(int page, int perPage) {
    return new PageRequest(page, perPage, null);
  }

  /** The page at a cursor. */
  public static PageRequest at(String cursor, int perPage) {
    return new PageRequest(1, perPage, cursor);
  }
}
