package com.chronotech.customer360.consents.core.transfer.store;

import com.chronotech.customer360.consents.core.transfer.model.HostMerge.Outcome;
import com.chronotech.customer360.consents.core.transfer.model.HostRow;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/** {@code c360_consent_adopted}: what became of each of the host's rows. Thread-safe. */
public final class AdoptedTable {
  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public AdoptedTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * Keeps what becomes of rows. To be called before the versions are appended: what the host's
   * table is then told of them has the last word.
   */
  public void save(Map<HostRow, Outcome> outcomes, Instant now) {
    if (outcomes.isEmpty()) {
      return;
    }
    sql.with(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into c360_consent_adopted (host_table, host_id, fingerprint, outcome,"
                      + " customer_id, adopted_at) values (?, ?, ?, ?, ?, ?)"
                      // Assigned from left to right: what is the same keeps its time.
                      + " on duplicate key update adopted_at = if(fingerprint ="
                      + " values(fingerprint) and outcome = values(outcome), adopted_at,"
                      + " values(adopted_at)), fingerprint = values(fingerprint),"
                      + " outcome = values(outcome), customer_id = values(customer_id)")) {
            for (Map.Entry<HostRow, Outcome> one : outcomes.entrySet()) {
              HostRow row = one.getKey();
              insert.setString(1, row.place().table());
              insert.setLong(2, row.said().id());
              insert.setBytes(3, row.fingerprint().bytes());
              insert.setString(4, word(one.getValue()));
              insert.setLong(5, row.said().customerId());
              insert.setString(6, UtcTimes.toSql(now));
              insert.addBatch();
            }
            insert.executeBatch();
          }
          return null;
        });
  }

  /** Keeps which version each row became. */
  public void record(Map<HostRow, String> recordIds) {
    if (recordIds.isEmpty()) {
      return;
    }
    sql.with(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "update c360_consent_adopted set record_id = ?"
                      + " where host_table = ? and host_id = ?")) {
            for (Map.Entry<HostRow, String> one : recordIds.entrySet()) {
              update.setString(1, one.getValue());
              update.setString(2, one.getKey().place().table());
              update.setLong(3, one.getKey().said().id());
              update.addBatch();
            }
            update.executeBatch();
          }
          return null;
        });
  }

  /** How many rows there are of each outcome. */
  public Map<Outcome, Long> counts() {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    sql.query(
        "select outcome, count(*) from c360_consent_adopted group by outcome",
        Sql.Binder.NONE,
        row ->
            counts.put(Outcome.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getLong(2)));
    return counts;
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
