package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostRefusal;
import com.chronotech.customer360.host.HostRefusal.Reason;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Changes records, within a transaction that was begun and with the customer locked. */
final class RecordWriter {
  private static final List<String> TIMES = List.of("created_at", "updated_at");

  private final Sql sql;
  private final RecordReader reader;
  private final RecordExtras beside;
  private final PrimaryPointers primaries;
  private final Clock clock;
  private final ZoneId zone;

  RecordWriter(Sql sql, RecordReader reader, Clock clock, ZoneId zone) {
    this.sql = sql;
    this.reader = reader;
    this.beside = new RecordExtras(sql);
    this.primaries = new PrimaryPointers(sql);
    this.clock = clock;
    this.zone = zone;
  }

  /** Locks a record with what is kept beside it; empty when the customer has none such. */
  Optional<HostRow> lock(RecordShape records, long customerId, long id) {
    beside.lock(records, id, customerId);
    if (records.kind().hasPrimary()) {
      primaries.lock(records.kind(), customerId);
    }
    return reader.locked(records, customerId, id);
  }

  long insert(RecordShape records, long customerId, Map<String, Object> given) {
    Instant now = clock.instant();
    Map<String, Object> fields = new LinkedHashMap<>(given);
    boolean primary = Boolean.TRUE.equals(fields.remove(RecordKind.IS_PRIMARY));
    RecordPlan plan = new RecordPlan(records, Extras.of(null), true);
    fields.forEach((field, value) -> plan.put(field, value, null));
    plan.column("customer_id", customerId);
    flag(records, plan, primary);
    TIMES.forEach(column -> time(records, plan, column, now));
    fillRequired(records, plan, now);
    long id = Refusals.explaining(records::fieldOf, () -> insertRow(records, plan));
    note(records, plan, id);
    beside.begin(records.kind(), id, customerId, plan.extras(), now);
    if (primary) {
      primaries.set(records, customerId, id);
    }
    return id;
  }

  void update(RecordShape records, long customerId, HostRow row, Map<String, Object> given) {
    Instant now = clock.instant();
    Map<String, Object> fields = new LinkedHashMap<>(given);
    boolean toldPrimary = fields.containsKey(RecordKind.IS_PRIMARY);
    boolean primary = Boolean.TRUE.equals(fields.remove(RecordKind.IS_PRIMARY));
    RecordPlan plan = new RecordPlan(records, RecordReader.extras(row), false);
    fields.forEach((field, value) -> plan.put(field, value, records.hostText(row, field)));
    if (toldPrimary) {
      flag(records, plan, primary);
    }
    time(records, plan, "updated_at", now);
    if (!plan.columns().isEmpty()) {
      Refusals.explaining(records::fieldOf, () -> updateRow(records, plan, row.id()));
    }
    note(records, plan, row.id());
    beside.change(records.kind(), row.id(), plan.extras(), now);
    if (toldPrimary && primary) {
      primaries.set(records, customerId, row.id());
    } else if (toldPrimary) {
      primaries.giveUp(records.kind(), customerId, row.id());
    }
  }

  boolean delete(RecordShape records, long customerId, long id) {
    int gone =
        Refusals.explaining(
            records::fieldOf,
            () ->
                sql.update(
                    "delete from `" + records.table().name() + "` where id = ? and customer_id = ?",
                    statement -> {
                      statement.setLong(1, id);
                      statement.setLong(2, customerId);
                    }));
    if (gone == 0) {
      return false;
    }
    beside.forget(records.kind(), id);
    if (records.kind().hasPrimary()) {
      primaries.giveUp(records.kind(), customerId, id);
    }
    return true;
  }

  private static void flag(RecordShape records, RecordPlan plan, boolean primary) {
    if (records.flag() != null) {
      Fitted fitted = Fitting.of(records.flag(), primary);
      if (fitted.storable()) {
        plan.column(records.flag().name(), fitted.stored());
      }
    }
  }

  /** The server's own default would be in the session's zone, which is not the shop's. */
  private void time(RecordShape records, RecordPlan plan, String column, Instant now) {
    if (records.table().holdsTime(column)) {
      plan.column(column, HostTimes.text(records.table().columns().get(column), now, zone));
    }
  }

  /** What the host insists on and nobody gave: its own screens write empty texts there. */
  private void fillRequired(RecordShape records, RecordPlan plan, Instant now) {
    for (HostColumn column : records.table().columns().values()) {
      if (!column.nullable()
          && !column.hasDefault()
          && !plan.columns().containsKey(column.name())) {
        if (column.holdsText()) {
          plan.column(column.name(), "");
        } else if (records.table().holdsTime(column.name())) {
          plan.column(column.name(), HostTimes.text(column, now, zone));
        } else if (column.type().equals("tinyint")) {
          plan.column(column.name(), 0L);
        }
      }
    }
  }

  /** Notes what the host's columns say where they do not say all. */
  private void note(RecordShape records, RecordPlan plan, long id) {
    if (!plan.beside().isEmpty()) {
      HostRow row =
          reader
              .row(records, id)
              .orElseThrow(
                  () ->
                      new HostRefusal(
                          Reason.HOST_RULE, null, "the host took the row away at once", null));
      plan.beside().forEach(field -> plan.extras().beside(field, records.hostText(row, field)));
    }
  }

  private long insertRow(RecordShape records, RecordPlan plan) {
    String names =
        plan.columns().keySet().stream()
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    String values =
        plan.columns().keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
    return sql.with(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "insert into `"
                      + records.table().name()
                      + "` ("
                      + names
                      + ") values ("
                      + values
                      + ")",
                  Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, new ArrayList<>(plan.columns().values()));
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
              if (!keys.next()) {
                throw new SQLException("the host's table does not number its rows");
              }
              return keys.getLong(1);
            }
          }
        });
  }

  private int updateRow(RecordShape records, RecordPlan plan, long id) {
    String sets =
        plan.columns().keySet().stream()
            .map(name -> "`" + name + "` = ?")
            .collect(Collectors.joining(", "));
    List<Object> values = new ArrayList<>(plan.columns().values());
    values.add(id);
    return sql.update(
        "update `" + records.table().name() + "` set " + sets + " where id = ?",
        statement -> bind(statement, values));
  }

  private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    int at = 1;
    for (Object value : values) {
      statement.setObject(at++, value);
    }
  }
}
