package com.chronotech.customer360.profile.core.segment.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import com.chronotech.customer360.profile.SegmentMembership;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The table {@code c360_segment_member}. Thread-safe. */
public final class MemberTable {
  private static final int ROWS = 500;

  private static final String COLUMNS =
      "select label, customer_id, rule_version, cast(since as char), cast(evaluated_at as char),"
          + " why from c360_segment_member ";

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public MemberTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** How many are in a segment, counted up to a limit. */
  public int count(String label, int limit) {
    return sql.query(
            "select count(*) from (select 1 as one from c360_segment_member where label = ?"
                + " limit ?) t",
            statement -> {
              statement.setString(1, label);
              statement.setInt(2, limit);
            },
            row -> row.getInt(1))
        .get(0);
  }

  /** The next customers in a segment, by id. */
  public List<Long> next(String label, long afterId, int limit) {
    return page(label, afterId, limit).stream().map(SegmentMembership::customerId).toList();
  }

  /** The next memberships of a segment, by customer. */
  public List<SegmentMembership> page(String label, long afterId, int limit) {
    return sql.query(
        COLUMNS + "where label = ? and customer_id > ? order by customer_id limit ?",
        statement -> {
          statement.setString(1, label);
          statement.setLong(2, afterId);
          statement.setInt(3, limit);
        },
        MemberTable::membership);
  }

  /** Those of some customers who are in a segment. */
  public Set<Long> keep(Collection<Long> customers, String label) {
    if (customers.isEmpty()) {
      return Set.of();
    }
    List<Long> ids = List.copyOf(customers);
    return new HashSet<>(
        sql.query(
            "select customer_id from c360_segment_member where label = ? and customer_id in "
                + in(ids.size()),
            statement -> {
              statement.setString(1, label);
              bind(statement, ids, 2);
            },
            row -> row.getLong(1)));
  }

  /** The memberships of customers, by label. */
  public List<SegmentMembership> of(Collection<Long> customers) {
    if (customers.isEmpty()) {
      return List.of();
    }
    List<Long> ids = List.copyOf(customers);
    return sql.query(
        COLUMNS
            + "force index (c360_segment_member_customer) where customer_id in "
            + in(ids.size())
            + " order by label, customer_id",
        statement -> bind(statement, ids, 1),
        MemberTable::membership);
  }

  /** Labels that somebody is in. */
  public List<String> labels() {
    return sql.query(
        "select distinct label from c360_segment_member", Sql.Binder.NONE, row -> row.getString(1));
  }

  /** Writes memberships anew or with what changed; the time of joining stays. */
  public void put(List<SegmentMembership> memberships) {
    for (int from = 0; from < memberships.size(); from += ROWS) {
      List<SegmentMembership> some =
          memberships.subList(from, Math.min(memberships.size(), from + ROWS));
      sql.update(
          "insert into c360_segment_member (label, customer_id, rule_version, since, evaluated_at,"
              + " why) values (?,?,?,?,?,?)"
              + ",(?,?,?,?,?,?)".repeat(some.size() - 1)
              + " on duplicate key update rule_version = values(rule_version),"
              + " evaluated_at = values(evaluated_at), why = values(why)",
          statement -> {
            int at = 1;
            for (SegmentMembership one : some) {
              statement.setString(at++, one.label());
              statement.setLong(at++, one.customerId());
              statement.setInt(at++, one.ruleVersion());
              statement.setString(at++, UtcTimes.toSql(one.since()));
              statement.setString(at++, UtcTimes.toSql(one.evaluatedAt()));
              statement.setString(at++, one.why());
            }
          });
    }
  }

  /** Ends memberships. */
  public void remove(List<SegmentMembership> memberships) {
    if (memberships.isEmpty()) {
      return;
    }
    int unused = sql.with(connection -> remove(connection, memberships));
  }

  private static int remove(Connection connection, List<SegmentMembership> memberships)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "delete from c360_segment_member where label = ? and customer_id = ?")) {
      for (SegmentMembership one : memberships) {
        statement.setString(1, one.label());
        statement.setLong(2, one.customerId());
        statement.addBatch();
      }
      return statement.executeBatch().length;
    }
  }

  private static SegmentMembership membership(ResultSet row) throws SQLException {
    return new SegmentMembership(
        row.getString(1),
        row.getLong(2),
        row.getInt(3),
        UtcTimes.parse(row.getString(4)),
        UtcTimes.parse(row.getString(5)),
        row.getString(6));
  }

  private static int places(int ids) {
    return Math.max(1, Integer.highestOneBit(2 * ids - 1));
  }

  private static String in(int ids) {
    return "(?" + ",?".repeat(places(ids) - 1) + ")";
  }

  private static void bind(PreparedStatement statement, List<Long> ids, int first)
      throws SQLException {
    int places = places(ids.size());
    for (int i = 0; i < places; i++) {
      statement.setLong(first + i, ids.get(Math.min(i, ids.size() - 1)));
    }
  }
}
