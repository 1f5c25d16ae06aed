package com.chronotech.customer360.host.chronotech;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads rows by their ids, so many in a statement. */
final class RowsById {
  private static final int IDS_A_STATEMENT = 10_000;

  private final HostShape shape;
  private final HostRows rows;

  RowsById(HostShape shape, HostRows rows) {
    this.shape = shape;
    this.rows = rows;
  }

  /** Rows of a table; none when the host lacks it. */
  List<HostRow> read(String name, List<String> columns, Collection<Long> ids) {
    return shape.asking(
        () ->
            shape
                .table(name)
                .filter(found -> found.has("id"))
                .map(table -> chunks(ids, some -> some(table, columns, some)))
                .orElse(List.of()));
  }

  /** Asks for so many ids at a time, and puts the answers together. */
  static <T> List<T> chunks(Collection<Long> ids, Function<List<Long>, List<T>> question) {
    List<Long> all = List.copyOf(ids);
    List<T> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += IDS_A_STATEMENT) {
      found.addAll(question.apply(all.subList(from, Math.min(all.size(), from + IDS_A_STATEMENT))));
    }
    return found;
  }

  /** The condition that a column is one of so many ids. */
  static String in(String column, int count) {
    return column + " in (?" + ", ?".repeat(count - 1) + ")";
  }

  private List<HostRow> some(HostTable table, List<String> columns, List<Long> ids) {
    return rows.read(
        table,
        columns,
        Map.of(),
        "where " + in("t.id", ids.size()) + " order by t.id",
        statement -> bind(statement, ids));
  }

  /** Binds ids from the first parameter on; answers the next one's place. */
  static int bind(PreparedStatement statement, List<Long> ids) throws SQLException {
    int at = 1;
    for (Long id : ids) {
      statement.setLong(at++, id);
    }
    return at;
  }
}
