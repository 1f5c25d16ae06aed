package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostSource.Changes;
import com.chronotech.customer360.host.HostSource.Touched;
import com.chronotech.customer360.host.chronotech.ChangeMark.Walk;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds whose rows were added or changed in some tables. Thread-safe. */
final class ChangeWatch {
  /** A transaction may commit a change this long after it dated it. */
  private static final Duration SLOW = Duration.ofMinutes(5);

  private final ZoneId zone;

  ChangeWatch(ZoneId zone) {
    this.zone = zone;
  }

  /** As {@link com.chronotech.customer360.host.HostSource#touchedSince} says. */
  Touched since(Connection connection, List<Watched> tables, String position, int limit)
      throws SQLException {
    Map<String, ChangeMark> marks = marks(position);
    boolean lost = position != null && marks == null;
    Instant now =
        Sql.query(
                connection,
                "select cast(utc_timestamp(6) as char)",
                Sql.Binder.NONE,
                row -> HostTimes.instant("timestamp", row.getString(1), zone))
            .get(0);
    Map<String, ChangeMark> next = new LinkedHashMap<>();
    Finds finds = new Finds(connection, now, limit);
    for (Watched table : tables) {
      ChangeMark mark = marks == null ? null : marks.get(table.table().name());
      if (mark == null) {
        // A table that came since holds rows that nobody was told of.
        lost = lost || marks != null;
        next.put(table.table().name(), finds.present(table));
      } else {
        next.put(table.table().name(), finds.changed(table, finds.added(table, mark)));
      }
    }
    return new Touched(finds.owners, ChangeMark.position(next), finds.more, lost);
  }

