package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.platform.store.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** Reads customers by what they are ranked by, along an index each. Thread-safe. */
public final class Rankings {
  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public Rankings(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * A cell of recency and frequency.
   *
   * @param recency 1 to 5
   * @param frequency 1 to 5
   * @param segment the code of a segment
   * @param customers how many
   * @param revenue of 24 months
   */
  public record Cell(
      int recency, int frequency, String segment, long customers, BigDecimal revenue) {}

  /** Every cell that holds somebody. */
  public List<Cell> cells() {
    return sql.query(
        "select recency_score, frequency_score, rfm_segment, count(*), sum(revenue_24m)"
            + " from c360_analytics_customer where profiling = true and recency_score is not null"
            + " group by recency_score, frequency_score, rfm_segment",
        Sql.Binder.NONE,
        row ->
            new Cell(
                row.getInt(1),
                row.getInt(2),
                row.getString(3),
                row.getLong(4),
                row.getBigDecimal(5)));
  }

  /**
   * A customer whose revenue changed.
   *
   * @param customerId who
   * @param asOf as of when
   * @param revenue of 90 days
   * @param before of the 90 days before
   */
  public record Change(long customerId, LocalDate asOf, BigDecimal revenue, BigDecimal before) {}

  /** Those with the greatest rise, or the greatest fall. */
  public List<Change> changes(boolean gained, int limit) {
    return sql.query(
        "select customer_id, cast(as_of as char), revenue_90d, revenue_90d_before"
            + " from c360_analytics_customer where profiling = true and revenue_change "
            + (gained
                ? "> 0 order by revenue_change desc, customer_id desc"
                : "< 0 order by revenue_change, customer_id")
            + " limit ?",
        statement -> statement.setInt(1, limit),
        row ->
            new Change(
                row.getLong(1),
                LocalDate.parse(row.getString(2)),
                row.getBigDecimal(3),
                row.getBigDecimal(4)));
  }

  /**
   * A customer at risk.
   *
   * @param customerId who
   * @param asOf as of when
   * @param risk in percent
   * @param lastVisit null when there was none
   * @param revenue of twelve months
   */
  public record Risk(
      long customerId, LocalDate asOf, BigDecimal risk, LocalDate lastVisit, BigDecimal revenue) {}

  /**
   * Those of at least a risk, the likeliest first.
   *
   * @param below only those after this one; null for all
   */
  public List<Risk> risks(BigDecimal least, Risk below, int limit) {
    String columns =
        "select customer_id, cast(as_of as char), churn_risk, cast(last_visit as char), revenue_12m"
            + " from c360_analytics_customer where profiling = true and churn_risk >= ?";
    // the same risk first, then less: two walks along the index, where an "or" would scan
    String order = " order by churn_risk desc, customer_id desc limit ?";
    if (below == null) {
      return sql.query(
          columns + order,
          statement -> {
            statement.setBigDecimal(1, least);
            statement.setInt(2, limit);
          },
          Rankings::risk);
    }
    return sql.query(
        "select * from (("
            + columns
            + " and churn_risk = ? and customer_id < ?"
            + order
            + ") union all ("
            + columns
            + " and churn_risk < ?"
            + order
            + ")) page order by churn_risk desc, customer_id desc limit ?",
        statement -> {
          statement.setBigDecimal(1, least);
          statement.setBigDecimal(2, below.risk());
          statement.setLong(3, below.customerId());
          statement.setInt(4, limit);
          statement.setBigDecimal(5, least);
          statement.setBigDecimal(6, below.risk());
          statement.setInt(7, limit);
          statement.setInt(8, limit);
        },
        Rankings::risk);
  }

  private static Risk risk(ResultSet row) throws SQLException {
    String visit = row.getString(4);
    return new Risk(
        row.getLong(1),
        LocalDate.parse(row.getString(2)),
        row.getBigDecimal(3),
        visit == null ? null : LocalDate.parse(visit),
        row.getBigDecimal(5));
  }
}
