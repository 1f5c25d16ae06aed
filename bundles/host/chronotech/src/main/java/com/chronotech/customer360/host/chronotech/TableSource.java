package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostSource;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * Rows of one kind, from the host's tables as they stand: how they are read is thought out once for
 * each shape of the host. Thread-safe.
 *
 * @param <T> the rows
 */
abstract class TableSource<T> implements HostSource<T> {
  private final ChronoTechTables tables;
  private final ChangeWatch watch;
  private volatile Known<T> known = new Known<>(null, null);

  TableSource(ChronoTechTables tables) {
    this.tables = tables;
    this.watch = new ChangeWatch(tables.settings().zone());
  }

  /** How the rows are read from the tables as they stand. */
  abstract ReadingPlan<T> drawUp();

  final ChronoTechTables tables() {
    return tables;
  }

  private record Known<T>(Map<String, HostTable> shape, ReadingPlan<T> plan) {}

  final ReadingPlan<T> plan() {
    Map<String, HostTable> shape = tables.shape().tables();
    Known<T> current = known;
    if (current.shape() != shape) {
      current = new Known<>(shape, tables.shape().asking(this::drawUp));
      known = current;
    }
    return current.plan();
  }

  @Override
  public final Availability availability() {
    return plan().availability();
  }

  @Override
  public final Map<String, Availability> missing() {
    return plan().missing();
  }

  @Override
  public final List<String> remarks() {
    return plan().remarks();
  }

  @Override
  public final Changes changes() {
    return plan().watched().stream()
        .map(Watched::changes)
        .min(Comparator.naturalOrder())
        .orElse(Changes.ADDED_ONLY);
  }

  @Override
  public final void refresh() {
    tables.shape().refresh();
  }

  @Override
  public final Touched touchedSince(String position, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
    return tables
        .shape()
        .asking(
            () -> {
              List<Watched> watched = plan().watched();
              return tables
                  .sql()
                  .with(connection -> watch.since(connection, watched, position, limit));
            });
  }

  @Override
  public final Map<Long, List<T>> ofCustomers(Collection<Long> customerIds) {
    Map<Long, List<T>> found = new HashMap<>();
    for (Among among : Among.all(new TreeSet<>(customerIds))) {
      found.putAll(tables.shape().asking(() -> read(among)));
    }
    return found;
  }

  @Override
  public final Map<Long, Long> counts(Collection<Long> customerIds) {
    Map<Long, Long> counts = new HashMap<>();
    for (Among among : Among.all(new TreeSet<>(customerIds))) {
      counts.putAll(tables.shape().asking(() -> count(among)));
    }
    return counts;
  }

  private Map<Long, Long> count(Among among) {
    List<Watched> watched = plan().watched();
    // without an index each count would cost as much as the rows
    if (watched.isEmpty() || !watched.get(0).isIndexed()) {
      return Map.of();
    }
    Watched rows = watched.get(0);
    Map<Long, Long> counts = new HashMap<>();
    tables
        .sql()
        .query(
            "select "
                + rows.owner()
                + ", count(*) from "
                + rows.read()
                + " where "
                + among.condition(rows.owner())
                + " group by "
                + rows.owner(),
            among::bind,
            row -> counts.put(row.getLong(1), row.getLong(2)));
    counts.keySet().removeIf(owner -> !among.holds(owner));
    return counts;
  }

  private Map<Long, List<T>> read(Among among) {
    ReadingPlan<T> plan = plan();
    return plan.availability().available()
        ? tables.sql().with(connection -> read(connection, plan, among))
        : Map.of();
  }

  private static <T> Map<Long, List<T>> read(
      Connection connection, ReadingPlan<T> plan, Among among) throws SQLException {
    Sql.RowMapper<T> reader = plan.reader().over(connection, among);
    Rows<T> rows = new Rows<>(plan.id());
    try (PreparedStatement statement =
        connection.prepareStatement(plan.select() + " where " + among.condition(plan.owner()))) {
      among.bind(statement);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long owner = row.getLong(1);
          if (among.holds(owner)) {
            T made = reader.map(row);
            if (made != null) {
              rows.add(owner, made);
            }
          }
        }
      }
    }
    return rows.byOwner();
  }

  /** Rows by owner. They come in order as a rule, and are put in order where they did not. */
  private static final class Rows<T> {
    private final Map<Long, List<T>> all = new HashMap<>();
    private final ToLongFunction<T> id;
    private long owner;
    private List<T> current;

    Rows(ToLongFunction<T> id) {
      this.id = id;
    }

    void add(long whose, T row) {
      if (current == null || whose != owner) {
        owner = whose;
        current = all.computeIfAbsent(whose, none -> new ArrayList<>());
      }
      current.add(row);
    }

    Map<Long, List<T>> byOwner() {
      // Lists that are in order already cost one pass.
      all.values().forEach(rows -> rows.sort(Comparator.comparingLong(id)));
      return all;
    }
  }
}
