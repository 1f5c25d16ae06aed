package com.chronotech.customer360.schema.adopt;

import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.ADDED;
import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.MAPPED;
import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.NEEDS_ADMIN;
import static com.chronotech.customer360.platform.schema.AdoptionReport.Outcome.STANDS;

import com.chronotech.customer360.schema.shape.Column;
import com.chronotech.customer360.schema.shape.DatabaseShape;
import com.chronotech.customer360.schema.shape.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Compares what stands with what is needed: tables, columns, indexes, and the timeline's form. */
final class StructureSurvey {
  private static final long INT_CEILING = 2_147_483_647L;

  private final Queries queries;
  private final DatabaseShape shape;
  private final AdoptionSettings settings;
  private final Sentences report;

  StructureSurvey(
      Queries queries, DatabaseShape shape, AdoptionSettings settings, Sentences report) {
    this.queries = queries;
    this.shape = shape;
    this.settings = settings;
    this.report = report;
  }

  /** Writes the lines; answers the conversion to carry out, if one is needed and may be. */
  Optional<ActivityConversion> survey(boolean allowCopy) throws SQLException {
    for (String name : Needs.COLUMNS.keySet()) {
      Optional<Table> table = shape.table(name);
      if (table.isPresent()) {
        columns(table.get());
      } else if (name.equals("customers")) {
        report.about(name, "table").is(NEEDS_ADMIN, "table.customers_missing");
      } else {
        report.about(name, "table").is(ADDED, "table.created");
      }
    }
    Optional<ActivityConversion> conversion = Optional.empty();
    Optional<Table> activity = shape.table(Needs.ACTIVITY);
    if (activity.isPresent()) {
      indexes(activity.get());
      identifiers(activity.get());
      conversion = conversion(activity.get(), allowCopy);
    }
    ownTables();
    return conversion;
  }

  private void columns(Table table) {
    report.about(table.name(), "table").is(STANDS, "table.stands", table.columns().size());
    for (String column : Needs.COLUMNS.get(table.name())) {
      if (!table.has(column)) {
        report.about(table.name(), column).is(ADDED, "column.added");
      }
    }
  }

  private void indexes(Table activity) {
    Needs.INDEXES.forEach(
        (name, columns) -> {
          if (!activity.indexed(columns) && !activity.indexes().containsKey(name)) {
            report
                .about(activity.name(), "index " + name)
                .is(ADDED, "index.added", String.join(", ", columns));
          }
        });
  }

  private void identifiers(Table activity) throws SQLException {
    Column id = activity.columns().get("id");
    if (id != null && id.dataType().equals("int")) {
      long greatest = queries.number("select coalesce(max(id), 0) from customer_activity");
      boolean near = greatest > INT_CEILING / 2;
      report
          .about(activity.name(), "id")
          .rows(greatest)
          .is(near ? NEEDS_ADMIN : STANDS, near ? "id.near_ceiling" : "id.int", INT_CEILING);
    }
  }

  private Optional<ActivityConversion> conversion(Table activity, boolean allowCopy)
      throws SQLException {
    ActivityConversion conversion = ActivityConversion.of(activity);
    if (!conversion.needed()) {
      return Optional.empty();
    }
    boolean copies =
        allowCopy
            || queries.countUpTo(activity.name(), settings.copyLimit()) <= settings.copyLimit();
    long outOfRange = conversion.shiftsTimes() ? ActivityConversion.datesOutOfRange(queries) : 0;
    if (outOfRange > 0) {
      report
          .about(activity.name(), "created_at")
          .rows(outOfRange)
          .is(NEEDS_ADMIN, "created_at.out_of_range");
      return Optional.empty();
    }
    if (conversion.time() != null) {
      if (conversion.shiftsTimes() || conversion.time().fractionDigits() < 6) {
        String key = conversion.shiftsTimes() ? "created_at.shifted" : "created_at.micros";
        line(activity, "created_at", copies, key, conversion.time().columnType());
      }
      if (conversion.time().rewrittenOnUpdate()) {
        line(activity, "created_at ON UPDATE", copies, "created_at.rewritten", "");
      }
      long dateless = ActivityConversion.withoutDate(queries);
      if (dateless > 0 && copies) {
        report.about(activity.name(), "created_at NULL").rows(dateless).is(MAPPED, "date.missing");
      }
    }
    if (!conversion.texts().isEmpty()) {
      List<String> names = conversion.texts().stream().map(Column::name).toList();
      line(activity, "utf8mb4", copies, "charset.widened", String.join(", ", names));
    }
    if (conversion.type() != null) {
      line(activity, "activity_type", copies, "type.widened", conversion.type().columnType());
    }
    if (conversion.engine() != null) {
      line(activity, "engine", copies, "engine.innodb", conversion.engine());
    }
    return copies ? Optional.of(conversion) : Optional.empty();
  }

  private void line(Table table, String item, boolean copies, String key, String before) {
    if (copies) {
      report.about(table.name(), item).is(MAPPED, key, before, settings.zone().getId());
    } else {
      report
          .about(table.name(), item)
          .is(NEEDS_ADMIN, key + ".admin", before, settings.zone().getId(), settings.copyLimit());
    }
  }

  private void ownTables() {
    for (String name : Needs.OWN_TABLES) {
      if (shape.table(name).isPresent()) {
        report.about(name, "table").is(STANDS, "table.own");
      } else {
        report.about(name, "table").is(ADDED, "table.created");
      }
    }
  }
}
