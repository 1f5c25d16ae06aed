package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Consents by their end. Thread-safe. */
public final class EndingReads {
  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public EndingReads(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * Granted, proven consents that stand and end within a time, soonest first.
   *
   * @param customerId one customer; 0 for all
   * @param from ends after this
   * @param until ends at or before this
   */
  public List<Entry> between(long customerId, Instant from, Instant until, int limit) {
    return sql.query(
        "select "
            + EntryRows.COLUMNS
            + " from c360_consent_entry e where e.valid_until > ? and e.valid_until <= ?"
            + (customerId == 0 ? "" : " and e.customer_id = ?")
            + " and e.decision = 'granted' and e.basis = 'express'"
            + " and not exists (select 1 from c360_consent_entry l where"
            + " l.customer_id = e.customer_id and l.consent_type = e.consent_type"
            + " and l.version > e.version) order by e.valid_until, e.id limit "
            + limit,
        statement -> {
          statement.setString(1, UtcTimes.toSql(from));
          statement.setString(2, UtcTimes.toSql(until));
          if (customerId != 0) {
            statement.setLong(3, customerId);
          }
        },
        EntryRows::entry);
  }
}
