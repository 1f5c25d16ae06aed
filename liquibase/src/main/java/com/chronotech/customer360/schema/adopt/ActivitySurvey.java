package com.chronotech.customer360.schema.adopt;

import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.KEPT;
import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.MAPPED;
import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.NEEDS_ADMIN;

import com.chronotech.customer360.schema.shape.DatabaseShape;
import com.chronotech.customer360.schema.shape.Table;
import com.chronotech.customer360.timeline.LegacyTypes;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks at the rows that a host's {@code customer_activity} holds. Reads only, locks nothing. */
final class ActivitySurvey {
  private static final int EXAMPLES = 5;

  private final Queries queries;
  private final DatabaseShape shape;
  private final Sentences report;

  ActivitySurvey(Queries queries, DatabaseShape shape, Sentences report) {
    this.queries = queries;
    this.shape = shape;
    this.report = report;
  }

  /**
   * Writes the lines; answers the host's words for types that are to be mapped.
   *
   * @param typesFit whether the column of types takes the thirteen, now or after the conversion
   */
  Map<String, Long> survey(boolean typesFit) throws SQLException {
    Table activity = shape.table(Needs.ACTIVITY).orElse(null);
    if (activity == null || !activity.has("activity_type")) {
      return Map.of();
    }
    Map<String, Long> words = types(typesFit);
    if (activity.has("metadata")) {
      metadata(typesFit);
    }
    if (activity.has("reference_table") && activity.has("reference_id")) {
      references();
    }
    owners();
    if (activity.has("actor_id") && shape.stands("users", "id")) {
      kept(
          "actor_id",
          "actor_id is not null and not exists (select 1 from users where users.id = actor_id)",
          "actor.unknown");
    }
    kept("title", "title is null or title = ''", "title.empty");
    return words;
  }

  private Map<String, Long> types(boolean fit) throws SQLException {
    Map<String, Long> words = new TypeMapping(queries).foreignWords(0);
    words.forEach(
        (word, rows) -> {
          Sentences.Line line =
              report
                  .about(Needs.ACTIVITY, "activity_type " + (word == null ? "NULL" : quote(word)))
                  .rows(rows);
          String known = LegacyTypes.map(word).isPresent() ? "type.mapped" : "type.unknown";
          line.is(fit ? MAPPED : NEEDS_ADMIN, known, TypeMapping.meaning(word).code());
        });
    return fit ? words : Map.of();
  }

  private void metadata(boolean fit) throws SQLException {
    String notJson = "metadata is not null and not " + TypeMapping.JSON_OBJECT;
    kept("metadata", notJson + " and not " + TypeMapping.FOREIGN, "metadata.not_json");
    long wrapped =
        queries.number(
            "select count(*) from customer_activity where "
                + notJson
                + " and "
                + TypeMapping.FOREIGN);
    if (wrapped > 0 && fit) {
      report.about(Needs.ACTIVITY, "metadata raw").rows(wrapped).is(MAPPED, "metadata.wrapped");
    }
  }

  private void references() throws SQLException {
    Map<String, Long> tables =
        queries.counts(
            "select reference_table, count(*) from customer_activity"
                + " where reference_table is not null and reference_table <> ''"
                + " group by reference_table order by 1");
    for (Map.Entry<String, Long> table : tables.entrySet()) {
      String name = table.getKey().toLowerCase(Locale.ROOT);
      if (!shape.stands(name, "id")) {
        report
            .about(Needs.ACTIVITY, "reference_table " + quote(table.getKey()))
            .rows(table.getValue())
            .is(KEPT, "reference.unknown_table");
      } else {
        gone(name);
      }
    }
    kept(
        "reference_id",
        "reference_id is not null and coalesce(reference_table, '') = ''",
        "reference.without_table");
    kept(
        "reference_table",
        "reference_id is null and coalesce(reference_table, '') <> ''",
        "reference.without_id");
  }

  private void gone(String table) throws SQLException {
    // The name comes from the shape of the database, so it is a table's and needs no escaping but
    // the quotes.
    String condition =
        "reference_table = '"
            + table.replace("'", "''")
            + "' and reference_id is not null and not exists (select 1 from `"
            + table.replace("`", "``")
            + "` found where found.id = reference_id)";
    kept("reference_id " + quote(table), condition, "reference.gone");
  }

  private void owners() throws SQLException {
    if (shape.stands("customers", "id")) {
      kept(
          "customer_id",
          "not exists (select 1 from customers where customers.id = customer_id)",
          "customer.missing");
    }
  }

  private void kept(String item, String condition, String key) throws SQLException {
    long rows = queries.number("select count(*) from customer_activity where " + condition);
    if (rows > 0) {
      String examples =
          queries
              .numbers(
                  "select id from customer_activity where "
                      + condition
                      + " order by id limit "
                      + EXAMPLES)
              .stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      report.about(Needs.ACTIVITY, item).rows(rows).is(KEPT, key, examples);
    }
  }

  private static String quote(String word) {
    return "'" + word + "'";
  }
}
