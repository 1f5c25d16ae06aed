package com.chronotech.customer360.host.chronotech;

import java.util.List;
import java.util.Map;

/**
 * A table of the host as it stands.
 *
 * @param name its name
 * @param rows the server's estimate of its rows
 * @param types the data type of each column, by name, all in lower case
 */
record HostTable(String name, long rows, Map<String, String> types) {

  boolean has(String column) {
    return types.containsKey(column);
  }

  /** The first of these columns that stands; null when none does. */
  String first(List<String> columns) {
    return columns.stream().filter(this::has).findFirst().orElse(null);
  }

  boolean holdsTime(String column) {
    String type = types.getOrDefault(column, "");
    return type.equals("datetime") || type.equals("timestamp") || type.equals("date");
  }
}
