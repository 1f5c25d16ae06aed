package com.chronotech.customer360.platform.core.event;

import com.chronotech.customer360.platform.event.OutboxMessage;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The outbox's tables. Thread-safe. */
public final class OutboxTable {
  private static final String COLUMNS = "seq, topic, customer_id, payload, created_at";

  private static final String INSERT =
      "insert into c360_outbox (topic, customer_id, payload, created_at) values (?, ?, ?, ?)";

  /** Up to so many are one prepared statement, which the driver would prepare anew each time. */
  private static final int FEW = 8;

  /** Characters of those few; the driver divides a batch of longer ones as the server takes it. */
  private static final int SHORT = 100_000;

  /** The server looks for each row's place among these. */
  private static final int NUMBERED_AT_ONCE = 50;

  private final Sql sql;

  /** What one look at the table finds. */
  record State(boolean hasUnnumbered, long newest) {}

  /** Creates the tables' access. */
  public OutboxTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Writes messages without a number, in the current transaction. */
  void insert(List<OutboxMessage> messages, Instant writtenAt) {
    String time = UtcTimes.toSql(writtenAt);
    sql.with(
        connection ->
            few(messages)
                ? Sql.update(
                    connection,
                    INSERT + ", (?, ?, ?, ?)".repeat(messages.size() - 1),
                    insert -> {
                      for (int i = 0; i < messages.size(); i++) {
                        bind(insert, i * 4, messages.get(i), time);
                      }
                    })
                : Sql.batch(
                    connection,
                    INSERT,
                    messages,
                    (insert, message) -> bind(insert, 0, message, time)));
  }

  private static boolean few(List<OutboxMessage> messages) {
    return messages.size() <= FEW
        && messages.stream().mapToInt(message -> message.payload().length()).sum() <= SHORT;
  }

  private static void bind(PreparedStatement insert, int before, OutboxMessage message, String time)
      throws SQLException {
    insert.setString(before + 1, message.topic());
    insert.setLong(before + 2, message.customerId());
    insert.setString(before + 3, message.payload());
    insert.setString(before + 4, time);
  }

  /** One round trip, two look-ups in an index: what an idle system does. */
  State state() {
    return sql.query(
            "select exists(select 1 from c360_outbox where seq is null),"
                + " (select max(seq) from c360_outbox)",
            Sql.Binder.NONE,
            row -> new State(row.getBoolean(1), row.getLong(2)))
        .get(0);
  }

  /**
   * Numbers committed messages that have no number yet, in the order of their ids, and commits. The
   * row of the sequence is locked first: the read that follows sees everything that was committed
   * before, and nobody numbers at the same time. On a cluster the second of two nodes fails at
   * commit and tries again.
   *
   * @return how many got a number
   */
  int number(int atMost) {
    return sql.with(
        connection -> {
          List<Long> next =
              Sql.query(
                  connection,
                  "select next_seq from c360_outbox_sequence where id = 1 for update",
                  Sql.Binder.NONE,
                  row -> row.getLong(1));
          if (next.isEmpty()) {
            throw new SQLException("c360_outbox_sequence has lost its row");
          }
          List<Long> ids =
              Sql.query(
                  connection,
                  "select id from c360_outbox where seq is null order by id limit " + atMost,
                  Sql.Binder.NONE,
                  row -> row.getLong(1));
          if (!ids.isEmpty()) {
            assign(connection, ids, next.get(0));
          }
          connection.commit();
          return ids.size();
        });
  }

  /**
   * Some rows a statement, their ids written out: the place of a row's id among them is its number.
   * A statement a row, even if the driver sends them together, costs the server three times as
   * much. Named by the key alone, rows that others have not committed yet are not waited for.
   */
  private static void assign(Connection connection, List<Long> ids, long first)
      throws SQLException {
    try (Statement update = connection.createStatement()) {
      for (int from = 0; from < ids.size(); from += NUMBERED_AT_ONCE) {
        String some =
            ids.subList(from, Math.min(ids.size(), from + NUMBERED_AT_ONCE)).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        update.executeUpdate(
            "update c360_outbox force index (primary) set seq = "
                + (first + from - 1)
                + " + field(id, "
                + some
                + ") where id in ("
                + some
                + ")");
      }
    }
    Sql.update(
        connection,
        "update c360_outbox_sequence set next_seq = ? where id = 1",
        statement -> statement.setLong(1, first + ids.size()));
  }

  List<OutboxMessage> after(long sequence, int atMost) {
    return sql.query(
        "select " + COLUMNS + " from c360_outbox where seq > ? order by seq limit " + atMost,
        statement -> statement.setLong(1, sequence),
        OutboxTable::message);
  }

  List<OutboxMessage> after(String topic, long customerId, long sequence, int atMost) {
    // Two ranges of one index, each in order: an "in" would read and sort all of both.
    String one =
        "(select "
            + COLUMNS
            + " from c360_outbox where customer_id = ? and seq > ? and topic = ?"
            + " order by seq limit "
            + atMost
            + ")";
    return sql.query(
        one + " union all " + one + " order by seq limit " + atMost,
        statement -> {
          statement.setLong(1, customerId);
          statement.setLong(2, sequence);
          statement.setString(3, topic);
          statement.setLong(4, 0);
          statement.setLong(5, sequence);
          statement.setString(6, topic);
        },
        OutboxTable::message);
  }

  /** The smallest number kept; the next one to come when none is. */
  long oldest() {
    return sql.query(
            "select coalesce((select min(seq) from c360_outbox),"
                + " (select next_seq from c360_outbox_sequence where id = 1))",
            Sql.Binder.NONE,
            row -> row.getLong(1))
        .get(0);
  }

  /** How far a node got; one that is new begins with what is numbered from now on. */
  long cursor(String node, Instant now) {
    sql.update(
        "insert ignore into c360_outbox_cursor (node, seq, updated_at)"
            + " select ?, next_seq - 1, ? from c360_outbox_sequence where id = 1",
        statement -> {
          statement.setString(1, node);
          statement.setString(2, UtcTimes.toSql(now));
        });
    return sql.query(
            "select seq from c360_outbox_cursor where node = ?",
            statement -> statement.setString(1, node),
            row -> row.getLong(1))
        .get(0);
  }

  void saveCursor(String node, long sequence, Instant now) {
    sql.update(
        "update c360_outbox_cursor set seq = ?, updated_at = ? where node = ?",
        statement -> {
          statement.setLong(1, sequence);
          statement.setString(2, UtcTimes.toSql(now));
          statement.setString(3, node);
        });
  }

  /** Deletes a chunk of what is older than a time, and answers how many rows that were. */
  int deleteBefore(Instant time, int chunk) {
    long from = oldest();
    return sql.update(
        "delete from c360_outbox where seq >= ? and seq < ? and created_at < ?",
        statement -> {
          statement.setLong(1, from);
          statement.setLong(2, from + chunk);
          statement.setString(3, UtcTimes.toSql(time));
        });
  }

  private static OutboxMessage message(ResultSet row) throws SQLException {
    return new OutboxMessage(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        UtcTimes.fromSql(row.getObject(5, LocalDateTime.class)));
  }
}
