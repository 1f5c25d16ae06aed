package com.chronotech.customer360.profile.core.search.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.profile.core.search.model.Term;
import com.chronotech.customer360.profile.core.search.model.TermKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Keeps {@code c360_search_term} in step. Thread-safe. */
public final class TermTable {
  private static final int ROWS = 1000;

  private record Row(Term term, long customerId) {}

  /** In the order of the primary key, which is where the rows lie. */
  private static final Comparator<Row> AS_STORED =
      Comparator.comparing(Row::term).thenComparing(Row::customerId);

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public TermTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * Makes the index hold exactly these terms of these customers; what stands already is not
   * touched. Needs a transaction.
   *
   * @param wanted by customer; a customer without terms loses all
   * @return how many rows were written or removed
   */
  public int put(Map<Long, ? extends Collection<Term>> wanted) {
    if (wanted.isEmpty()) {
      return 0;
    }
    return sql.with(
        connection -> {
          Map<Long, Set<Term>> stands = stands(connection, wanted.keySet());
          List<Row> missing = new ArrayList<>();
          List<Row> surplus = new ArrayList<>();
          wanted.forEach(
              (customer, terms) -> {
                Set<Term> old = stands.getOrDefault(customer, Set.of());
                Set<Term> all = new HashSet<>(terms);
                all.stream()
                    .filter(term -> !old.contains(term))
                    .forEach(term -> missing.add(new Row(term, customer)));
                old.stream()
                    .filter(term -> !all.contains(term))
                    .forEach(term -> surplus.add(new Row(term, customer)));
              });
          delete(connection, surplus);
          insert(connection, missing);
          return missing.size() + surplus.size();
        });
  }

  /**
   * The customers the index knows between two ids, the second included.
   *
   * @param until the last one
   */
  public List<Long> customers(long after, long until) {
    return sql.query(
        "select distinct customer_id from c360_search_term"
            + " force index (c360_search_term_customer) where customer_id > ? and customer_id <= ?",
        statement -> {
          statement.setLong(1, after);
          statement.setLong(2, until);
        },
        row -> row.getLong(1));
  }

  private static Map<Long, Set<Term>> stands(Connection connection, Collection<Long> customers)
      throws SQLException {
    Map<Long, Set<Term>> found = new HashMap<>();
    Clause clause =
        new Clause()
            .add(
                "select customer_id, term, kind from c360_search_term"
                    + " force index (c360_search_term_customer) where customer_id")
            .in(customers);
    Sql.query(
        connection,
        clause.sql(),
        clause::bind,
        row ->
            found
                .computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                .add(new Term(row.getString(2), TermKind.of(row.getInt(3)))));
    return found;
  }

  private static void delete(Connection connection, List<Row> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    rows.sort(AS_STORED);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "delete from c360_search_term where term = ? and customer_id = ? and kind = ?")) {
      for (Row row : rows) {
        bind(statement, row, 1);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void insert(Connection connection, List<Row> rows) throws SQLException {
    rows.sort(AS_STORED);
    for (int from = 0; from < rows.size(); from += ROWS) {
      List<Row> some = rows.subList(from, Math.min(rows.size(), from + ROWS));
      try (PreparedStatement statement =
          connection.prepareStatement(
              "insert ignore into c360_search_term (term, customer_id, kind) values (?,?,?)"
                  + ",(?,?,?)".repeat(some.size() - 1))) {
        int at = 1;
        for (Row row : some) {
          bind(statement, row, at);
          at += 3;
        }
        statement.executeUpdate();
      }
    }
  }

  private static void bind(PreparedStatement statement, Row row, int at) throws SQLException {
    statement.setString(at, row.term().text());
    statement.setLong(at + 1, row.customerId());
    statement.setInt(at + 2, row.term().kind().number());
  }
}
