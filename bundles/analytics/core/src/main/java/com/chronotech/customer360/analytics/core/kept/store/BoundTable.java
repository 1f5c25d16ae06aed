package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.analytics.core.model.Quintiles;
import com.chronotech.customer360.analytics.core.model.ReturnCurve;
import com.chronotech.customer360.analytics.core.model.ReturnCurve.Stretch;
import com.chronotech.customer360.analytics.core.model.RfmBounds;
import com.chronotech.customer360.platform.store.Sql;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** The table {@code c360_analytics_bound}: what all customers together tell about one. */
public final class BoundTable {
  private static final String BASE = "base";
  private static final String RECENCY = "recency";
  private static final String FREQUENCY = "frequency";
  private static final String MONETARY = "monetary";
  private static final String RETURNS = "returns";
  private static final String NEXT = "returns.next";

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public BoundTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  private record Bound(int place, long amount, LocalDate on) {}

  /** Where fifths end; empty before they were made. */
  public Optional<RfmBounds> rfm() {
    List<Bound> base = bounds(BASE);
    return base.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RfmBounds(
                base.get(0).on(),
                base.get(0).amount(),
                quintiles(RECENCY),
                quintiles(FREQUENCY),
                quintiles(MONETARY)));
  }

  private Quintiles quintiles(String measure) {
    return new Quintiles(bounds(measure).stream().map(Bound::amount).toList());
  }

  /** Keeps where fifths end; null forgets it. */
  public void rfm(RfmBounds made) {
    for (String measure : List.of(BASE, RECENCY, FREQUENCY, MONETARY)) {
      clear(measure);
    }
    if (made != null) {
      put(BASE, List.of(made.customers()), made.on());
      put(RECENCY, made.recency().cuts(), made.on());
      put(FREQUENCY, made.frequency().cuts(), made.on());
      put(MONETARY, made.monetary().cuts(), made.on());
    }
  }

  /** How customers come back; empty before it was made. */
  public Optional<ReturnCurve> returns() {
    return curve(RETURNS);
  }

  private Optional<ReturnCurve> curve(String measure) {
    List<Bound> numbers = bounds(measure);
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    Map<Integer, Long> byPlace = new TreeMap<>();
    numbers.forEach(one -> byPlace.put(one.place(), one.amount()));
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < ReturnCurve.EDGES.size() - 1; i++) {
      stretches.add(
          new Stretch(
              byPlace.getOrDefault(3 * i, 0L),
              byPlace.getOrDefault(3 * i + 1, 0L),
              byPlace.getOrDefault(3 * i + 2, 0L)));
    }
    return Optional.of(new ReturnCurve(numbers.get(0).on(), stretches));
  }

  /** Adds to the curve that is being made. */
  public void addReturns(ReturnCurve some) {
    List<Long> numbers =
        some.stretches().stream()
            .flatMapToLong(one -> LongStream.of(one.reached(), one.ended(), one.open()))
            .boxed()
            .toList();
    put(NEXT, numbers, some.on());
  }

  /** Forgets the curve that is being made. */
  public void clearReturns() {
    clear(NEXT);
  }

  /** Lets the curve that was made take the place of the one before. */
  public void promoteReturns() {
    clear(RETURNS);
    int unused =
        sql.update(
            "update c360_analytics_bound set measure = ? where measure = ?",
            statement -> {
              statement.setString(1, RETURNS);
              statement.setString(2, NEXT);
            });
  }

  private void clear(String measure) {
    int unused =
        sql.update(
            "delete from c360_analytics_bound where measure = ?",
            statement -> statement.setString(1, measure));
  }

  private void put(String measure, List<Long> amounts, LocalDate on) {
    List<Bound> rows = new ArrayList<>();
    for (int place = 0; place < amounts.size(); place++) {
      rows.add(new Bound(place, amounts.get(place), on));
    }
    int unused =
        sql.with(
            connection ->
                Sql.batch(
                    connection,
                    "insert into c360_analytics_bound (measure, place, amount, made_on)"
                        + " values (?,?,?,?) on duplicate key update amount = amount +"
                        + " values(amount), made_on = values(made_on)",
                    rows,
                    (statement, row) -> {
                      statement.setString(1, measure);
                      statement.setInt(2, row.place());
                      statement.setBigDecimal(3, BigDecimal.valueOf(row.amount()));
                      statement.setDate(4, Date.valueOf(row.on()));
                    }));
  }

  private List<Bound> bounds(String measure) {
    return sql.query(
        "select place, amount, cast(made_on as char) from c360_analytics_bound where measure = ?"
            + " order by place",
        statement -> statement.setString(1, measure),
        row -> new Bound(row.getInt(1), row.getLong(2), LocalDate.parse(row.getString(3))));
  }
}
