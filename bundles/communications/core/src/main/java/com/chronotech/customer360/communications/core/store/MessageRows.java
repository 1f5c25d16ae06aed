package com.chronotech.customer360.communications.core.store;

import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.Message.TemplateUse;
import com.chronotech.customer360.communications.Message.Times;
import com.chronotech.customer360.communications.Message.Words;
import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.SendingDecision;
import com.chronotech.customer360.communications.core.model.StoredMessage;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads rows of {@code c360_message}. */
final class MessageRows {
  private static final String HEAD =
      "select id, customer_id, channel, message_class, purpose, language, template_code,"
          + " template_version, subject, body_text, ";
  private static final String TAIL =
      " body_html, recipient, recipient_masked, rfc_message_id, state, reason, decision_allowed,"
          + " decision_reason, cast(decided_at as char) decided_at, consent_version,"
          + " consent_record_id, cast(consent_valid_until as char) consent_valid_until,"
          + " consent_evidence, requested_by, cast(queued_at as char) queued_at,"
          + " cast(due_at as char) due_at, attempts, unanswered, cast(sent_at as char) sent_at,"
          + " cast(ended_at as char) ended_at, cast(purged_at as char) purged_at"
          + " from c360_message ";

  /** Every column that is read. */
  static final String WHOLE = HEAD + TAIL;

  /** The same without HTML, for lists. */
  static final String LISTED = HEAD + "null" + TAIL;

  private MessageRows() {}

  static StoredMessage read(ResultSet row) throws SQLException {
    Message message =
        new Message(
            row.getLong("id"),
            row.getLong("customer_id"),
            Channel.ofCode(row.getString("channel")).orElseThrow(),
            MessageClass.ofCode(row.getString("message_class")).orElseThrow(),
            ConsentType.ofCode(row.getString("purpose")).orElse(null),
            row.getString("language"),
            new Words(
                row.getString("subject"), row.getString("body_text"), row.getString("body_html")),
            template(row),
            row.getString("recipient_masked"),
            row.getString("rfc_message_id"),
            MessageState.ofCode(row.getString("state")).orElseThrow(),
            row.getString("reason"),
            decision(row),
            row.getInt("attempts"),
            new Times(
                instant(row, "queued_at"),
                instant(row, "due_at"),
                instant(row, "sent_at"),
                instant(row, "ended_at"),
                instant(row, "purged_at")),
            List.of(),
            row.getString("requested_by"));
    return new StoredMessage(message, row.getString("recipient"), row.getInt("unanswered"));
  }

  private static TemplateUse template(ResultSet row) throws SQLException {
    String code = row.getString("template_code");
    return code == null ? null : new TemplateUse(code, row.getInt("template_version"));
  }

  private static SendingDecision decision(ResultSet row) throws SQLException {
    String reason = row.getString("decision_reason");
    return reason == null
        ? null
        : new SendingDecision(
            row.getBoolean("decision_allowed"),
            reason,
            instant(row, "decided_at"),
            row.getInt("consent_version"),
            row.getString("consent_record_id"),
            instant(row, "consent_valid_until"),
            row.getString("consent_evidence"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return UtcTimes.parse(row.getString(column));
  }
}
