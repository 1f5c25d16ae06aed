package com.chronotech.customer360.timeline.core.backfill.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import com.chronotech.customer360.timeline.Backfill.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The table {@code c360_backfill}: a row a source, and one that is the lease of the one run. Times
 * are the database's, so that nodes need not agree on theirs. Thread-safe.
 */
public final class BackfillTable {
  /** The row that stands for the run itself. */
  private static final String LEASE = "*";

  /** A run that has not been heard of for so long is dead. */
  private static final int LEASE_SECONDS = 30;

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public BackfillTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Takes the lease when it is free, ours, or left behind by a run that died. */
  public boolean take(String owner) {
    sql.update(
        "insert ignore into c360_backfill (source, state, updated_at)"
            + " values ('*', 'LEASE', utc_timestamp(6))",
        Sql.Binder.NONE);
    return sql.update(
            "update c360_backfill set owner = ?, heartbeat_at = utc_timestamp(6)"
                + " where source = '*' and (owner is null or owner = ? or heartbeat_at <"
                + " utc_timestamp(6) - interval "
                + LEASE_SECONDS
                + " second)",
            statement -> {
              statement.setString(1, owner);
              statement.setString(2, owner);
            })
        == 1;
  }

  /**
   * Shows that the run lives, and fences it: in a chunk's transaction this row stays locked until
   * the commit, so that no other node can take over in its midst.
   *
   * @return false when another run took over
   */
  public boolean keep(String owner) {
    return sql.update(
            "update c360_backfill set heartbeat_at = utc_timestamp(6)"
                + " where source = '*' and owner = ?",
            statement -> statement.setString(1, owner))
        == 1;
  }

  /** Gives the lease back; no effect when another run has it. */
  public void release(String owner) {
    sql.update(
        "update c360_backfill set owner = null, heartbeat_at = null"
            + " where source = '*' and owner = ?",
        statement -> statement.setString(1, owner));
  }

  /** Takes the lease from whoever has it: that run ends before its next chunk. */
  public void revoke() {
    sql.update(
        "update c360_backfill set owner = null, heartbeat_at = null where source = '*'",
        Sql.Binder.NONE);
  }

  /** Whether a run is going on, on any node. */
  public boolean running() {
    return sql.query(
                "select count(*) from c360_backfill where source = '*' and owner is not null"
                    + " and heartbeat_at >= utc_timestamp(6) - interval "
                    + LEASE_SECONDS
                    + " second",
                Sql.Binder.NONE,
                row -> row.getLong(1))
            .get(0)
        > 0;
  }

  /** The state of a source; empty when nothing is known of it. */
  public Optional<SourceState> find(String source) {
    return states().stream().filter(state -> state.source().equals(source)).findFirst();
  }

  /** Every source that something is known of. */
  public List<SourceState> states() {
    return sql.query(
        "select source, after_id, rows_read, recorded, skipped, state, detail, updated_at"
            + " from c360_backfill where source <> '*' order by source",
        Sql.Binder.NONE,
        BackfillTable::state);
  }

  /** Writes the state of a source. */
  public void save(SourceState state) {
    if (state.source().equals(LEASE)) {
      throw new IllegalArgumentException("the lease is no source");
    }
    sql.update(
        "insert into c360_backfill (source, after_id, rows_read, recorded, skipped, state, detail,"
            + " updated_at) values (?, ?, ?, ?, ?, ?, ?, utc_timestamp(6))"
            + " on duplicate key update after_id = values(after_id),"
            + " rows_read = values(rows_read), recorded = values(recorded),"
            + " skipped = values(skipped), state = values(state), detail = values(detail),"
            + " updated_at = values(updated_at)",
        statement -> {
          statement.setString(1, state.source());
          statement.setLong(2, state.afterId());
          statement.setLong(3, state.rowsRead());
          statement.setLong(4, state.recorded());
          statement.setString(5, written(state.skipped()));
          statement.setString(6, state.state().name());
          statement.setString(7, state.detail());
        });
  }

  private static SourceState state(ResultSet row) throws SQLException {
    return new SourceState(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        read(row.getString(5)),
        State.valueOf(row.getString(6)),
        row.getString(7),
        UtcTimes.parse(row.getString(8)));
  }

  /** Reasons are stable codes, so that a line of {@code reason=rows} needs no escaping. */
  private static String written(Map<String, Long> skipped) {
    return new TreeMap<>(skipped)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, Long> read(String text) {
    Map<String, Long> skipped = new LinkedHashMap<>();
    if (text != null) {
      text.lines()
          .forEach(
              line -> {
                int equals = line.lastIndexOf('=');
                skipped.put(line.substring(0, equals), Long.valueOf(line.substring(equals + 1)));
              });
    }
    return skipped;
  }
}
