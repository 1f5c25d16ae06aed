package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.platform.store.Sql;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the latest row of each customer or vehicle, in one statement for up to 10,000 of them:
 * times and ids are compared together as text of one width.
 */
final class LatestRows {
  private static final int ID_DIGITS = 20;

  private final Sql sql;
  private final ZoneId zone;

  LatestRows(Sql sql, ZoneId zone) {
    this.sql = sql;
    this.zone = zone;
  }

  /**
   * Where to look.
   *
   * @param table the table
   * @param owner the column of whose it is
   * @param time the column by which one is later than another; zero dates are no times
   * @param condition what else must hold, over the alias {@code t}; holds no parameter
   */
  record Search(HostTable table, String owner, String time, String condition) {}

  /**
   * A row found.
   *
   * @param owner whose it is
   * @param id its id
   * @param row its time, to be read as that of any row
   */
  record Latest(long owner, long id, HostRow row) {}

  /**
   * The latest row of each owner that has one.
   *
   * @param upTo the last text the time's column may have; null for any
   */
  List<Latest> of(Search search, Collection<Long> owners, String upTo) {
    HostColumn time = search.table().columns().get(search.time());
    String owner = "t.`" + search.owner() + "`";
    String column = "t.`" + search.time() + "`";
    return RowsById.chunks(
        new TreeSet<>(owners),
        some ->
            sql.query(
                "select "
                    + owner
                    + ", max(concat("
                    + time.asText()
                    + ", '#', lpad(t.id, "
                    + ID_DIGITS
                    + ", '0'))) from `"
                    + search.table().name()
                    + "` t where "
                    + RowsById.in(owner, some.size())
                    + " and "
                    + column
                    + " >= '1971-01-01'"
                    + (upTo == null ? "" : " and " + column + " <= ?")
                    + " and ("
                    + search.condition()
                    + ") group by "
                    + owner,
                statement -> {
                  int at = RowsById.bind(statement, some);
                  if (upTo != null) {
                    statement.setString(at, upTo);
                  }
                },
                row -> latest(search, row.getLong(1), row.getString(2))));
  }

  private Latest latest(Search search, long owner, String text) {
    int mark = text.indexOf('#');
    long id = Long.parseLong(text.substring(mark + 1));
    return new Latest(
        owner,
        id,
        new HostRow(search.table(), Map.of(search.time(), text.substring(0, mark)), zone));
  }

  /** The last text that a column has at an instant. */
  String upTo(HostTable table, String column, Instant instant, ZoneId days) {
    HostColumn found = table.columns().get(column);
    // A date is a day of whoever counts days, and no instant.
    return HostTimes.text(found, instant, found.type().equals("date") ? days : zone);
  }
}
