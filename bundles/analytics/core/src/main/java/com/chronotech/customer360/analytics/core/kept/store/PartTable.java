package com.chronotech.customer360.analytics.core.kept.store;

import com.chronotech.customer360.analytics.core.kept.model.Part;
import com.chronotech.customer360.analytics.core.kept.model.PartText;
import com.chronotech.customer360.platform.store.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The table {@code c360_analytics_part}. Thread-safe. */
public final class PartTable {
  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public PartTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** What customers add to the figures of all, by id; those who add nothing are absent. */
  public Map<Long, Part> find(Collection<Long> customerIds) {
    if (customerIds.isEmpty()) {
      return Map.of();
    }
    return sql
        .query(
            "select customer_id, body from c360_analytics_part where customer_id in ("
                + Ids.list(customerIds)
                + ")",
            Sql.Binder.NONE,
            row -> Map.entry(row.getLong(1), read(row.getBytes(2))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * What the next customers add.
   *
   * @param after the customer after whom they come
   * @param limit at most so many
   * @return by id, in ascending order
   */
  public SortedMap<Long, Part> after(long after, int limit) {
    SortedMap<Long, Part> parts = new TreeMap<>();
    sql.query(
            "select customer_id, body from c360_analytics_part where customer_id > ?"
                + " order by customer_id limit ?",
            statement -> {
              statement.setLong(1, after);
              statement.setInt(2, limit);
            },
            row -> Map.entry(row.getLong(1), read(row.getBytes(2))))
        .forEach(one -> parts.put(one.getKey(), one.getValue()));
    return parts;
  }

  /** What cannot be read adds nothing: a comparison finds it, and computing again mends it. */
  private static Part read(byte[] body) {
    try {
      return PartText.read(body);
    } catch (IllegalArgumentException broken) {
      return Part.NOTHING;
    }
  }

  /** Keeps parts, in place of what is kept of these customers. */
  public void save(Map<Long, Part> parts) {
    List<Long> ids = parts.keySet().stream().sorted().toList();
    int unused =
        sql.with(
            connection ->
                Sql.batch(
                    connection,
                    "insert into c360_analytics_part (customer_id, body) values (?, ?)"
                        + " on duplicate key update body = values(body)",
                    ids,
                    (statement, id) -> {
                      statement.setLong(1, id);
                      statement.setBytes(2, PartText.write(parts.get(id)));
                    }));
  }

  /** Forgets customers. */
  public void remove(Collection<Long> customerIds) {
    if (!customerIds.isEmpty()) {
      String in = " where customer_id in (" + Ids.list(customerIds) + ")";
      int unused = sql.update("delete from c360_analytics_part" + in, Sql.Binder.NONE);
    }
  }
}
