package com.chronotech.customer360.timeline.core.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A piece of SQL that grows together with its parameters. Not thread-safe. */
final class Clause {
  private final StringBuilder sql = new StringBuilder(512);
  private final List<Object> parameters = new ArrayList<>();

  Clause add(String text) {
    sql.append(text);
    return this;
  }

  Clause add(String text, long parameter) {
    sql.append(text);
    parameters.add(parameter);
    return this;
  }

  Clause add(String text, String parameter) {
    sql.append(text);
    parameters.add(parameter);
    return this;
  }

  /** Binds a further parameter of the text added last. */
  Clause with(Object parameter) {
    parameters.add(parameter);
    return this;
  }

  String sql() {
    return sql.toString();
  }

  void bind(PreparedStatement statement) throws SQLException {
    int at = 1;
    for (Object parameter : parameters) {
      if (parameter instanceof Long number) {
        statement.setLong(at++, number);
      } else {
        statement.setString(at++, (String) parameter);
      }
    }
  }
}
