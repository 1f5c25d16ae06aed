package com.chronotech.customer360.communications.core.store;

import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.SendingDecision;
import com.chronotech.customer360.communications.core.model.Ruling.Target;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table {@code c360_message} as a queue. Thread-safe. */
@Component(service = QueueTable.class)
public final class QueueTable {
  private final Sql sql;

  /** Creates the access. */
  @Activate
  public QueueTable(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema) {
    this.sql = new Sql(dataSource);
  }

  /** Numbers of messages that are due, those that wait the longest first. */
  public List<Long> due(Instant now, int limit) {
    return sql.query(
        "select id from c360_message where state = 'queued' and due_at <= ? order by due_at"
            + " limit ?",
        statement -> {
          statement.setString(1, UtcTimes.toSql(now));
          statement.setInt(2, limit);
        },
        row -> row.getLong(1));
  }

  /** Numbers of messages that a node was handing over when its lease ran out. */
  public List<Long> abandoned(Instant now, int limit) {
    return sql.query(
        "select id from c360_message where state = 'sending' and lease_until < ? limit ?",
        statement -> {
          statement.setString(1, UtcTimes.toSql(now));
          statement.setInt(2, limit);
        },
        row -> row.getLong(1));
  }

  /** Whether a node that was handing over has let its lease run out; to be asked under the lock. */
  public boolean isAbandoned(long id, Instant now) {
    return !sql.query(
            "select 1 from c360_message where id = ? and state = 'sending' and lease_until < ?"
                + " for update",
            statement -> {
              statement.setLong(1, id);
              statement.setString(2, UtcTimes.toSql(now));
            },
            row -> row.getInt(1))
        .isEmpty();
  }

  /**
   * Begins a try, in the current transaction in which the row is locked.
   *
   * @param node who hands over
   * @param until until when nobody else may
   */
  public void begin(long id, String node, Instant until) {
    sql.update(
        "update c360_message set state = 'sending', reason = null, attempts = attempts + 1,"
            + " lease_owner = ?, lease_until = ?, due_at = null where id = ?",
        statement -> {
          statement.setString(1, node);
          statement.setString(2, UtcTimes.toSql(until));
          statement.setLong(3, id);
        });
  }

  /** Keeps a decision and where it would go; a target that is null leaves what was known. */
  public void decide(long id, SendingDecision decision, Target to) {
    sql.update(
        "update c360_message set decision_allowed = ?, decision_reason = ?, decided_at = ?,"
            + " consent_version = ?, consent_record_id = ?, consent_valid_until = ?,"
            + " consent_evidence = ?, recipient = coalesce(?, recipient),"
            + " recipient_masked = coalesce(?, recipient_masked),"
            + " recipient_hash = coalesce(?, recipient_hash) where id = ?",
        statement -> {
          statement.setBoolean(1, decision.allowed());
          statement.setString(2, decision.reason());
          statement.setString(3, UtcTimes.toSql(decision.decidedAt()));
          statement.setInt(4, decision.consentVersion());
          statement.setString(5, decision.consentRecordId());
          statement.setString(6, sql(decision.validUntil()));
          statement.setString(7, decision.evidence());
          statement.setString(8, to == null ? null : to.address());
          statement.setString(9, to == null ? null : to.masked());
          statement.setBytes(10, to == null ? null : MessageTable.bytes(to.hash()));
          statement.setLong(11, id);
        });
  }

  /** Puts a message back, to be tried at an instant. */
  public void requeue(long id, String reason, Instant due) {
    sql.update(
        "update c360_message set state = 'queued', reason = ?, due_at = ?, lease_owner = null,"
            + " lease_until = null, ended_at = null where id = ?",
        statement -> {
          statement.setString(1, reason);
          statement.setString(2, UtcTimes.toSql(due));
          statement.setLong(3, id);
        });
  }

  /** Gives a message that is tried again by hand a new run of tries. */
  public void forgetTries(long id) {
    sql.update(
        "update c360_message set unanswered = 0 where id = ?",
        statement -> statement.setLong(1, id));
  }

  /** Counts a try that ended without an answer. */
  public void countUnanswered(long id) {
    sql.update(
        "update c360_message set unanswered = unanswered + 1 where id = ?",
        statement -> statement.setLong(1, id));
  }

  /**
   * Ends a message, or holds it as uncertain.
   *
   * @param reason null for none
   */
  public void end(long id, MessageState state, String reason, Instant at) {
    boolean sent = state == MessageState.SENT;
    boolean ended = state.ended();
    sql.update(
        "update c360_message set state = ?, reason = ?, due_at = null, lease_owner = null,"
            + " lease_until = null, sent_at = coalesce(?, sent_at), ended_at = ? where id = ?",
        statement -> {
          statement.setString(1, state.code());
          statement.setString(2, reason);
          statement.setString(3, sent ? UtcTimes.toSql(at) : null);
          statement.setString(4, ended ? UtcTimes.toSql(at) : null);
          statement.setLong(5, id);
        });
  }

  /** How many messages are in each state; states without one are absent. */
  public Map<MessageState, Long> counts() {
    Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
    sql.query(
        "select state, count(*) from c360_message group by state",
        Sql.Binder.NONE,
        row -> counts.put(MessageState.ofCode(row.getString(1)).orElseThrow(), row.getLong(2)));
    return counts;
  }

  /** Since when the message that waits the longest has been due; null when none is. */
  public Instant dueSince(Instant now) {
    return sql.query(
            "select cast(min(due_at) as char) from c360_message where state = 'queued'"
                + " and due_at <= ?",
            statement -> statement.setString(1, UtcTimes.toSql(now)),
            row -> java.util.Optional.ofNullable(UtcTimes.parse(row.getString(1))))
        .get(0)
        .orElse(null);
  }

  /**
   * Destroys the words, files and addresses of messages that ended before an instant; their hashes
   * and decisions stay, and so does what the timeline was told.
   *
   * @return how many were purged
   */
  public int purge(Instant before, Instant now, int limit) {
    List<Long> ids =
        sql.query(
            "select id from c360_message where purged_at is null and ended_at < ?"
                + " order by ended_at limit ?",
            statement -> {
              statement.setString(1, UtcTimes.toSql(before));
              statement.setInt(2, limit);
            },
            row -> row.getLong(1));
    sql.with(
        connection -> {
          Sql.batch(
              connection,
              "update c360_message_attachment set content = null where message_id = ?",
              ids,
              (statement, id) -> statement.setLong(1, id));
          return Sql.batch(
              connection,
              "update c360_message set subject = null, body_text = null, body_html = null,"
                  + " recipient = null, purged_at = ? where id = ?",
              ids,
              (statement, id) -> {
                statement.setString(1, UtcTimes.toSql(now));
                statement.setLong(2, id);
              });
        });
    return ids.size();
  }

  private static String sql(Instant instant) {
    return instant == null ? null : UtcTimes.toSql(instant);
  }
}
