package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.analytics.core.model.Quintiles;
import com.chronotech.customer360.analytics.core.model.RfmBounds;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Cuts the base of customers into fifths in the server, so that a million values need not come
 * here. The base: seen within 24 months, with consent to profiling. Thread-safe.
 */
public final class BaseReads {
  private static final int FIFTHS = 5;
  private static final int MONTHS = 24;
  private static final String BASE =
      " from c360_analytics_customer where profiling = true and last_seen > ?";

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public BaseReads(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** The bounds as of a day; empty without anybody in the base. */
  public Optional<RfmBounds> bounds(LocalDate today) {
    LocalDate since = today.minusMonths(MONTHS);
    long customers =
        sql.query(
                "select count(*)" + BASE,
                statement -> statement.setDate(1, Date.valueOf(since)),
                row -> row.getLong(1))
            .get(0);
    return customers == 0
        ? Optional.empty()
        : Optional.of(
            new RfmBounds(
                today,
                customers,
                quintiles("datediff(as_of, last_seen)", since, customers),
                quintiles("frequency", since, customers),
                quintiles("cast(revenue_24m * 100 as signed)", since, customers)));
  }

  /** By nearest rank, as {@link Quintiles#of} cuts. */
  private Quintiles quintiles(String value, LocalDate since, long customers) {
    List<Long> cuts = new ArrayList<>();
    for (int fifth = 1; fifth < FIFTHS; fifth++) {
      long rank = (fifth * customers + FIFTHS - 1) / FIFTHS;
      cuts.add(
          sql.query(
                  "select " + value + " v" + BASE + " order by v limit 1 offset ?",
                  statement -> {
                    statement.setDate(1, Date.valueOf(since));
                    statement.setLong(2, rank - 1);
                  },
                  row -> row.getLong(1))
              .get(0));
    }
    return new Quintiles(cuts);
  }
}
