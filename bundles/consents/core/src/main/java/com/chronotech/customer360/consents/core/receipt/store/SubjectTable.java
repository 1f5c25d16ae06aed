package com.chronotech.customer360.consents.core.receipt.store;

import com.chronotech.customer360.platform.store.Sql;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;

/** Pseudonyms, and where entries stand. Thread-safe. */
public final class SubjectTable {
  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public SubjectTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** The pseudonym of a customer who has a chain. */
  public Optional<String> pseudonym(long customerId) {
    return sql
        .query(
            "select pseudonym from c360_consent_chain where customer_id = ?",
            statement -> statement.setLong(1, customerId),
            row -> row.getString(1))
        .stream()
        .findFirst();
  }

  /** Whether a root covers an entry. */
  public boolean isCovered(long customerId, int sequence) {
    return !sql.query(
            "select 1 from c360_ledger_anchor where customer_id = ? and seq >= ? limit 1",
            statement -> {
              statement.setLong(1, customerId);
              statement.setInt(2, sequence);
            },
            row -> row.getInt(1))
        .isEmpty();
  }

  /** The hash that the ledger has of a record, in hex. */
  public Optional<String> hash(String recordId) {
    return sql
        .query(
            "select hash from c360_consent_entry where record_id = ?",
            statement -> statement.setString(1, recordId),
            row -> HexFormat.of().formatHex(row.getBytes(1)))
        .stream()
        .findFirst();
  }
}