  private static Map<String, ChangeMark> marks(String position) {
    try {
      return position == null ? null : ChangeMark.of(position);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private record Row(long id, long owner, String time) {}

  /** What one answer finds. */
  private final class Finds {
    private final Connection connection;
    private final Instant now;
    private final int limit;
    private final Set<Long> owners = new HashSet<>();
    private boolean more;

    Finds(Connection connection, Instant now, int limit) {
      this.connection = connection;
      this.now = now;
      this.limit = limit;
    }

    /** The position of the present, with the ids that transactions under way may commit still. */
    ChangeMark present(Watched table) throws SQLException {
      String name = "`" + table.table().name() + "`";
      TreeSet<Long> seen =
          new TreeSet<>(
              Sql.query(
                  connection,
                  "select t.id from " + name + " t order by t.id desc limit " + Gaps.WINDOW,
                  Sql.Binder.NONE,
                  row -> row.getLong(1)));
      long top = seen.isEmpty() ? 0 : seen.last();
      return new ChangeMark(
          top, Gaps.NONE.after(Math.max(0, top - Gaps.WINDOW), seen, top), now.minus(SLOW), null);
    }

    /** Rows above the last one, and those that came late. */
    ChangeMark added(Watched table, ChangeMark mark) throws SQLException {
      List<Gaps.Span> spans = mark.gaps().spans();
      String late = " or t.id between ? and ?".repeat(spans.size());
      int most = limit + Gaps.WINDOW;
      List<Row> rows =
          Sql.query(
              connection,
              "select t.id, "
                  + table.owner()
                  + " from "
                  + table.from()
                  + " where t.id > ?"
                  + late
                  + " order by t.id limit ?",
              statement -> {
                int at = 1;
                statement.setLong(at++, mark.lastId());
                for (Gaps.Span span : spans) {
                  statement.setLong(at++, span.first());
                  statement.setLong(at++, span.last());
                }
                statement.setInt(at, most);
              },
              row -> new Row(row.getLong(1), row.getLong(2), null));
      more = more || rows.size() == most;
      rows.forEach(this::touched);
      NavigableSet<Long> seen =
          rows.stream().map(Row::id).collect(Collectors.toCollection(TreeSet::new));
      long top = seen.isEmpty() ? mark.lastId() : Math.max(mark.lastId(), seen.last());
      return new ChangeMark(
          top, mark.gaps().after(mark.lastId(), seen, top), mark.since(), mark.walk());
    }

    /** Rows that were changed since. */
    ChangeMark changed(Watched table, ChangeMark mark) throws SQLException {
      return switch (table.changes()) {
        case ADDED_ONLY -> new ChangeMark(mark.lastId(), mark.gaps(), mark.since(), null);
        case AT_ONCE -> walked(mark, atOnce(table, mark), Changes.AT_ONCE);
        case IN_SLICES -> walked(mark, slice(table, mark), Changes.IN_SLICES);
      };
    }

    /** Goes on where rows were left, else looks next for what changed since this walk began. */
    private ChangeMark walked(ChangeMark mark, List<Row> rows, Changes how) {
      Instant begun = mark.walk() == null ? now : mark.walk().begun();
      boolean left = rows.size() == limit;
      if (left && how == Changes.AT_ONCE) {
        more = true;
      }
      if (!left) {
        Instant next = begun.minus(SLOW);
        return new ChangeMark(
            mark.lastId(), mark.gaps(), next.isAfter(mark.since()) ? next : mark.since(), null);
      }
      Row last = rows.get(rows.size() - 1);
      String time = how == Changes.AT_ONCE ? last.time() : "";
      return new ChangeMark(
          mark.lastId(), mark.gaps(), mark.since(), new Walk(begun, time, last.id()));
    }

    private List<Row> atOnce(Watched table, ChangeMark mark) throws SQLException {
      HostColumn column = table.table().columns().get(Watched.CHANGED);
      boolean on = mark.walk() != null && !mark.walk().time().isEmpty();
      String from = on ? mark.walk().time() : earliest(column, mark.since());
      long after = on ? mark.walk().id() : -1;
      String changed = "t.`" + column.name() + "`";
      List<Row> rows =
          Sql.query(
              connection,
              "select t.id, "
                  + table.owner()
                  + ", "
                  + column.asText()
                  + " from "
                  + table.from()
                  + " where "
                  + changed
                  + " >= ? and ("
                  + changed
                  + " > ? or t.id > ?) order by "
                  + changed
                  + ", t.id limit ?",
              statement -> {
                statement.setString(1, from);
                statement.setString(2, from);
                statement.setLong(3, after);
                statement.setInt(4, limit);
              },
              row -> new Row(row.getLong(1), row.getLong(2), row.getString(3)));
      rows.forEach(this::touched);
      return rows;
    }

    private List<Row> slice(Watched table, ChangeMark mark) throws SQLException {
      HostColumn column = table.table().columns().get(Watched.CHANGED);
      long after = mark.walk() == null ? 0 : mark.walk().id();
      // Rows of the slice that did not change come without an owner: all are needed to go on.
      return Sql.query(
          connection,
          "select t.id, if(t.`"
              + column.name()
              + "` >= ?, "
              + table.owner()
              + ", null) from "
              + table.from()
              + " where t.id > ? order by t.id limit ?",
          statement -> {
            statement.setString(1, earliest(column, mark.since()));
            statement.setLong(2, after);
            statement.setInt(3, limit);
          },
          row -> {
            Row found = new Row(row.getLong(1), row.getLong(2), null);
            touched(found);
            return found;
          });
    }

    private void touched(Row row) {
      if (row.owner() > 0) {
        owners.add(row.owner());
      }
    }

    /** The least that a column can say of a time since an instant: wall clocks are set back. */
    private String earliest(HostColumn column, Instant since) {
      String least = HostTimes.text(column, since, zone);
      if (!column.type().equals("timestamp")) {
        Instant at = since;
        var change = zone.getRules().nextTransition(at);
        while (change != null && !change.getInstant().isAfter(now)) {
          String after = HostTimes.text(column, change.getInstant(), zone);
          least = after.compareTo(least) < 0 ? after : least;
          change = zone.getRules().nextTransition(change.getInstant());
        }
      }
      return least;
    }
  }
}
