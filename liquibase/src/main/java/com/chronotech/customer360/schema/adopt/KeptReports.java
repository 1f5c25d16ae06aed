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
import java.util.Set;
import java.util.stream.Collectors;

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
    if (report.entries().isEmpty()
        || (!report.changesAnything() && findings(report).equals(findings(last(connection))))) {
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

  /** Keeps only what a run changed; nothing when it changed nothing. */
  static void keepChanges(Connection connection, AdoptionReport report) throws SQLException {
    if (report.changesAnything()) {
      keep(connection, new AdoptionReport(report.at(), withChanges(report)));
    }
  }

  /**
   * A report that also tells what was changed just before it, when that stands alone in the kept
   * ones: the structure goes first at a start, and the survey of the rows finds it in place.
   */
  static AdoptionReport withChangesBefore(Connection connection, AdoptionReport report)
      throws SQLException {
    AdoptionReport before = run(connection, "select max(run_at) from c360_adoption_entry");
    return before.entries().stream().allMatch(KeptReports::change)
        ? together(before, report)
        : report;
  }

  /** What the last run that changed something did, with what the last run found. */
  static AdoptionReport last(Connection connection) throws SQLException {
    AdoptionReport latest = run(connection, "select max(run_at) from c360_adoption_entry");
    if (latest.changesAnything()) {
      AdoptionReport found =
          run(
              connection,
              "select max(run_at) from c360_adoption_entry where outcome"
                  + " not in ('ADDED', 'MAPPED')");
      return found.at() == null || found.at().equals(latest.at())
          ? latest
          : together(latest, withoutChanges(found));
    }
    return together(
        run(
            connection,
            "select max(run_at) from c360_adoption_entry where outcome in ('ADDED', 'MAPPED')"),
        latest);
  }

  /** Changes of one report before all of another, which may call the same things standing. */
  private static AdoptionReport together(AdoptionReport changes, AdoptionReport report) {
    List<Entry> entries = new ArrayList<>(withChanges(changes));
    Set<List<String>> told =
        entries.stream()
            .map(entry -> List.of(entry.table(), entry.item()))
            .collect(Collectors.toSet());
    report.entries().stream()
        .filter(
            entry ->
                entry.outcome() != Outcome.STANDS
                    || !told.contains(List.of(entry.table(), entry.item())))
        .forEach(entries::add);
    Instant at = report.at() == null || report.entries().isEmpty() ? changes.at() : report.at();
    return new AdoptionReport(at, entries);
  }

  private static List<Entry> withChanges(AdoptionReport report) {
    return report.entries().stream().filter(KeptReports::change).toList();
  }

  private static AdoptionReport withoutChanges(AdoptionReport report) {
    return new AdoptionReport(
        report.at(), report.entries().stream().filter(entry -> !change(entry)).toList());
  }

  private static boolean change(Entry entry) {
    return entry.outcome() == Outcome.ADDED || entry.outcome() == Outcome.MAPPED;
  }

  /** The run at the instant that a query answers; empty when there is none. */
  private static AdoptionReport run(Connection connection, String instant) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select run_at, table_name, item, outcome, row_count, detail"
                    + " from c360_adoption_entry where run_at = ("
                    + instant
                    + ") order by id");
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
