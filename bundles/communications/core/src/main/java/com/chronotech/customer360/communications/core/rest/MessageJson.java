package com.chronotech.customer360.communications.core.rest;

import com.chronotech.customer360.communications.Attachment;
import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.SendingDecision;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Messages as the contract shows them. */
final class MessageJson {

  private MessageJson() {}

  /** Begins an answer about a customer. */
  static Map<String, Object> success(String privacyLevel) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("privacy_level", privacyLevel);
    return answer;
  }

  /** A message; in a list without its words. */
  static Map<String, Object> of(Message message, Locale locale, boolean listed) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", message.id());
    shown.put("customer_id", message.customerId());
    shown.put("channel", message.channel().code());
    shown.put("message_class", message.messageClass().code());
    shown.put("purpose", message.purpose() == null ? null : message.purpose().code());
    shown.put("language", message.language());
    shown.put("subject", message.words().subject());
    if (!listed) {
      shown.put("message", message.words().text());
      shown.put("html", message.words().html());
    }
    shown.put("template", message.template());
    shown.put("recipient", message.recipient());
    shown.put("message_id", message.messageId());
    shown.put("state", message.state().code());
    shown.put("reason", message.reason());
    shown.put("reason_text", reason(message.reason(), locale));
    shown.put("decision", decision(message.decision(), locale));
    shown.put("attempts", message.attempts());
    shown.put("queued_at", message.times().queuedAt());
    shown.put("due_at", message.times().dueAt());
    shown.put("sent_at", message.times().sentAt());
    shown.put("ended_at", message.times().endedAt());
    shown.put("purged_at", message.times().purgedAt());
    shown.put("attachments", message.attachments().stream().map(MessageJson::file).toList());
    shown.put("requested_by", message.requestedBy());
    return shown;
  }

  /** Messages of a list. */
  static List<Map<String, Object>> list(List<Message> messages, Locale locale) {
    return messages.stream().map(message -> of(message, locale, true)).toList();
  }

  private static String reason(String code, Locale locale) {
    return code == null
        ? null
        : CommunicationProblems.text("communications.reason." + code).in(locale);
  }

  private static Map<String, Object> decision(SendingDecision decision, Locale locale) {
    if (decision == null) {
      return null;
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("allowed", decision.allowed());
    shown.put("reason", decision.reason());
    shown.put("reason_text", reason(decision.reason(), locale));
    shown.put("decided_at", decision.decidedAt());
    shown.put("consent_version", decision.consentVersion());
    shown.put("consent_record_id", decision.consentRecordId());
    shown.put("valid_until", decision.validUntil());
    shown.put("evidence", decision.evidence());
    return shown;
  }

  private static Map<String, Object> file(Attachment.Summary file) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("name", file.name());
    shown.put("content_type", file.contentType());
    shown.put("size", file.size());
    shown.put("sha256", file.sha256());
    return shown;
  }
}
