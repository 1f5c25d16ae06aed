package com.chronotech.customer360.consents.core.ledger.store;

import com.chronotech.customer360.consents.LedgerService.Root;
import com.chronotech.customer360.consents.core.ledger.model.RootText;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** {@code c360_ledger_root}. Thread-safe. */
public final class RootTable {
  private static final String SELECT =
      "select cast(root_day as char), root, chains, entries, previous_root,"
          + " cast(signed_at as char), key_id, signature from c360_ledger_root";

  /** Stands in a row until its transaction completes it; no other ever sees it. */
  private static final byte[] NOT_YET = new byte[32];

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public RootTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * Takes a day for this transaction: another node that wants it waits for the commit, and then
   * finds it taken.
   *
   * @return false when the day has its root
   */
  public boolean take(LocalDate day, Instant now) {
    return sql.update(
            "insert ignore into c360_ledger_root (root_day, root, chains, entries, previous_root,"
                + " signed_at, key_id, signature) values (?, ?, 0, 0, ?, ?, '', '')",
            statement -> {
              statement.setString(1, day.toString());
              statement.setBytes(2, NOT_YET);
              statement.setBytes(3, NOT_YET);
              statement.setString(4, UtcTimes.toSql(now));
            })
        == 1;
  }

  /** Gives a day back that this transaction took. */
  public void giveBack(LocalDate day) {
    sql.update(
        "delete from c360_ledger_root where root_day = ?",
        statement -> statement.setString(1, day.toString()));
  }

  /** Completes the root of a day that this transaction took. */
  public void complete(Root root) {
    HexFormat hex = HexFormat.of();
    sql.update(
        "update c360_ledger_root set root = ?, chains = ?, entries = ?, previous_root = ?,"
            + " signed_at = ?, key_id = ?, signature = ? where root_day = ?",
        statement -> {
          statement.setBytes(1, hex.parseHex(root.root()));
          statement.setLong(2, root.chains());
          statement.setLong(3, root.entries());
          statement.setBytes(4, hex.parseHex(root.previousRoot()));
          statement.setString(5, UtcTimes.toSql(root.signedAt()));
          statement.setString(6, root.keyId());
          statement.setBytes(7, RootText.signature(root));
          statement.setString(8, root.day().toString());
        });
  }

  /** The root of a day. */
  public Optional<Root> find(LocalDate day) {
    return one(" where root_day = ?", day);
  }

  /** The newest root before a day. */
  public Optional<Root> before(LocalDate day) {
    return one(" where root_day < ? order by root_day desc limit 1", day);
  }

  /** The newest root after a day. */
  public Optional<Root> after(LocalDate day) {
    return one(" where root_day > ? order by root_day desc limit 1", day);
  }

  private Optional<Root> one(String where, LocalDate day) {
    return sql
        .query(SELECT + where, statement -> statement.setString(1, day.toString()), RootTable::root)
        .stream()
        .findFirst();
  }

  /** The newest roots, newest first. */
  public List<Root> newest(int limit) {
    return sql.query(
        SELECT + " order by root_day desc limit ?",
        statement -> statement.setInt(1, limit),
        RootTable::root);
  }

  /** Every root, oldest first: one a day, a few thousand in ten years. */
  public List<Root> all() {
    return sql.query(SELECT + " order by root_day", Sql.Binder.NONE, RootTable::root);
  }

  private static Root root(ResultSet row) throws SQLException {
    HexFormat hex = HexFormat.of();
    return new Root(
        LocalDate.parse(row.getString(1)),
        hex.formatHex(row.getBytes(2)),
        row.getLong(3),
        row.getLong(4),
        hex.formatHex(row.getBytes(5)),
        UtcTimes.parse(row.getString(6)),
        row.getString(7),
        Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes(8)));
  }
}
