package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.HostConsent;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A host's table of consents that has one row a purpose, in the host's own words: its rows are set
 * to what stands, and the adoption is told that it was us.
 */
final class OlderMirror {
  private static final String TABLE = "customer_consents";

  private final Connection connection;
  private final MirrorShape shape;
  private final ZoneId zone;

  OlderMirror(Connection connection, MirrorShape shape, ZoneId zone) {
    this.connection = connection;
    this.shape = shape;
    this.zone = zone;
  }

  void follow(List<Entry> entries, Instant now) throws SQLException {
    for (Entry entry : entries) {
      List<String> words = MirrorTable.words(shape, entry.type());
      if (!words.isEmpty()) {
        List<HostConsent> rows = rows(entry, words);
        if (!rows.isEmpty()) {
          update(entry, words);
        }
        List<String> columns = inserted(entry);
        if (rows.stream().noneMatch(row -> row.word().equalsIgnoreCase(words.get(0)))
            && shape.takesRowsOf(columns)) {
          insert(entry, words.get(0), columns);
        }
        adopted(rows(entry, words), entry, now);
      }
    }
  }

  private List<HostConsent> rows(Entry entry, List<String> words) throws SQLException {
    return Sql.query(
        connection,
        "select id, customer_id, consent_type, is_granted, "
            + time("granted_at")
            + ", "
            + time("revoked_at")
            + ", "
            + time("expires_at")
            + " from customer_consents where customer_id = ? and consent_type in "
            + Chunks.marks(words.size()),
        statement -> bindWords(statement, entry, words, 1),
        row -> {
          boolean granted = row.getBoolean(4);
          return new HostConsent(
              row.getLong(1),
              row.getLong(2),
              row.getString(3),
              row.wasNull() ? null : granted,
              HostTimeColumn.asItStands(row.getString(5)),
              HostTimeColumn.asItStands(row.getString(6)),
              HostTimeColumn.asItStands(row.getString(7)));
        });
  }

  private String time(String column) {
    return shape.has(column) ? "cast(" + column + " as char)" : "null";
  }

  private static void bindWords(
      PreparedStatement statement, Entry entry, List<String> words, int from) throws SQLException {
    int at = from;
    statement.setLong(at++, entry.customerId());
    for (String word : words) {
      statement.setString(at++, word);
    }
  }

  private void update(Entry entry, List<String> words) throws SQLException {
    List<String> columns = new ArrayList<>(List.of("is_granted"));
    columns.addAll(shape.standing(entry.granted() ? "granted_at" : "revoked_at"));
    if (entry.granted()) {
      columns.addAll(shape.standing("revoked_at", "expires_at"));
    }
    Sql.update(
        connection,
        "update customer_consents set "
            + String.join(" = ?, ", columns)
            + " = ? where customer_id = ? and consent_type in "
            + Chunks.marks(words.size()),
        statement -> {
          int at = 1;
          for (String column : columns) {
            set(statement, at++, column, entry, null);
          }
          bindWords(statement, entry, words, at);
        });
  }

  /** The columns of a row that is made for an entry. */
  private List<String> inserted(Entry entry) {
    Set<String> columns =
        new LinkedHashSet<>(
            shape.standing("customer_id", "consent_type", "is_granted", "expires_at"));
    columns.addAll(shape.standing(entry.granted() ? "granted_at" : "revoked_at"));
    columns.addAll(shape.timesToEmpty());
    if (shape.fitting("source", entry.source()) != null) {
      columns.add("source");
    }
    return List.copyOf(columns);
  }

  private void insert(Entry entry, String word, List<String> columns) throws SQLException {
    Sql.update(
        connection,
        "insert into customer_consents ("
            + String.join(", ", columns)
            + ") values "
            + Chunks.marks(columns.size())
            // A row that came after this transaction began to read is not seen above.
            + " on duplicate key update is_granted = values(is_granted)",
        statement -> {
          int at = 1;
          for (String column : columns) {
            set(statement, at++, column, entry, word);
          }
        });
  }

  private void set(PreparedStatement statement, int at, String column, Entry entry, String word)
      throws SQLException {
    switch (column) {
      case "customer_id" -> statement.setLong(at, entry.customerId());
      case "consent_type" -> statement.setString(at, word);
      case "is_granted" -> statement.setBoolean(at, entry.granted());
      case "source" -> statement.setString(at, shape.fitting("source", entry.source()));
      default -> statement.setString(at, shape.time(column, entry, zone));
    }
  }

  /** Without this the adoption would take our own write for a change by the host. */
  private void adopted(List<HostConsent> rows, Entry entry, Instant now) throws SQLException {
    for (HostConsent row : rows) {
      Sql.update(
          connection,
          "insert into c360_consent_adopted (host_table, host_id, fingerprint, outcome,"
              + " customer_id, record_id, adopted_at) values (?, ?, ?, 'mirror', ?, ?, ?)"
              + " on duplicate key update fingerprint = values(fingerprint),"
              + " outcome = values(outcome), record_id = values(record_id),"
              + " adopted_at = values(adopted_at)",
          statement -> {
            statement.setString(1, TABLE);
            statement.setLong(2, row.id());
            statement.setBytes(3, row.fingerprint().bytes());
            statement.setLong(4, row.customerId());
            statement.setString(5, entry.recordId());
            statement.setString(6, UtcTimes.toSql(now));
          });
    }
  }
}
