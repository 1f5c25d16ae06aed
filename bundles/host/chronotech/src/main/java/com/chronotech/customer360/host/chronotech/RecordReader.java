package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.RecordField;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads records: the host's rows together with what is kept beside them. */
final class RecordReader {
  private static final String EXTRA = "c360_extra";
  private static final String VERSION = "c360_version";
  private static final String CHANGED = "c360_changed";
  private static final String POINTER = "c360_pointer";

  private final HostShape shape;
  private final HostRows rows;

  RecordReader(HostShape shape, HostRows rows) {
    this.shape = shape;
    this.rows = rows;
  }

  List<HostRecord> list(RecordShape records, long customerId) {
    return lists(records, List.of(customerId)).getOrDefault(customerId, List.of());
  }

  /** By customer, in one statement for so many. */
  Map<Long, List<HostRecord>> lists(RecordShape records, Collection<Long> customerIds) {
    Map<Long, List<HostRow>> rowsOf =
        RowsById.chunks(
                new TreeSet<>(customerIds),
                some ->
                    read(
                        records,
                        "where " + RowsById.in("t.customer_id", some.size()) + " order by t.id",
                        statement -> RowsById.bind(statement, some)))
            .stream()
            .collect(Collectors.groupingBy(row -> row.number("customer_id")));
    Map<Long, List<HostRecord>> all = new HashMap<>();
    rowsOf.forEach(
        (customer, found) -> {
          long primary = primary(records, found);
          all.put(customer, found.stream().map(row -> told(records, row, primary)).toList());
        });
    return all;
  }

  Optional<HostRecord> find(RecordShape records, long customerId, long id) {
    List<HostRow> found = rivals(records, customerId, id);
    long primary = primary(records, found);
    return found.stream()
        .filter(row -> row.id() == id)
        .map(row -> told(records, row, primary))
        .findFirst();
  }

  /**
   * A record's row as it stands now, locked together with what is kept beside it. Both must be
   * there already: rows are locked by their keys alone, and nothing between rows.
   */
  Optional<HostRow> locked(RecordShape records, long customerId, long id) {
    return read(
            records,
            "where t.id = ? and t.customer_id = ? for update",
            statement -> {
              statement.setLong(1, id);
              statement.setLong(2, customerId);
            })
        .stream()
        .findFirst();
  }

  /** What a locked row says. */
  HostRecord record(RecordShape records, HostRow row, long customerId) {
    List<HostRow> all = new ArrayList<>(List.of(row));
    if (records.flagged(row) && pointer(row) != row.id()) {
      rivals(records, customerId, row.id()).stream()
          .filter(other -> other.id() != row.id())
          .forEach(all::add);
    }
    return told(records, row, primary(records, all));
  }

  /** A record's row and those that may be primary in its place. */
  private List<HostRow> rivals(RecordShape records, long customerId, long id) {
    boolean others = records.kind().hasPrimary();
    String pointed = others && pointers() ? " or t.id = p.record_id" : "";
    String flagged = others ? " or " + records.flaggedCondition() : "";
    return read(
        records,
        "where t.customer_id = ? and (t.id = ?" + flagged + pointed + ")",
        statement -> {
          statement.setLong(1, customerId);
          statement.setLong(2, id);
        });
  }

  /** The host's columns of a row, as this transaction sees them now. */
  Optional<HostRow> row(RecordShape records, long id) {
    return rows
        .read(
            records.table(),
            records.read(),
            Map.of(),
            "where t.id = ?",
            statement -> statement.setLong(1, id))
        .stream()
        .findFirst();
  }

  private List<HostRow> read(RecordShape records, String rest, Sql.Binder binder) {
    String kind = "'" + records.kind().code() + "'";
    Map<String, String> more = new LinkedHashMap<>();
    StringBuilder joins = new StringBuilder();
    if (shape.table(RecordExtras.TABLE).isPresent()) {
      more.put(EXTRA, "e.extra");
      more.put(VERSION, "e.version");
      more.put(CHANGED, "cast(e.updated_at as char)");
      // A row of another customer's tells of a record that is gone, whose number came again.
      joins
          .append("left join " + RecordExtras.TABLE + " e on e.kind = ")
          .append(kind)
          .append(" and e.record_id = t.id and e.customer_id = t.customer_id ");
    }
    if (records.kind().hasPrimary() && pointers()) {
      more.put(POINTER, "p.record_id");
      joins
          .append("left join " + PrimaryPointers.TABLE + " p on p.kind = ")
          .append(kind)
          .append(" and p.customer_id = t.customer_id ");
    }
    return rows.read(records.table(), records.read(), more, joins + rest, binder);
  }

  private boolean pointers() {
    return shape.table(PrimaryPointers.TABLE).isPresent();
  }

  private static long pointer(HostRow row) {
    Long id = row.number(POINTER);
    return id == null ? 0 : id;
  }

  /** The id of the primary one of a customer's rows; 0 when there is none. */
  private static long primary(RecordShape records, List<HostRow> all) {
    boolean hostTells = records.flag() != null;
    return all.stream()
        .filter(row -> row.id() == pointer(row))
        .filter(row -> !hostTells || records.flagged(row))
        .mapToLong(HostRow::id)
        .findFirst()
        .orElseGet(
            () -> all.stream().filter(records::flagged).mapToLong(HostRow::id).min().orElse(0));
  }

  private static HostRecord told(RecordShape records, HostRow row, long primary) {
    Extras extras = extras(row);
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordField field : records.kind().fields()) {
      fields.put(
          field.name(),
          field.name().equals(RecordKind.IS_PRIMARY)
              ? row.id() == primary
              : value(records, row, extras, field));
    }
    Long version = row.number(VERSION);
    return new HostRecord(
        records.kind(),
        row.id(),
        row.number("customer_id"),
        fields,
        row.time("created_at"),
        later(row.time("updated_at"), changed(row)),
        version == null ? 1 : version.intValue(),
        records.table().name());
  }

  /** What is kept beside a row that was read with it. */
  static Extras extras(HostRow row) {
    return Extras.of(row.text(EXTRA));
  }

  private static Object value(RecordShape records, HostRow row, Extras extras, RecordField field) {
    String name = field.name();
    Object host = FieldText.read(field.type(), records.hostText(row, name));
    if (!extras.has(name)) {
      return host;
    }
    boolean stands =
        !records.holds(name)
            || FieldText.same(host, FieldText.read(field.type(), extras.hostThen(name)));
    return stands ? FieldText.read(field.type(), extras.value(name)) : host;
  }

  private static Instant changed(HostRow row) {
    Instant at = UtcTimes.parse(row.text(CHANGED));
    // A row that only a lock has made tells of no change.
    return at == null || at.equals(RecordExtras.NEVER) ? null : at;
  }

  private static Instant later(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
