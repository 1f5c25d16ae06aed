package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.RecordField;
import com.chronotech.customer360.host.RecordKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the fields of a kind of record stand at this host.
 *
 * @param kind the kind
 * @param table the host's table
 * @param columns the host's columns by canonical field; fields without one are absent
 * @param splitName whether the name stands as a first and a last name
 */
record RecordShape(
    RecordKind kind, HostTable table, Map<String, HostColumn> columns, boolean splitName) {
  static final String NAME = "name";
  static final String FIRST_NAME = "first_name";
  static final String LAST_NAME = "last_name";

  private static final Map<RecordKind, List<String>> TABLES =
      Map.of(
          RecordKind.CONTACT, List.of("customer_contacts", "contacts"),
          RecordKind.ADDRESS, List.of("customer_addresses", "addresses"),
          RecordKind.VEHICLE, List.of("vehicles", "customer_vehicles"));

  private static final List<String> NEEDED = List.of("id", "customer_id");

  /** What hosts call a field, where that is not its canonical name alone. */
  private static final Map<String, List<String>> OTHER_NAMES =
      Map.of(
          "label",
          List.of("label", "name"),
          "latitude",
          List.of("latitude", "lat"),
          "longitude",
          List.of("longitude", "lng"),
          "license_plate",
          List.of("license_plate", "plate"),
          RecordKind.IS_PRIMARY,
          List.of(RecordKind.IS_PRIMARY, "is_default"));

  /** The first of a kind's tables that identifies its rows; empty when none does. */
  static Optional<RecordShape> of(RecordKind kind, HostShape shape) {
    return standing(kind, shape)
        .filter(table -> NEEDED.stream().allMatch(table::has))
        .findFirst()
        .map(table -> of(kind, table));
  }

  static Availability availability(RecordKind kind, HostShape shape) {
    if (of(kind, shape).isPresent()) {
      return Availability.YES;
    }
    return standing(kind, shape)
        .findFirst()
        .map(
            table ->
                Availability.no(
                    NEEDED.stream()
                        .filter(column -> !table.has(column))
                        .collect(Collectors.joining(", ", "column_missing: ", ""))))
        .orElse(Availability.no("table_missing"));
  }

  private static Stream<HostTable> standing(RecordKind kind, HostShape shape) {
    return TABLES.get(kind).stream().flatMap(name -> shape.table(name).stream());
  }

  private static RecordShape of(RecordKind kind, HostTable table) {
    Map<String, HostColumn> columns = new LinkedHashMap<>();
    for (RecordField field : kind.fields()) {
      String column = table.first(OTHER_NAMES.getOrDefault(field.name(), List.of(field.name())));
      if (column != null && !field.name().endsWith("_e164")) {
        columns.put(field.name(), table.columns().get(column));
      }
    }
    boolean split =
        kind == RecordKind.CONTACT
            && !columns.containsKey(NAME)
            && table.has(FIRST_NAME)
            && table.has(LAST_NAME);
    return new RecordShape(kind, table, columns, split);
  }

  /** The columns to read. */
  List<String> read() {
    List<String> all = new ArrayList<>(NEEDED);
    columns.values().forEach(column -> all.add(column.name()));
    if (splitName) {
      all.addAll(List.of(FIRST_NAME, LAST_NAME));
    }
    all.addAll(List.of("created_at", "updated_at"));
    return all;
  }

  /** Whether the host itself has a place for a field. */
  boolean holds(String field) {
    return columns.containsKey(field) || (splitName && field.equals(NAME));
  }

  /** What the host says of a field, as text; null when nothing. */
  String hostText(HostRow row, String field) {
    if (splitName && field.equals(NAME)) {
      String joined =
          Stream.of(FIRST_NAME, LAST_NAME)
              .map(row::text)
              .filter(part -> part != null)
              .map(String::strip)
              .collect(Collectors.joining(" "));
      return joined.isEmpty() ? null : joined;
    }
    HostColumn column = columns.get(field);
    return column == null ? null : row.text(column.name());
  }

  /** The canonical field of a host's column; the column itself when it is none. */
  String fieldOf(String column) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getValue().name().equals(column))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(splitName && List.of(FIRST_NAME, LAST_NAME).contains(column) ? NAME : column);
  }

  /** The host's own flag of the primary one; null when it has none. */
  HostColumn flag() {
    return columns.get(RecordKind.IS_PRIMARY);
  }

  /** Whether a row carries the host's own flag. */
  boolean flagged(HostRow row) {
    return flag() != null && Boolean.TRUE.equals(Words.flag(row.text(flag().name())));
  }

  /** The condition under which a row of the alias {@code t} carries the flag. */
  String flaggedCondition() {
    if (flag() == null) {
      return "1 = 0";
    }
    String column = "t.`" + flag().name() + "`";
    return flag().holdsText() || flag().holdsWords()
        ? column + " in ('1', 'true', 'yes', 'oui', 'y', 'o', 't')"
        : column + " <> 0";
  }
}
