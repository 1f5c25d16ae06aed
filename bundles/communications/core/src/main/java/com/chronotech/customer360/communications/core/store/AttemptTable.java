package com.chronotech.customer360.communications.core.store;

import com.chronotech.customer360.communications.core.model.Handover;
import com.chronotech.customer360.communications.core.model.Handover.Outcome;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table {@code c360_message_attempt}: every try. Thread-safe. */
@Component(service = AttemptTable.class)
public final class AttemptTable {
  private final Sql sql;

  /** Creates the access. */
  @Activate
  public AttemptTable(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema) {
    this.sql = new Sql(dataSource);
  }

  /**
   * A try.
   *
   * @param messageId of which message
   * @param number from 1
   */
  public record Attempt(long messageId, int number) {}

  /** Keeps that a try begins. */
  public void begin(Attempt attempt, String node, String decisionReason, Instant at) {
    sql.update(
        "insert into c360_message_attempt (message_id, number, node, decision_reason, began_at,"
            + " outcome) values (?,?,?,?,?,'open')",
        statement -> {
          statement.setLong(1, attempt.messageId());
          statement.setInt(2, attempt.number());
          statement.setString(3, node);
          statement.setString(4, decisionReason);
          statement.setString(5, UtcTimes.toSql(at));
        });
  }

  /** Keeps how a try ended. */
  public void end(Attempt attempt, Handover handover, Instant at) {
    sql.update(
        "update c360_message_attempt set outcome = ?, detail = ?, ended_at = ?"
            + " where message_id = ? and number = ?",
        statement -> {
          statement.setString(1, handover.outcome().code());
          statement.setString(2, handover.detail());
          statement.setString(3, UtcTimes.toSql(at));
          statement.setLong(4, attempt.messageId());
          statement.setInt(5, attempt.number());
        });
  }

  /** How a try ended; empty when there was none. */
  public Optional<Outcome> outcome(Attempt attempt) {
    return sql
        .query(
            "select outcome from c360_message_attempt where message_id = ? and number = ?",
            statement -> {
              statement.setLong(1, attempt.messageId());
              statement.setInt(2, attempt.number());
            },
            row -> Outcome.valueOf(row.getString(1).toUpperCase(java.util.Locale.ROOT)))
        .stream()
        .findFirst();
  }
}
