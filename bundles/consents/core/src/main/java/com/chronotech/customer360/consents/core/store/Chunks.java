package com.chronotech.customer360.consents.core.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Long lists of ids, in pieces that a statement takes. */
final class Chunks {
  private static final int SIZE = 1000;

  private Chunks() {}

  /** The pieces, in order. */
  static <T> List<List<T>> of(List<T> all) {
    return of(all, SIZE);
  }

  /** Pieces of a size, in order. */
  static <T> List<List<T>> of(List<T> all, int size) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      chunks.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return chunks;
  }

  /** So many question marks in parentheses. */
  static String marks(int count) {
    return "(?" + ",?".repeat(count - 1) + ")";
  }

  /** Binds ids from a place on, and answers the place after. */
  static int bind(PreparedStatement statement, int from, List<Long> ids) throws SQLException {
    int at = from;
    for (Long id : ids) {
      statement.setLong(at++, id);
    }
    return at;
  }
}
