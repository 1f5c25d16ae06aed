package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a kind of row stands in a table of this host: the columns to ask for, each with the place
 * where its answer is read, and what is lacking. Not thread-safe.
 */
final class SourceLayout {
  private static final int OWNER_PLACE = 1;
  private static final int ID_PLACE = 2;

  private final HostTable table;
  private final ZoneId zone;
  private final List<String> expressions = new ArrayList<>();
  private final List<String> lacking = new ArrayList<>();
  private final Map<String, Availability> missing = new LinkedHashMap<>();

  /**
   * Begins a layout.
   *
   * @param table the table; null when this host has none
   * @param owner the expression of whose a row is; the table is {@code t}
   */
  SourceLayout(HostTable table, ZoneId zone, String owner) {
    this.table = table;
    this.zone = zone;
    expressions.add(owner);
    expressions.add("t.id");
    needed("id");
  }

  /** Whose a row is. */
  static long owner(ResultSet row) throws SQLException {
    return row.getLong(OWNER_PLACE);
  }

  /** The id of a row. */
  static long id(ResultSet row) throws SQLException {
    return row.getLong(ID_PLACE);
  }

  /** The table; null when this host has none. */
  HostTable table() {
    return table;
  }

  /** Notes columns without which the rows tell nothing: of these, one is enough. */
  void needed(String... columns) {
    if (table != null && first(columns) == null) {
      lacking.add(columns[0]);
    }
  }

  /** A column that may be missing, by the name of the component that it fills. */
  Cell wanted(String component, String... columns) {
    Cell cell = cell(columns);
    if (cell.missing()) {
      missing.put(component, Availability.no("column_missing: " + columns[0]));
    }
    return cell;
  }

  /** The name of the first of these columns that stands; null when none does. */
  String first(String... columns) {
    return table == null ? null : table.first(List.of(columns));
  }

  /** The first of these columns that stands; one that says nothing where none does. */
  Cell cell(String... columns) {
    String name = first(columns);
    if (name == null) {
      return Cell.MISSING;
    }
    HostColumn column = table.columns().get(name);
    expressions.add(column.asText());
    return new Cell(expressions.size(), column, zone);
  }

  /** Notes that a component is missing for a reason of its own. */
  void lacks(String component, Availability why) {
    missing.put(component, why);
  }

  Availability availability() {
    if (table == null) {
      return Availability.no("table_missing");
    }
    return lacking.isEmpty()
        ? Availability.YES
        : Availability.no("column_missing: " + String.join(", ", lacking));
  }

  Map<String, Availability> missing() {
    return missing;
  }

  /** What to select, the owner first. */
  String expressions() {
    return String.join(", ", expressions);
  }
}
