package com.chronotech.customer360.schema.adopt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short questions to the database on one connection. */
final class Queries {
  private final Connection connection;

  Queries(Connection connection) {
    this.connection = connection;
  }

  long number(String sql, Object... parameters) throws SQLException {
    List<Long> all = numbers(sql, parameters);
    return all.isEmpty() ? 0 : all.get(0);
  }

  List<Long> numbers(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<Long> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getLong(1));
      }
      return all;
    }
  }

  /** First column as text to second as a number; a null text stays a null key. */
  Map<String, Long> counts(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      Map<String, Long> all = new LinkedHashMap<>();
      while (rows.next()) {
        all.put(rows.getString(1), rows.getLong(2));
      }
      return all;
    }
  }

  /** At most {@code limit + 1}, without counting a large table to its end. */
  long countUpTo(String table, long limit) throws SQLException {
    return number(
        "select count(*) from (select 1 from " + table + " limit " + (limit + 1) + ") counted");
  }

  int update(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The definition of each column, as {@code SHOW CREATE TABLE} writes it. */
  Map<String, String> definitions(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show create table " + table)) {
      row.next();
      Map<String, String> all = new LinkedHashMap<>();
      for (String line : row.getString(2).split("\n", -1)) {
        String definition = line.strip();
        int end = definition.indexOf('`', 1);
        if (definition.startsWith("`") && end > 0) {
          String rest = definition.substring(end + 1).strip();
          all.put(
              definition.substring(1, end),
              rest.endsWith(",") ? rest.substring(0, rest.length() - 1) : rest);
        }
      }
      return all;
    }
  }

  Connection connection() {
    return connection;
  }

  private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}
