package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.analytics.Verification.Finding;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** The table {@code c360_analytics_finding}: where the last comparison found differences. */
public final class FindingTable {
  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public FindingTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Forgets everything. */
  public void clear() {
    int unused = sql.update("delete from c360_analytics_finding", Sql.Binder.NONE);
  }

  /** Forgets what was found of customers. */
  public void clear(Collection<Long> customerIds) {
    if (!customerIds.isEmpty()) {
      int unused =
          sql.update(
              "delete from c360_analytics_finding where customer_id in ("
                  + Ids.list(customerIds)
                  + ")",
              Sql.Binder.NONE);
    }
  }

  /** Adds findings. */
  public void add(List<Finding> findings) {
    int unused =
        sql.with(
            connection ->
                Sql.batch(
                    connection,
                    "insert into c360_analytics_finding (customer_id, place, kept, computed)"
                        + " values (?,?,?,?)",
                    findings,
                    (statement, one) -> {
                      if (one.customerId() == 0) {
                        statement.setNull(1, Types.BIGINT);
                      } else {
                        statement.setLong(1, one.customerId());
                      }
                      statement.setString(2, one.place());
                      statement.setString(3, one.kept());
                      statement.setString(4, one.computed());
                    }));
  }

  /** How many there are. */
  public long count() {
    return sql.query(
            "select count(*) from c360_analytics_finding", Sql.Binder.NONE, row -> row.getLong(1))
        .get(0);
  }

  /** The first of them. */
  public List<Finding> first(int limit) {
    return sql.query(
        "select coalesce(customer_id, 0), place, kept, computed from c360_analytics_finding"
            + " order by id limit ?",
        statement -> statement.setInt(1, limit),
        row -> new Finding(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  /** Some customers of whom something was found, after one, in ascending id. */
  public List<Long> customers(long after, int limit) {
    return sql.query(
        "select distinct customer_id from c360_analytics_finding where customer_id > ?"
            + " order by customer_id limit ?",
        statement -> {
          statement.setLong(1, after);
          statement.setInt(2, limit);
        },
        row -> row.getLong(1));
  }
}
