package com.chronotech.customer360.schema.adopt;

import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.KEPT;
import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.NOT_AVAILABLE;
import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.STANDS;

import com.chronotech.customer360.schema.shape.DatabaseShape;
import com.chronotech.customer360.schema.shape.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Looks at the host's own tables: which stand, under which name, and what is odd in them. */
final class HostSurvey {
  /** Each under the names it is known by, the newer first. */
  private static final List<List<String>> TABLES =
      List.of(
          List.of("users"),
          List.of("work_orders"),
          List.of("invoices"),
          List.of("invoice_payments"),
          List.of("quotes"),
          List.of("appointments"),
          List.of("vehicles", "customer_vehicles"),
          List.of("customer_documents"),
          List.of("customer_contacts", "contacts"),
          List.of("customer_addresses", "addresses"),
          List.of("customer_activities"),
          List.of("customer_consent_history"),
          List.of("customer_document_access_log"),
          List.of("customer_finances"),
          List.of("customer_payment_methods"),
          List.of("customer_balance_history"),
          List.of("vehicle_maintenance_plans"),
          List.of("vehicle_warranties"));

  /** Columns that some hosts lack, and what then is not shown. */
  private static final Map<String, List<String>> OPTIONAL =
      Map.of(
          "customers",
          List.of("province", "mobile", "customer_type"),
          "work_orders",
          List.of("customer_id", "vehicle_id"),
          "vehicles",
          List.of("mileage", "color", "fuel_type", "department"));

  private static final List<String> MAYBE_EMPTY =
      List.of("company", "email", "phone", "mobile", "province", "city", "postal_code", "notes");

  /**
   * Other hosts' names for a consent, and the brief's name where there is one: what the consents'
   * own adoption takes over.
   */
  private static final Map<String, String> CONSENTS =
      Map.of(
          "email_marketing", "marketing_email",
          "newsletter", "marketing_email",
          "sms_marketing", "marketing_sms");

  private static final List<String> KNOWN_CONSENTS =
      List.of(
          "marketing_email",
          "marketing_sms",
          "analytics",
          "profiling",
          "data_sharing",
          "service_notifications");

  private final Queries queries;
  private final DatabaseShape shape;
  private final Sentences report;

  HostSurvey(Queries queries, DatabaseShape shape, Sentences report) {
    this.queries = queries;
    this.shape = shape;
    this.report = report;
  }

  /** Writes the lines. */
  void survey() throws SQLException {
    for (List<String> names : TABLES) {
      table(names);
    }
    for (String name : List.of("customers", "work_orders", "vehicles")) {
      shape.table(name).ifPresent(this::optionalColumns);
    }
    if (shape.stands("work_orders", "id", "customer_id")) {
      ownerless();
    }
    if (shape.table("customers").isPresent()) {
      emptyTexts(shape.table("customers").get());
    }
    if (shape.stands("customer_consents", "consent_type")) {
      consents();
    }
  }

  private void table(List<String> names) throws SQLException {
    for (String name : names) {
      if (shape.table(name).isPresent()) {
        report
            .about(name, "table")
            .rows(queries.number("select count(*) from " + name))
            .is(
                STANDS,
                name.equals("customer_activities") ? "host.second_timeline" : "host.stands");
        return;
      }
    }
    report
        .about(names.get(0), "table")
        .is(NOT_AVAILABLE, "host.missing", String.join(" / ", names));
  }

  private void optionalColumns(Table table) {
    for (String column : OPTIONAL.get(table.name())) {
      if (!table.has(column)) {
        report.about(table.name(), column).is(NOT_AVAILABLE, "host.column_missing");
      }
    }
  }

  private void ownerless() throws SQLException {
    long rows = queries.number("select count(*) from work_orders where customer_id is null");
    if (rows > 0) {
      report
          .about("work_orders", "customer_id NULL")
          .rows(rows)
          .is(KEPT, "work_order.no_customer", examples("work_orders", "customer_id is null"));
    }
  }

  private void emptyTexts(Table customers) throws SQLException {
    for (String column : MAYBE_EMPTY) {
      if (customers.has(column)) {
        long rows = queries.number("select count(*) from customers where " + column + " = ''");
        if (rows > 0) {
          report.about("customers", column + " ''").rows(rows).is(KEPT, "text.empty");
        }
      }
    }
  }

  private void consents() throws SQLException {
    Map<String, Long> names =
        queries.counts(
            "select consent_type, count(*) from customer_consents"
                + " group by consent_type order by 1");
    names.forEach(
        (name, rows) -> {
          if (name != null && !KNOWN_CONSENTS.contains(name)) {
            String meaning = CONSENTS.get(name);
            Sentences.Line line =
                report.about("customer_consents", "consent_type '" + name + "'").rows(rows);
            if (meaning == null) {
              line.is(KEPT, "consent.unmapped");
            } else {
              line.is(KEPT, "consent.mappable", meaning);
            }
          }
        });
  }

  private String examples(String table, String condition) throws SQLException {
    return String.join(
        ", ",
        queries
            .numbers("select id from " + table + " where " + condition + " order by id limit 5")
            .stream()
            .map(String::valueOf)
            .toList());
  }
}
