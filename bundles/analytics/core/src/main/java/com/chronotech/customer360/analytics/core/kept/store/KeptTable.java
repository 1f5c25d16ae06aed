package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.analytics.core.kept.model.Kept;
import com.chronotech.customer360.analytics.core.kept.model.Kept.Amount;
import com.chronotech.customer360.analytics.core.kept.model.Kept.Column;
import com.chronotech.customer360.analytics.core.kept.model.Kept.Count;
import com.chronotech.customer360.analytics.core.kept.model.Kept.Day;
import com.chronotech.customer360.analytics.core.kept.model.Standing;
import com.chronotech.customer360.analytics.core.model.RfmBounds.Score;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The table {@code c360_analytics_customer}. Thread-safe. */
public final class KeptTable {
  private static final List<String> COLUMNS =
      Stream.of(
              Stream.of("customer_id", "as_of", "formulas", "city"),
              names(Day.values()),
              names(Count.values()),
              names(Amount.values()),
              Stream.of("profiling", "frozen_at", "scored_on"),
              Stream.of("recency_score", "frequency_score", "monetary_score"),
              Stream.of("rfm_segment", "churn_risk"))
          .flatMap(Function.identity())
          .toList();

  private static final String SAVE =
      "insert into c360_analytics_customer ("
          + String.join(", ", COLUMNS)
          + ", computed_at) values ("
          + "?,".repeat(COLUMNS.size())
          + "utc_timestamp(6)) on duplicate key update "
          + COLUMNS.stream()
              .skip(1)
              .map(column -> column + " = values(" + column + ")")
              .collect(Collectors.joining(", "))
          + ", computed_at = values(computed_at)";

  private static final String SELECT =
      "select "
          + COLUMNS.stream()
              .map(one -> one.equals("frozen_at") ? "cast(frozen_at as char) frozen_at" : one)
              .collect(Collectors.joining(", "))
          + " from c360_analytics_customer";

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public KeptTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  private static Stream<String> names(Column... columns) {
    return Stream.of(columns).map(Column::column);
  }

  /** What is kept of customers, by id; those of whom nothing is are absent. */
  public Map<Long, Kept> find(Collection<Long> customerIds) {
    if (customerIds.isEmpty()) {
      return Map.of();
    }
    return sql
        .query(
            SELECT + " where customer_id in (" + Ids.list(customerIds) + ")",
            Sql.Binder.NONE,
            KeptTable::kept)
        .stream()
        .collect(Collectors.toMap(Kept::customerId, Function.identity()));
  }

  /** The next customers in ascending id. */
  public List<Kept> after(long customerId, int limit) {
    return sql.query(
        SELECT + " where customer_id > ? order by customer_id limit ?",
        statement -> {
          statement.setLong(1, customerId);
          statement.setInt(2, limit);
        },
        KeptTable::kept);
  }

  /** The ids after one, up to another. */
  public List<Long> ids(long after, long through) {
    return sql.query(
        "select customer_id from c360_analytics_customer where customer_id > ? and customer_id <= ?"
            + " order by customer_id",
        statement -> {
          statement.setLong(1, after);
          statement.setLong(2, through);
        },
        row -> row.getLong(1));
  }

  /** Keeps figures, in place of what is kept of these customers. */
  public void save(List<Kept> all) {
    int unused = sql.with(connection -> Sql.batch(connection, SAVE, all, KeptTable::bind));
  }

  /** Forgets customers. */
  public void remove(Collection<Long> customerIds) {
    if (!customerIds.isEmpty()) {
      String in = " where customer_id in (" + Ids.list(customerIds) + ")";
      int unused = sql.update("delete from c360_analytics_customer" + in, Sql.Binder.NONE);
    }
  }

  /** How many customers are kept. */
  public long count() {
    return sql.query(
            "select count(*) from c360_analytics_customer", Sql.Binder.NONE, row -> row.getLong(1))
        .get(0);
  }

  private static void bind(PreparedStatement statement, Kept kept) throws SQLException {
    List<Object> values = new ArrayList<>();
    values.add(kept.customerId());
    values.add(Date.valueOf(kept.asOf()));
    values.add(Kept.FORMULAS);
    values.add(kept.city());
    for (Day day : Day.values()) {
      LocalDate known = kept.day(day);
      values.add(known == null ? null : Date.valueOf(known));
    }
    Stream.of(Count.values()).map(kept::count).forEach(values::add);
    Stream.of(Amount.values()).map(kept::amount).forEach(values::add);
    Standing standing = kept.standing();
    Score score = standing.score();
    values.add(standing.profiling());
    values.add(standing.frozenAt() == null ? null : UtcTimes.toSql(standing.frozenAt()));
    values.add(standing.scoredOn() == null ? null : Date.valueOf(standing.scoredOn()));
    values.add(score == null ? null : score.recency());
    values.add(score == null ? null : score.frequency());
    values.add(score == null ? null : score.monetary());
    values.add(score == null ? null : score.segment().code());
    values.add(standing.churn());
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }

  private static Kept kept(ResultSet row) throws SQLException {
    Map<Day, LocalDate> days = new EnumMap<>(Day.class);
    for (Day day : Day.values()) {
      LocalDate known = day(row, day.column());
      if (known != null) {
        days.put(day, known);
      }
    }
    Map<Count, Integer> counts = new EnumMap<>(Count.class);
    for (Count count : Count.values()) {
      counts.put(count, row.getInt(count.column()));
    }
    Map<Amount, BigDecimal> amounts = new EnumMap<>(Amount.class);
    for (Amount amount : Amount.values()) {
      amounts.put(amount, row.getBigDecimal(amount.column()));
    }
    return new Kept(
        row.getLong("customer_id"),
        day(row, "as_of"),
        row.getString("city"),
        days,
        counts,
        amounts,
        standing(row));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    int recency = row.getInt("recency_score");
    Score score =
        row.wasNull()
            ? null
            : new Score(recency, row.getInt("frequency_score"), row.getInt("monetary_score"));
    return new Standing(
        row.getBoolean("profiling"),
        UtcTimes.parse(row.getString("frozen_at")),
        day(row, "scored_on"),
        score,
        row.getBigDecimal("churn_risk"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : LocalDate.parse(text);
  }
}
