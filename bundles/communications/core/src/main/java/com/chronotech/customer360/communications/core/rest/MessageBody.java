package com.chronotech.customer360.communications.core.rest;

import com.chronotech.customer360.communications.Attachment;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.platform.rest.Json;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a message out of a request. */
final class MessageBody {
  /** Files in base64, and the rest. */
  static final int MAX_BYTES = 16 * 1024 * 1024;

  /** A purpose that stands for none: the message completes a transaction (CASL s. 6(6)). */
  static final String TRANSACTIONAL = "transactional";

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private MessageBody() {}

  /**
   * The message that a body asks for; refuses what cannot be read, all of it at once.
   *
   * @param key makes a repeat land once; null for none
   */
  static NewMessage read(JsonBody body, long customerId, Channel channel, String key) {
    String subject = channel == Channel.EMAIL ? body.text("subject") : null;
    String text = body.text("message");
    String template = body.text("template");
    Map<String, Object> variables = variables(body);
    // A template says itself what its messages are for.
    String purpose = template == null ? body.requiredText("purpose") : body.text("purpose");
    boolean transactional = TRANSACTIONAL.equals(purpose);
    ConsentType type =
        transactional
            ? null
            : code(body, "purpose", purpose, ConsentType::ofCode, "communications.purpose");
    MessageClass messageClass =
        code(
            body,
            "message_class",
            body.text("message_class"),
            MessageClass::ofCode,
            "communications.message_class");
    if (template != null ? text != null || subject != null : variables != null) {
      body.violation(
          template != null ? "template" : "variables",
          template != null ? "communications.template_or_text" : "communications.variables_alone",
          CommunicationProblems.text(
              template != null
                  ? "communications.template_or_text"
                  : "communications.variables_alone"));
    }
    NewMessage.Builder message =
        template != null
            ? NewMessage.template(
                customerId, channel, template, variables == null ? Map.of() : variables)
            : channel == Channel.EMAIL
                ? NewMessage.email(customerId, subject, text)
                : NewMessage.sms(customerId, text);
    message
        .purpose(type)
        .messageClass(
            messageClass == null && transactional ? MessageClass.TRANSACTIONAL : messageClass)
        .language(body.text("language"))
        .notBefore(body.instant("not_before"))
        .attachments(attachments(body, channel))
        .idempotencyKey(key);
    body.check();
    return message.build();
  }

  private static Map<String, Object> variables(JsonBody body) {
    String object = body.object("variables");
    return object == null
        ? null
        : Json.mapper().convertValue(Json.read(object.getBytes(StandardCharsets.UTF_8)), VARIABLES);
  }

  private static List<Attachment> attachments(JsonBody body, Channel channel) {
    List<JsonBody> sent = channel == Channel.EMAIL ? body.nestedList("attachments") : null;
    List<Attachment> all = new ArrayList<>();
    if (sent != null) {
      for (JsonBody each : sent) {
        String name = each.requiredText("name");
        String type = each.requiredText("content_type");
        byte[] content = base64(each, each.requiredText("content"));
        if (name != null && type != null && content != null) {
          all.add(new Attachment(name, type, content));
        }
      }
    }
    return all;
  }

  private static byte[] base64(JsonBody body, String text) {
    try {
      return text == null ? null : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      String code = "communications.attachment_base64";
      body.violation("content", code, CommunicationProblems.text(code));
      return null;
    }
  }

  static <E> E code(
      JsonBody body,
      String field,
      String text,
      Function<String, Optional<E>> reader,
      String fault) {
    Optional<E> read = text == null ? Optional.empty() : reader.apply(text);
    if (text != null && read.isEmpty()) {
      body.violation(field, fault, CommunicationProblems.text(fault));
    }
    return read.orElse(null);
  }
}
