package com.chronotech.customer360.platform.core.session;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The table of sessions. Thread-safe. */
final class SessionTable {
  private static final String BETWEEN = "\n";

  private final Sql sql;

  record Row(Caller caller, Instant openedAt, Instant lastSeenAt, Instant endsAt) {
    Row seenAt(Instant instant) {
      return new Row(caller, openedAt, instant, endsAt);
    }
  }

  SessionTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  void insert(byte[] digest, Row row) {
    sql.update(
        "insert into c360_session (token_hash, name, user_id, roles, language, opened_at,"
            + " last_seen_at, ends_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        statement -> {
          Caller caller = row.caller();
          statement.setBytes(1, digest);
          statement.setString(2, caller.name());
          if (caller.userId().isPresent()) {
            statement.setLong(3, caller.userId().getAsLong());
          } else {
            statement.setNull(3, Types.BIGINT);
          }
          statement.setString(4, String.join(BETWEEN, new TreeSet<>(caller.roles())));
          statement.setString(5, caller.locale().toLanguageTag());
          statement.setString(6, UtcTimes.toSql(row.openedAt()));
          statement.setString(7, UtcTimes.toSql(row.lastSeenAt()));
          statement.setString(8, UtcTimes.toSql(row.endsAt()));
        });
  }

  Optional<Row> find(byte[] digest) {
    return sql
        .query(
            "select name, user_id, roles, language, cast(opened_at as char),"
                + " cast(last_seen_at as char), cast(ends_at as char) from c360_session"
                + " where token_hash = ?",
            statement -> statement.setBytes(1, digest),
            SessionTable::row)
        .stream()
        .findFirst();
  }

  /** Never moves back what another node noted meanwhile. */
  void seen(byte[] digest, Instant now) {
    sql.update(
        "update c360_session set last_seen_at = ? where token_hash = ? and last_seen_at < ?",
        statement -> {
          statement.setString(1, UtcTimes.toSql(now));
          statement.setBytes(2, digest);
          statement.setString(3, UtcTimes.toSql(now));
        });
  }

  void speak(byte[] digest, Locale language) {
    sql.update(
        "update c360_session set language = ? where token_hash = ?",
        statement -> {
          statement.setString(1, language.toLanguageTag());
          statement.setBytes(2, digest);
        });
  }

  void delete(byte[] digest) {
    sql.update(
        "delete from c360_session where token_hash = ?",
        statement -> statement.setBytes(1, digest));
  }

  int deleteOf(String name) {
    return sql.update(
        "delete from c360_session where name = ?", statement -> statement.setString(1, name));
  }

  /** Deletes a chunk of what was not used since a time, and answers how many rows that were. */
  int deleteUnusedSince(Instant time, int chunk) {
    return sql.update(
        "delete from c360_session where last_seen_at < ? order by last_seen_at limit " + chunk,
        statement -> statement.setString(1, UtcTimes.toSql(time)));
  }

  private static Row row(ResultSet row) throws SQLException {
    long userId = row.getLong(2);
    OptionalLong user = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(userId);
    String roles = row.getString(3);
    Caller caller =
        new Caller(
            row.getString(1),
            user,
            roles.isEmpty() ? Set.of() : Set.of(roles.split(BETWEEN, -1)),
            Locale.forLanguageTag(row.getString(4)));
    return new Row(
        caller,
        UtcTimes.parse(row.getString(5)),
        UtcTimes.parse(row.getString(6)),
        UtcTimes.parse(row.getString(7)));
  }
}
