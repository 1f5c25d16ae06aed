package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * How the rows of a kind are read from the tables as they stand.
 *
 * @param availability whether they can be; when not, nothing else counts
 * @param missing what the rows lack
 * @param select the statement up to its condition; the owner comes first
 * @param owner the expression of whose a row is
 * @param reader reads the rows
 * @param id the id of a row
 * @param watched the tables that tell of touched customers
 * @param <T> the rows
 */
record ReadingPlan<T>(
    Availability availability,
    Map<String, Availability> missing,
    String select,
    String owner,
    Reader<T> reader,
    ToLongFunction<T> id,
    List<Watched> watched) {

  /** Reads rows. */
  @FunctionalInterface
  interface Reader<T> {
    /** Reads, before the rows, what they are made of besides, and answers how one is made. */
    Sql.RowMapper<T> over(Connection connection, Among among) throws SQLException;
  }

  /** There are no such rows. */
  static <T> ReadingPlan<T> none(Availability why) {
    return new ReadingPlan<>(why, Map.of(), null, null, null, null, List.of());
  }

  /** How rows that stand in a table with their customer are read, or why they are not. */
  static <T> ReadingPlan<T> of(SourceLayout layout, Sql.RowMapper<T> row, ToLongFunction<T> id) {
    return layout.availability().available()
        ? of(layout, Watched.of(layout.table()), row, id)
        : none(layout.availability());
  }

  /** As the other, of a layout that is available, where another table may tell the customer. */
  static <T> ReadingPlan<T> of(
      SourceLayout layout, Watched watched, Sql.RowMapper<T> row, ToLongFunction<T> id) {
    return new ReadingPlan<>(
        Availability.YES,
        Map.copyOf(layout.missing()),
        "select " + layout.expressions() + " from " + watched.read(),
        watched.owner(),
        (connection, among) -> row,
        id,
        List.of(watched));
  }

  /** As this, with something read before the rows. */
  ReadingPlan<T> reading(Reader<T> other, Watched... more) {
    if (!availability.available()) {
      return this;
    }
    return new ReadingPlan<>(
        availability,
        missing,
        select,
        owner,
        other,
        id,
        Stream.concat(watched.stream(), Stream.of(more)).toList());
  }

  /** What an administrator should know. */
  List<String> remarks() {
    return watched.stream().flatMap(one -> one.remarks().stream()).distinct().toList();
  }
}
