package com.chronotech.customer360.host.chronotech;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Which customers' rows one statement asks for, at most 10,000 customers. A walk over all customers
 * asks for ids that lie close together: those are asked for as a span, which a server reads much
 * faster than a list, and rows of others in it are passed over.
 */
final class Among {
  private static final int CUSTOMERS_A_STATEMENT = 10_000;

  private final List<Long> ids;
  private final boolean span;
  private final Set<Long> wanted;

  private Among(List<Long> ids) {
    this.ids = ids;
    long width = ids.get(ids.size() - 1) - ids.get(0) + 1;
    this.span = width <= 2L * ids.size();
    this.wanted = span && width > ids.size() ? new HashSet<>(ids) : null;
  }

  /** As many as it takes for all of these ids. */
  static List<Among> all(SortedSet<Long> customerIds) {
    List<Long> ids = List.copyOf(customerIds);
    List<Among> all = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += CUSTOMERS_A_STATEMENT) {
      all.add(new Among(ids.subList(from, Math.min(ids.size(), from + CUSTOMERS_A_STATEMENT))));
    }
    return all;
  }

  /** The condition on a column that tells the customer. */
  String condition(String column) {
    if (ids.size() == 1) {
      return column + " = ?";
    }
    return span ? column + " between ? and ?" : RowsById.in(column, ids.size());
  }

  void bind(PreparedStatement statement) throws SQLException {
    if (span && ids.size() > 1) {
      statement.setLong(1, ids.get(0));
      statement.setLong(2, ids.get(ids.size() - 1));
    } else {
      RowsById.bind(statement, ids);
    }
  }

  /** Whether a customer found was asked for. */
  boolean holds(long customerId) {
    return wanted == null || wanted.contains(customerId);
  }
}
