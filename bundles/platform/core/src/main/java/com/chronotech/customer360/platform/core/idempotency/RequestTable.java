package com.chronotech.customer360.platform.core.idempotency;

import com.chronotech.customer360.platform.idempotency.StoredAnswer;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** The table of requests that came with a key. Thread-safe. */
final class RequestTable {
  private final Sql sql;

  /** A row, which this transaction holds; its answer is null while the work is to be done. */
  record Row(ByteBuffer contentHash, Instant createdAt, StoredAnswer answer) {}

  RequestTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * Makes the row of a key unless it stands, waits for whoever else holds it, and holds it to the
   * end of the transaction. A row with an answer is another transaction's that committed; rows are
   * never committed without one.
   *
   * <p>The insert updates a row that stands, to what it is: so it waits for the lock it needs and
   * not for a shared one, with which two that waited would block each other.
   */
  Row hold(byte[] key, byte[] contentHash, Instant now) {
    return sql.with(
        connection -> {
          Sql.update(
              connection,
              "insert into c360_idempotency (request_key, content_hash, created_at)"
                  + " values (?, ?, ?) on duplicate key update request_key = request_key",
              statement -> {
                statement.setBytes(1, key);
                statement.setBytes(2, contentHash);
                statement.setString(3, UtcTimes.toSql(now));
              });
          return Sql.query(
                  connection,
                  "select content_hash, cast(created_at as char), status, location,"
                      + " privacy_level, body from c360_idempotency where request_key = ?"
                      + " for update",
                  statement -> statement.setBytes(1, key),
                  RequestTable::row)
              .get(0);
        });
  }

  /** Takes a row that is past its time for a new request. */
  void renew(byte[] key, byte[] contentHash, Instant now) {
    sql.update(
        "update c360_idempotency set content_hash = ?, created_at = ?, status = null,"
            + " location = null, privacy_level = null, body = null where request_key = ?",
        statement -> {
          statement.setBytes(1, contentHash);
          statement.setString(2, UtcTimes.toSql(now));
          statement.setBytes(3, key);
        });
  }

  void answer(byte[] key, StoredAnswer answer) {
    sql.update(
        "update c360_idempotency set status = ?, location = ?, privacy_level = ?, body = ?"
            + " where request_key = ?",
        statement -> {
          statement.setInt(1, answer.status());
          statement.setString(2, answer.location());
          statement.setString(3, answer.privacyLevel());
          statement.setBytes(
              4, answer.body() == null ? null : answer.body().getBytes(StandardCharsets.UTF_8));
          statement.setBytes(5, key);
        });
  }

  /** Deletes a chunk of what is older than a time, and answers how many rows that were. */
  int deleteBefore(Instant time, int chunk) {
    return sql.update(
        "delete from c360_idempotency where created_at < ? order by created_at limit " + chunk,
        statement -> statement.setString(1, UtcTimes.toSql(time)));
  }

  private static Row row(ResultSet row) throws SQLException {
    int status = row.getInt(3);
    byte[] body = row.getBytes(6);
    StoredAnswer answer =
        status == 0
            ? null
            : new StoredAnswer(
                status,
                row.getString(4),
                row.getString(5),
                body == null ? null : new String(body, StandardCharsets.UTF_8));
    return new Row(ByteBuffer.wrap(row.getBytes(1)), UtcTimes.parse(row.getString(2)), answer);
  }
}
