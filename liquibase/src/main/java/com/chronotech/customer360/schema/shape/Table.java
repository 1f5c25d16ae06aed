package com.chronotech.customer360.schema.shape;

import java.util.List;
import java.util.Map;

/**
 * A table as it stands.
 *
 * @param name its name
 * @param engine such as {@code InnoDB}
 * @param columns by name, in lower case, in the table's order
 * @param indexes the columns of each index, by the index's name
 */
public record Table(
    String name, String engine, Map<String, Column> columns, Map<String, List<String>> indexes) {

  /** Whether it has a column. */
  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /** Whether it has every one of some columns. */
  public boolean has(List<String> names) {
    return names.stream().allMatch(this::has);
  }

  /** Whether an index begins with a column. */
  public boolean indexedBy(String column) {
    return indexes.values().stream().anyMatch(columns -> columns.get(0).equals(column));
  }

  /**
   * Whether an index serves as one over these columns would. InnoDB ends every index with the key,
   * so an index over {@code customer_id} alone serves for {@code customer_id, id}.
   */
  public boolean indexed(List<String> wanted) {
    return indexes.values().stream()
        .anyMatch(
            columns ->
                columns.equals(wanted)
                    || (wanted.get(wanted.size() - 1).equals("id")
                        && columns.equals(wanted.subList(0, wanted.size() - 1))));
  }
}
