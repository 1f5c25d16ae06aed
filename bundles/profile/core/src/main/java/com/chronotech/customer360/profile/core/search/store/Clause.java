package com.chronotech.customer360.profile.core.search.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A piece of SQL that grows together with its parameters. Not thread-safe. */
final class Clause {
  private final StringBuilder sql = new StringBuilder(512);
  private final List<Object> parameters = new ArrayList<>();

  Clause add(String text, Object... values) {
    sql.append(text);
    parameters.addAll(List.of(values));
    return this;
  }

  /** A list in brackets; few lengths, so that the driver's cache of statements holds them all. */
  Clause in(Collection<Long> ids) {
    int places = Math.max(1, Integer.highestOneBit(2 * ids.size() - 1));
    sql.append(" in (?").append(",?".repeat(places - 1)).append(')');
    parameters.addAll(ids);
    Long last = null;
    for (Long id : ids) {
      last = id;
    }
    for (int i = ids.size(); i < places; i++) {
      parameters.add(last);
    }
    return this;
  }

  String sql() {
    return sql.toString();
  }

  void bind(PreparedStatement statement) throws SQLException {
    int at = 1;
    for (Object parameter : parameters) {
      if (parameter instanceof String text) {
        statement.setString(at++, text);
      } else {
        statement.setLong(at++, ((Number) parameter).longValue());
      }
    }
  }
}
