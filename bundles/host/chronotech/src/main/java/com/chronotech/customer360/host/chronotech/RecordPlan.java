package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.FieldType;
import com.chronotech.customer360.host.RecordField;
import com.chronotech.customer360.host.RecordKind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What to write where: as much as the host's columns can hold in them, the rest beside them. Not
 * thread-safe.
 */
final class RecordPlan {
  private final RecordShape records;
  private final Extras extras;
  private final boolean adding;
  private final Map<String, Object> columns = new LinkedHashMap<>();
  private final Set<String> beside = new LinkedHashSet<>();

  /**
   * Begins a plan.
   *
   * @param extras what is kept beside the record so far; changed by the plan
   * @param adding whether the host's row is yet to be made
   */
  RecordPlan(RecordShape records, Extras extras, boolean adding) {
    this.records = records;
    this.extras = extras;
    this.adding = adding;
  }

  /**
   * Checks what was given.
   *
   * @throws IllegalArgumentException for a field that the kind does not have, or another type
   */
  static Map<String, Object> checked(RecordKind kind, Map<String, ?> fields) {
    Map<String, Object> checked = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          RecordField field =
              kind.field(name)
                  .orElseThrow(
                      () -> new IllegalArgumentException(kind.code() + " has no field " + name));
          checked.put(name, FieldText.checked(name, field.type(), value));
        });
    return checked;
  }

  /** Adds a field; {@code current} is what the host says of it now. */
  void put(String field, Object value, String current) {
    extras.forget(field);
    if (records.splitName() && field.equals(RecordShape.NAME)) {
      name((String) value, current);
      return;
    }
    HostColumn column = records.columns().get(field);
    if (column == null) {
      if (value != null) {
        extras.keep(field, FieldText.write(value));
      }
    } else if (value == null) {
      clear(field, column);
    } else {
      write(field, column, value, Fitting.of(column, value));
    }
  }

  private void write(String field, HostColumn column, Object value, Fitted fitted) {
    if (fitted.storable()) {
      columns.put(column.name(), fitted.stored());
    } else if (column.nullable()) {
      columns.put(column.name(), null);
    }
    if (!fitted.exact()) {
      keep(field, FieldText.write(value));
    }
  }

  private void clear(String field, HostColumn column) {
    if (column.nullable()) {
      columns.put(column.name(), null);
    } else if (column.holdsText()) {
      columns.put(column.name(), "");
    } else if (records.kind().field(field).map(RecordField::type).orElse(null) == FieldType.FLAG) {
      columns.put(column.name(), Fitting.of(column, false).stored());
    } else if (!adding) {
      // The host's column stays as it is, and this is what is known of it.
      keep(field, null);
    }
  }

  /** A name that the host keeps in two parts. One that is not changed is not divided anew. */
  private void name(String value, String current) {
    if (FieldText.same(value, current)) {
      return;
    }
    String whole = value == null ? "" : value.strip();
    int space = whole.lastIndexOf(' ');
    String first = space < 0 ? whole : whole.substring(0, space).strip();
    String last = space < 0 ? "" : whole.substring(space + 1);
    boolean firstWhole = part(RecordShape.FIRST_NAME, first);
    boolean lastWhole = part(RecordShape.LAST_NAME, last);
    boolean exact = firstWhole && lastWhole;
    if (value != null && !(exact && (first + " " + last).strip().equals(value))) {
      keep(RecordShape.NAME, value);
    }
  }

  private boolean part(String name, String value) {
    HostColumn column = records.table().columns().get(name);
    if (value.isEmpty()) {
      columns.put(name, column.nullable() ? null : "");
      return true;
    }
    Fitted fitted = Fitting.of(column, value);
    columns.put(name, fitted.stored());
    return fitted.exact();
  }

  private void keep(String field, String value) {
    extras.keep(field, value);
    beside.add(field);
  }

  /** Adds a column that is no field. */
  void column(String name, Object stored) {
    columns.put(name, stored);
  }

  /** The host's columns to write, with what to write. */
  Map<String, Object> columns() {
    return columns;
  }

  /** The fields whose column does not say all: what it does say is to be noted. */
  Set<String> beside() {
    return beside;
  }

  /** What is to be kept beside the record. */
  Extras extras() {
    return extras;
  }
}
