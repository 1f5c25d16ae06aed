package com.chronotech.customer360.analytics.core.survey.store;

import com.chronotech.customer360.analytics.core.survey.model.Invitation;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Questions, made and asked. Thread-safe. */
@Component(service = InvitationTable.class)
public final class InvitationTable {
  private static final String COLUMNS =
      "reference, customer_id, about_table, about_id, cast(completed_at as char),"
          + " cast(due_at as char)";

  private final Sql sql;

  /** Creates the access, once the table stands. */
  @Activate
  public InvitationTable(@Reference DataSource dataSource, @Reference SchemaReady schema) {
    this.sql = new Sql(dataSource);
  }

  /** Adds a question, unless one was made about that visit; whether it was added. */
  public boolean add(Invitation invitation, Instant now) {
    return sql.update(
            "insert ignore into c360_survey_invitation (reference, customer_id, about_table,"
                + " about_id, completed_at, due_at, state, created_at)"
                + " values (?, ?, ?, ?, ?, ?, 'waiting', ?)",
            s -> {
              s.setString(1, invitation.reference().toString());
              s.setLong(2, invitation.customerId());
              s.setString(3, invitation.about().table());
              s.setLong(4, invitation.about().id());
              s.setString(5, UtcTimes.toSql(invitation.completedAt()));
              s.setString(6, UtcTimes.toSql(invitation.dueAt()));
              s.setString(7, UtcTimes.toSql(now));
            })
        > 0;
  }

  /** Whether a customer was, or is to be, asked about a visit that was not before an instant. */
  public boolean askedSince(long customerId, Instant since) {
    return !sql.query(
            "select 1 from c360_survey_invitation where customer_id = ? and completed_at >= ?"
                + " limit 1",
            s -> {
              s.setLong(1, customerId);
              s.setString(2, UtcTimes.toSql(since));
            },
            row -> row.getInt(1))
        .isEmpty();
  }

  /** Questions that wait and are due, the oldest first. */
  public List<Invitation> due(Instant now, int limit) {
    return sql.query(
        "select "
            + COLUMNS
            + " from c360_survey_invitation where state = 'waiting' and due_at <= ?"
            + " order by due_at, id limit ?",
        s -> {
          s.setString(1, UtcTimes.toSql(now));
          s.setInt(2, limit);
        },
        InvitationTable::invitation);
  }

  /** A question by what its link names. */
  public Optional<Invitation> find(UUID reference) {
    return sql
        .query(
            "select " + COLUMNS + " from c360_survey_invitation where reference = ?",
            s -> s.setString(1, reference.toString()),
            InvitationTable::invitation)
        .stream()
        .findFirst();
  }

  /** Takes a question that waits, so that one node alone asks it; whether it still waited. */
  public boolean take(UUID reference) {
    return sql.update(
            "update c360_survey_invitation set state = 'lapsed'"
                + " where reference = ? and state = 'waiting'",
            s -> s.setString(1, reference.toString()))
        > 0;
  }

  /** Notes of a question that was taken that a message asks it. */
  public void asked(UUID reference, long messageId) {
    sql.update(
        "update c360_survey_invitation set state = 'asked', message_id = ? where reference = ?",
        s -> {
          s.setLong(1, messageId);
          s.setString(2, reference.toString());
        });
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        UUID.fromString(row.getString(1)),
        row.getLong(2),
        new HostReference(row.getString(3), row.getLong(4)),
        UtcTimes.parse(row.getString(5)),
        UtcTimes.parse(row.getString(6)));
  }
}
