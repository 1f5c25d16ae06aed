package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Notice;
import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.consents.core.model.StoredNotice;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** {@code c360_notice} and {@code c360_notice_text}. Thread-safe. */
public final class NoticeTable {
  private static final String SELECT =
      "select n.id, n.consent_type, n.major, n.minor, n.validity_months, n.retention_months,"
          + " cast(n.published_at as char), n.published_by, t.language, t.title, t.body, t.sha256"
          + " from c360_notice n join c360_notice_text t on t.notice_id = n.id ";

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public NoticeTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Every notice, by purpose, newest first. */
  public List<StoredNotice> all() {
    return sql.with(
        connection -> {
          Map<Long, StoredNotice> notices = new LinkedHashMap<>();
          Sql.query(
              connection,
              SELECT + "order by n.consent_type, n.major desc, n.minor desc, t.language",
              Sql.Binder.NONE,
              row -> read(row, notices));
          return List.copyOf(notices.values());
        });
  }

  /**
   * Publishes a notice.
   *
   * @return the id of its row
   */
  public long insert(Notice notice) {
    return sql.with(
        connection -> {
          long id = row(connection, notice);
          for (Map.Entry<String, Notice.Text> text : notice.texts().entrySet()) {
            text(connection, id, text.getKey(), text.getValue(), notice.publishedAt());
          }
          return id;
        });
  }

  private static long row(Connection connection, Notice notice) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into c360_notice (consent_type, major, minor, validity_months,"
                + " retention_months, published_at, published_by) values (?, ?, ?, ?, ?, ?, ?)",
            Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, notice.type().code());
      insert.setInt(2, notice.version().major());
      insert.setInt(3, notice.version().minor());
      number(insert, 4, notice.validityMonths());
      number(insert, 5, notice.retentionMonths());
      insert.setString(6, UtcTimes.toSql(notice.publishedAt()));
      insert.setString(7, notice.publishedBy());
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        if (!keys.next()) {
          throw new SQLException("the driver gave no id");
        }
        return keys.getLong(1);
      }
    }
  }

  private static void number(PreparedStatement insert, int at, Integer value) throws SQLException {
    if (value == null) {
      insert.setNull(at, Types.INTEGER);
    } else {
      insert.setInt(at, value);
    }
  }

  /** Adds a wording to a notice. */
  public void addText(long noticeId, String language, Notice.Text text, Instant now) {
    sql.with(
        connection -> {
          text(connection, noticeId, language, text, now);
          return null;
        });
  }

  private static void text(
      Connection connection, long noticeId, String language, Notice.Text text, Instant now)
      throws SQLException {
    Sql.update(
        connection,
        "insert into c360_notice_text (notice_id, language, title, body, sha256, published_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        statement -> {
          statement.setLong(1, noticeId);
          statement.setString(2, language);
          statement.setString(3, text.title());
          statement.setString(4, text.body());
          statement.setBytes(5, Octets.ofHex(text.sha256()).bytes());
          statement.setString(6, UtcTimes.toSql(now));
        });
  }

  /** Makes those who publish for a purpose wait for each other, until the transaction ends. */
  public void lockPurpose(ConsentType type) {
    sql.query(
        "select id from c360_notice where consent_type = ? for update",
        statement -> statement.setString(1, type.code()),
        row -> row.getLong(1));
  }

  /**
   * Locks a notice until the transaction ends, against consents that would begin to refer to it.
   */
  public void lock(long noticeId) {
    sql.query(
        "select id from c360_notice where id = ? for update",
        statement -> statement.setLong(1, noticeId),
        row -> row.getLong(1));
  }

  /** Holds a notice until the transaction ends, together with others who do. */
  public boolean hold(long noticeId) {
    return !sql.query(
            "select id from c360_notice where id = ? lock in share mode",
            statement -> statement.setLong(1, noticeId),
            row -> row.getLong(1))
        .isEmpty();
  }

  /** Whether a consent refers to a notice, as it stands now. */
  public boolean isUsed(long noticeId) {
    return !sql.query(
            "select id from c360_consent_entry where notice_id = ? limit 1 lock in share mode",
            statement -> statement.setLong(1, noticeId),
            row -> row.getLong(1))
        .isEmpty();
  }

  /** Deletes a notice with its wordings. */
  public void delete(long noticeId) {
    sql.with(
        connection -> {
          for (String statement :
              List.of(
                  "delete from c360_notice_text where notice_id = ?",
                  "delete from c360_notice where id = ?")) {
            Sql.update(connection, statement, bound -> bound.setLong(1, noticeId));
          }
          return null;
        });
  }

  private static Long read(ResultSet row, Map<Long, StoredNotice> notices) throws SQLException {
    long id = row.getLong(1);
    Optional<ConsentType> type = ConsentType.ofCode(row.getString(2));
    if (type.isEmpty()) {
      return null;
    }
    Map<String, Notice.Text> texts = new LinkedHashMap<>();
    StoredNotice before = notices.get(id);
    if (before != null) {
      texts.putAll(before.notice().texts());
    }
    texts.put(
        row.getString(9),
        new Notice.Text(row.getString(10), row.getString(11), Octets.of(row.getBytes(12)).hex()));
    Notice notice =
        new Notice(
            type.get(),
            new NoticeVersion(row.getInt(3), row.getInt(4)),
            texts,
            integer(row, 5),
            integer(row, 6),
            UtcTimes.parse(row.getString(7)),
            row.getString(8));
    notices.put(id, new StoredNotice(id, notice));
    return id;
  }

  private static Integer integer(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
