package com.chronotech.customer360.host.chronotech;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of the host as it stands.
 *
 * @param name its name
 * @param rows the server's estimate of its rows
 * @param columns its columns by name, in lower case
 * @param leading the columns that an index begins with, in lower case
 */
record HostTable(String name, long rows, Map<String, HostColumn> columns, Set<String> leading) {

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** The data type of a column; empty when there is none of that name. */
  String type(String column) {
    HostColumn found = columns.get(column);
    return found == null ? "" : found.type();
  }

  /** The first of these columns that stands; null when none does. */
  String first(List<String> names) {
    return names.stream().filter(this::has).findFirst().orElse(null);
  }

  boolean holdsTime(String column) {
    String type = type(column);
    return type.equals("datetime") || type.equals("timestamp") || type.equals("date");
  }
}
