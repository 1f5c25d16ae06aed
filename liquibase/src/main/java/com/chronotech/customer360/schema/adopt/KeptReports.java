package com.chronotech.customer360.schema.adopt;

import com.chronotech.customer360.platform.schema.AdoptionReport;
import com.chronotech.customer360.platform.schema.AdoptionReport.Entry;
import com.chronotech.customer360.platform.schema.AdoptionReport.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Reports in {@code c360_adoption_entry}, each run by its instant. */
final class KeptReports {
  private static final DateTimeFormatter SQL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private KeptReports() {}

  /**
   * Keeps a report, unless it says that nothing changed and finds nothing that the last one did not
   * say: a repeated adoption leaves no trace.
   */
  static void keep(Connection connection, AdoptionReport report) throws SQLException {
    if (!report.changesAnything() && findings(report).equals(findings(last(connection)))) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into c360_adoption_entry"
                + " (run_at, table_name, item, outcome, row_count, detail)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      for (Entry entry : report.entries()) {
        insert.setString(1, SQL.format(report.at()));
        insert.setString(2, entry.table());
        insert.setString(3, entry.item());
        insert.setString(4, entry.outcome().name());
        insert.setLong(5, entry.rows());
        insert.setString(6, entry.detail());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The last report kept; empty when there is none. */
  static AdoptionReport last(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select run_at, table_name, item, outcome, row_count, detail"
                    + " from c360_adoption_entry"
                    + " where run_at = (select max(run_at) from c360_adoption_entry) order by id");
        ResultSet rows = select.executeQuery()) {
      Instant at = null;
      List<Entry> entries = new ArrayList<>();
      while (rows.next()) {
        at = rows.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        entries.add(
            new Entry(
                rows.getString(2),
                rows.getString(3),
                Outcome.valueOf(rows.getString(4)),
                rows.getLong(5),
                rows.getString(6)));
      }
      return new AdoptionReport(at, entries);
    }
  }

  private static List<Entry> findings(AdoptionReport report) {
    return report.entries().stream()
        .filter(entry -> entry.outcome() == Outcome.KEPT || entry.outcome() == Outcome.NEEDS_ADMIN)
        .toList();
  }
}
