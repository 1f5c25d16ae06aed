package com.chronotech.customer360.itests.benchmark.raw;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The statements of a page, as the service sends them. */
record RawQueries(Connection connection) {
  private static final String PAGE =
      "select a.id, a.customer_id, a.activity_type, a.title, a.description, a.metadata, a.actor_id,"
          + " a.actor_type, a.reference_id, a.reference_table, a.created_at"
          + " from customer_activity a force index (`%s`) where a.customer_id = ?";

  private static final String ORDER = " order by a.created_at desc, a.id desc limit ?";

  private static final String TOTALS =
      "select word, sum(n) from (select activity_type as word, total as n from c360_activity_total"
          + " where customer_id = ? union all select coalesce(a.activity_type, ''), count(*)"
          + " from customer_activity a force index (`c360_by_customer`) where a.customer_id = ?"
          + " and a.id > (select m.through_id from c360_activity_total_mark m where m.id = 1)"
          + " group by a.activity_type) t group by word";

  void customer(long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select t.id, t.name, t.company, t.timezone from customers t where t.id = ?")) {
      statement.setLong(1, id);
      try (ResultSet rs = statement.executeQuery()) {
        if (!rs.next()) {
          throw new SQLException("no such customer");
        }
      }
    }
  }

  List<RawActivity> page(long customer, String type, String time, String id) throws SQLException {
    StringBuilder sql =
        new StringBuilder(PAGE.formatted(type == null ? "c360_by_time" : "c360_by_type"));
    if (type != null) {
      sql.append(" and a.activity_type = ?");
    }
    if (time != null) {
      sql.append(" and (a.created_at < ? or (a.created_at = ? and a.id < ?))");
    }
    try (PreparedStatement statement = connection.prepareStatement(sql.append(ORDER).toString())) {
      int at = 1;
      statement.setLong(at++, customer);
      if (type != null) {
        statement.setString(at++, type);
      }
      if (time != null) {
        statement.setString(at++, time);
        statement.setString(at++, time);
        statement.setLong(at++, Long.parseLong(id));
      }
      statement.setInt(at, 21);
      try (ResultSet rs = statement.executeQuery()) {
        List<RawActivity> rows = new ArrayList<>(21);
        while (rs.next()) {
          rows.add(RawActivity.read(rs));
        }
        return rows;
      }
    }
  }

  long total(long customer, String type) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TOTALS)) {
      statement.setLong(1, customer);
      statement.setLong(2, customer);
      try (ResultSet rs = statement.executeQuery()) {
        long total = 0;
        while (rs.next()) {
          String word = rs.getString(1);
          if (type == null || type.equals(word)) {
            total += rs.getLong(2);
          }
        }
        return total;
      }
    }
  }

  Map<String, RawReference> references(List<RawActivity> rows) throws SQLException {
    Map<String, RawReference> found = new HashMap<>();
    references(
        rows,
        "work_orders",
        "select t.id, t.claim_number, t.status, t.actual_cost, t.estimated_cost from work_orders t",
        found);
    references(
        rows,
        "invoices",
        "select t.id, t.invoice_number, t.status, t.total_amount from invoices t",
        found);
    return found;
  }

  private void references(
      List<RawActivity> rows, String table, String select, Map<String, RawReference> found)
      throws SQLException {
    TreeSet<Long> ids = new TreeSet<>();
    for (RawActivity row : rows) {
      if (table.equals(row.referenceTable())) {
        ids.add(row.referenceId());
      }
    }
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = in(select, ids);
        ResultSet rs = statement.executeQuery()) {
      while (rs.next()) {
        found.put(
            table + ":" + rs.getLong(1),
            new RawReference(rs.getString(2), rs.getString(3), rs.getBigDecimal(4)));
      }
    }
  }

  Map<Long, String> users(List<RawActivity> rows) throws SQLException {
    TreeSet<Long> ids = new TreeSet<>();
    for (RawActivity row : rows) {
      if ("user".equals(row.actorType()) && row.actorId() != null) {
        ids.add(row.actorId());
      }
    }
    Map<Long, String> names = new HashMap<>();
    if (!ids.isEmpty()) {
      try (PreparedStatement statement = in("select t.id, t.name from users t", ids);
          ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          names.put(rs.getLong(1), rs.getString(2));
        }
      }
    }
    return names;
  }

  private PreparedStatement in(String select, TreeSet<Long> ids) throws SQLException {
    String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
    PreparedStatement statement =
        connection.prepareStatement(select + " where t.id in (" + marks + ")");
    int at = 1;
    for (Long id : ids) {
      statement.setLong(at++, id);
    }
    return statement;
  }
}
