package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostSource.Changes;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table whose rows are some customers'.
 *
 * @param table the table
 * @param from the table under the alias {@code t}, with the one that tells the customer as {@code
 *     o} where that is another
 * @param read the same with the customer's own table first, so that no server walks the other
 * @param owner the expression of whose a row is
 * @param keys the columns by which a customer's rows are found, each with the table it is in
 */
record Watched(HostTable table, String from, String read, String owner, List<Key> keys) {
  static final String OWNER = "customer_id";
  static final String CHANGED = "updated_at";

  /** A column by which rows are found. */
  record Key(HostTable table, String column) {
    boolean isIndexed() {
      return table.leading().contains(column);
    }
  }

  /** A table that tells the customer itself. */
  static Watched of(HostTable table) {
    String from = "`" + table.name() + "` t";
    return new Watched(table, from, from, "t.`" + OWNER + "`", List.of(new Key(table, OWNER)));
  }

  /** A table whose rows belong to a row of another, which tells the customer. */
  static Watched through(HostTable table, String link, HostTable other) {
    String rows = "`" + table.name() + "` t";
    String owners = "`" + other.name() + "` o";
    String on = " on t.`" + link + "` = o.id";
    return new Watched(
        table,
        rows + " left join " + owners + on,
        owners + " straight_join " + rows + on,
        "o.`" + OWNER + "`",
        List.of(new Key(table, link), new Key(other, OWNER)));
  }

  Changes changes() {
    if (!table.holdsTime(CHANGED)) {
      return Changes.ADDED_ONLY;
    }
    return table.leading().contains(CHANGED) ? Changes.AT_ONCE : Changes.IN_SLICES;
  }

  /** Whether a customer's rows are found without looking at all rows. */
  boolean isIndexed() {
    return keys.stream().allMatch(Key::isIndexed);
  }

  List<String> remarks() {
    return Stream.concat(
            keys.stream()
                .filter(key -> !key.isIndexed())
                .map(key -> "index_missing: " + key.table().name() + "." + key.column()),
            changes() == Changes.ADDED_ONLY
                ? Stream.of("changes_not_dated: " + table.name())
                : Stream.empty())
        .toList();
  }
}
