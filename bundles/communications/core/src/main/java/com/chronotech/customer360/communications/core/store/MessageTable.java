package com.chronotech.customer360.communications.core.store;

import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.core.model.Draft;
import com.chronotech.customer360.communications.core.model.StoredMessage;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table {@code c360_message}, for who asks for messages and reads them. Thread-safe. */
@Component(service = MessageTable.class)
public final class MessageTable {
  private final Sql sql;

  /** Creates the access. */
  @Activate
  public MessageTable(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema) {
    this.sql = new Sql(dataSource);
  }

  /**
   * A row to be added.
   *
   * @param draft what is to be sent
   * @param rfcMessageId its {@code Message-ID}
   * @param requestedBy the name of the caller
   * @param request what makes it a repeat of another
   * @param queuedAt when it was asked for
   * @param dueAt when it is to be tried
   */
  public record NewRow(
      Draft draft,
      String rfcMessageId,
      String requestedBy,
      Request request,
      Instant queuedAt,
      Instant dueAt) {}

  /**
   * What makes a request a repeat.
   *
   * @param hash of caller and key, lower-case hex; null for a request without a key
   * @param content of what was asked for, lower-case hex
   */
  public record Request(String hash, String content) {}

  /** Adds a message that is queued, in the current transaction; answers its number. */
  public long insert(NewRow row) {
    Draft draft = row.draft();
    return sql.with(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "insert into c360_message (customer_id, channel, message_class, purpose,"
                      + " language, template_code, template_version, subject, body_text,"
                      + " body_html, rfc_message_id, state, requested_by, request_hash,"
                      + " content_hash, queued_at, due_at)"
                      + " values (?,?,?,?,?,?,?,?,?,?,?,'queued',?,?,?,?,?)",
                  PreparedStatement.RETURN_GENERATED_KEYS)) {
            bind(statement, draft);
            statement.setString(11, row.rfcMessageId());
            statement.setString(12, row.requestedBy());
            statement.setBytes(13, bytes(row.request().hash()));
            statement.setBytes(14, bytes(row.request().content()));
            statement.setString(15, UtcTimes.toSql(row.queuedAt()));
            statement.setString(16, UtcTimes.toSql(row.dueAt()));
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
              keys.next();
              return keys.getLong(1);
            }
          }
        });
  }

  private static void bind(PreparedStatement statement, Draft draft) throws SQLException {
    statement.setLong(1, draft.customerId());
    statement.setString(2, draft.channel().code());
    statement.setString(3, draft.messageClass().code());
    statement.setString(4, draft.purpose() == null ? null : draft.purpose().code());
    statement.setString(5, draft.language());
    statement.setString(6, draft.template() == null ? null : draft.template().code());
    statement.setObject(7, draft.template() == null ? null : draft.template().version());
    statement.setString(8, draft.words().subject());
    statement.setString(9, draft.words().text());
    statement.setString(10, draft.words().html());
  }

  static byte[] bytes(String hex) {
    return hex == null ? null : HexFormat.of().parseHex(hex);
  }

  /**
   * The message of a request, as it stands now whatever this transaction read before.
   *
   * @return its number and the hash of its content
   */
  public Optional<Repeated> ofRequest(String requestHash) {
    return sql
        .query(
            "select id, lower(hex(content_hash)) from c360_message where request_hash = ?"
                + " for update",
            statement -> statement.setBytes(1, bytes(requestHash)),
            row -> new Repeated(row.getLong(1), row.getString(2)))
        .stream()
        .findFirst();
  }

  /**
   * A message that was asked for before.
   *
   * @param id its number
   * @param content the hash of what was asked for
   */
  public record Repeated(long id, String content) {}

  /** One message. */
  public Optional<StoredMessage> find(long id) {
    return first("where id = ?", statement -> statement.setLong(1, id));
  }

  /** One message, locked until the end of the transaction. */
  public Optional<StoredMessage> locked(long id) {
    return first("where id = ? for update", statement -> statement.setLong(1, id));
  }

  /** The message with a {@code Message-ID}, locked until the end of the transaction. */
  public Optional<StoredMessage> lockedByMessageId(String rfcMessageId) {
    return first(
        "where rfc_message_id = ? for update", statement -> statement.setString(1, rfcMessageId));
  }

  /** The keyed hash of where a message went, lower-case hex; null when it went nowhere yet. */
  public String recipientHash(long id) {
    return sql
        .query(
            "select lower(hex(recipient_hash)) from c360_message where id = ?",
            statement -> statement.setLong(1, id),
            row -> Optional.ofNullable(row.getString(1)))
        .stream()
        .findFirst()
        .flatMap(found -> found)
        .orElse(null);
  }

  /** A customer's messages, newest first. */
  public List<StoredMessage> history(long customerId, long before, int limit) {
    return sql.query(
        MessageRows.LISTED
            + "where customer_id = ?"
            + (before > 0 ? " and id < ?" : "")
            + " order by id desc limit ?",
        statement -> {
          int at = 1;
          statement.setLong(at++, customerId);
          if (before > 0) {
            statement.setLong(at++, before);
          }
          statement.setInt(at, limit);
        },
        MessageRows::read);
  }

  /** Messages in a state, oldest first. */
  public List<StoredMessage> inState(MessageState state, int limit) {
    return sql.query(
        MessageRows.LISTED + "where state = ? order by id limit ?",
        statement -> {
          statement.setString(1, state.code());
          statement.setInt(2, limit);
        },
        MessageRows::read);
  }

  private Optional<StoredMessage> first(String where, Sql.Binder binder) {
    return sql.query(MessageRows.WHOLE + where, binder, MessageRows::read).stream().findFirst();
  }
}
