package com.chronotech.customer360.schema.adopt;

import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.ADDED;
import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.KEPT;
import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.NEEDS_ADMIN;

import com.chronotech.customer360.schema.shape.DatabaseShape;
import com.chronotech.customer360.schema.shape.Table;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The indexes by which a customer's rows are found in the host's own tables. Where none serves,
 * each page of a customer reads the whole table. They are offered, and added only when asked for:
 * the tables are the host's.
 */
final class HostIndexes {
  /** The column that leads to a customer's rows, by table. */
  private static final Map<String, String> COLUMNS = columns();

  /** A writer must not queue for long behind a change that waits for a table. */
  private static final int PATIENCE_SECONDS = 5;

  private final Queries queries;
  private final DatabaseShape shape;
  private final Sentences report;

  HostIndexes(Queries queries, DatabaseShape shape, Sentences report) {
    this.queries = queries;
    this.shape = shape;
    this.report = report;
  }

  private static Map<String, String> columns() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String table :
        List.of(
            "work_orders",
            "invoices",
            "quotes",
            "appointments",
            "vehicles",
            "customer_vehicles",
            "satisfaction_surveys",
            "customer_satisfaction")) {
      all.put(table, "customer_id");
    }
    all.put("invoice_payments", "invoice_id");
    all.put("vehicle_maintenance_plans", "vehicle_id");
    return all;
  }

  @FunctionalInterface
  private interface Missing {
    void found(Table table, String column) throws SQLException;
  }

  /** Tells which are missing, with the statement that adds each. */
  void survey() throws SQLException {
    forEach(
        (table, column) -> line(table, column).is(KEPT, "index.offered", statement(table, column)));
  }

  /**
   * Adds those that are missing.
   *
   * @param mostRows tables of more rows are left
   */
  void add(long mostRows) throws SQLException {
    forEach(
        (table, column) -> {
          String statement = statement(table, column);
          if (mostRows < Long.MAX_VALUE && queries.countUpTo(table.name(), mostRows) > mostRows) {
            line(table, column).is(NEEDS_ADMIN, "index.large", mostRows, statement);
            return;
          }
          queries.connection().rollback();
          queries.execute("set session lock_wait_timeout = " + PATIENCE_SECONDS);
          try {
            queries.execute(statement);
            line(table, column).is(ADDED, "index.host_added", statement);
          } catch (SQLException e) {
            // A lock not given, or an engine that cannot: the next index may still be added.
            line(table, column).is(NEEDS_ADMIN, "index.refused", e.getMessage(), statement);
          }
        });
  }

  private void forEach(Missing missing) throws SQLException {
    for (Map.Entry<String, String> needed : COLUMNS.entrySet()) {
      Table table = shape.table(needed.getKey()).orElse(null);
      String column = needed.getValue();
      if (table != null && table.has(column) && !table.indexedBy(column)) {
        missing.found(table, column);
      }
    }
  }

  private Sentences.Line line(Table table, String column) {
    return report.about(table.name(), "index " + column);
  }

  private static String statement(Table table, String column) {
    return "ALTER TABLE `"
        + table.name()
        + "` ADD INDEX `c360_"
        + column
        + "` (`"
        + column
        + "`), ALGORITHM=INPLACE, LOCK=NONE";
  }
}
