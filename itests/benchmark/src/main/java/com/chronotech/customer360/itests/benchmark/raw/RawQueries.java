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
      "select id, customer_id, activity_type, title, description, metadata, actor_id, actor_type,"
          + " reference_id, reference_table, cast(created_at as char) from customer_activity"
          + " where customer_id = ?";

  private static final String ORDER = " order by created_at desc, id desc limit 21";

  private static final String TOTAL =
      "select coalesce((select sum(total) from c360_activity_total where customer_id = ?"
          + " and (? is null or activity_type = ?)), 0)"
          + " + (select count(*) from customer_activity where customer_id = ?"
          + " and id > (select through_id from c360_activity_total_mark)"
          + " and (? is null or activity_type = ?))";

  void customer(long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select id, name from customers where id = ?")) {
      statement.setLong(1, id);
      try (ResultSet rs = statement.executeQuery()) {
        if (!rs.next()) {
          throw new SQLException("no such customer");
        }
      }
    }
  }

  List<RawActivity> page(long customer, String type, String time, String id) throws SQLException {
    StringBuilder sql = new StringBuilder(PAGE);
    if (type != null) {
      sql.append(" and activity_type = ?");
    }
    if (time != null) {
      sql.append(" and (created_at < ? or created_at = ? and id < ?)");
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
        statement.setLong(at, Long.parseLong(id));
      }
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
    try (PreparedStatement statement = connection.prepareStatement(TOTAL)) {
      statement.setLong(1, customer);
      statement.setString(2, type);
      statement.setString(3, type);
      statement.setLong(4, customer);
      statement.setString(5, type);
      statement.setString(6, type);
      try (ResultSet rs = statement.executeQuery()) {
        rs.next();
        return rs.getLong(1);
      }
    }
  }

  Map<String, RawReference> references(List<RawActivity> rows) throws SQLException {
    Map<String, RawReference> found = new HashMap<>();
    references(
        rows,
        "work_orders",
        "select id, claim_number, status, coalesce(actual_cost, estimated_cost) from work_orders",
        found);
    references(
        rows, "invoices", "select id, invoice_number, status, total_amount from invoices", found);
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
      try (PreparedStatement statement = in("select id, name from users", ids);
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
        connection.prepareStatement(select + " where id in (" + marks + ")");
    int at = 1;
    for (Long id : ids) {
      statement.setLong(at++, id);
    }
    return statement;
  }
}
