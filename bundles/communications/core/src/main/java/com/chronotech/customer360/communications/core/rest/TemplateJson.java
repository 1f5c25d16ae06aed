package com.chronotech.customer360.communications.core.rest;

import com.chronotech.customer360.communications.MessageTemplate;
import com.chronotech.customer360.communications.MessageTemplate.Text;
import com.chronotech.customer360.communications.NewTemplate;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.platform.rest.JsonBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Templates as requests bring them and answers show them. */
final class TemplateJson {
  /** Two languages of a subject, a text and HTML. */
  static final int MAX_BYTES = 1024 * 1024;

  private TemplateJson() {}

  static NewTemplate read(JsonBody body) {
    String code = body.requiredText("code");
    Channel channel =
        MessageBody.code(
            body, "channel", body.text("channel"), Channel::ofCode, "communications.channel");
    MessageClass messageClass =
        MessageBody.code(
            body,
            "message_class",
            body.requiredText("message_class"),
            MessageClass::ofCode,
            "communications.message_class");
    Boolean promotional = body.booleanValue("promotional");
    ConsentType purpose =
        MessageBody.code(
            body, "purpose", body.text("purpose"), ConsentType::ofCode, "communications.purpose");
    Map<String, Text> texts = texts(body.nested("texts"));
    body.check();
    return new NewTemplate(
        code,
        channel == null ? Channel.EMAIL : channel,
        messageClass,
        Boolean.TRUE.equals(promotional),
        purpose,
        texts);
  }

  private static Map<String, Text> texts(JsonBody body) {
    Map<String, Text> texts = new LinkedHashMap<>();
    if (body == null) {
      return texts;
    }
    for (String language : List.of("fr-CA", "en-CA")) {
      JsonBody text = body.nested(language);
      if (text != null) {
        texts.put(language, new Text(text.text("subject"), text.text("text"), text.text("html")));
      }
    }
    return texts;
  }

  static Map<String, Object> of(MessageTemplate template) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("code", template.code());
    shown.put("version", template.version());
    shown.put("channel", template.channel().code());
    shown.put("message_class", template.messageClass().code());
    shown.put("promotional", template.promotional());
    shown.put("purpose", template.purpose() == null ? null : template.purpose().code());
    shown.put("variables", new TreeSet<>(template.variables()));
    shown.put("texts", new TreeMap<>(template.texts()));
    shown.put("published_at", template.publishedAt());
    shown.put("published_by", template.publishedBy());
    shown.put("retired_at", template.retiredAt());
    return shown;
  }
}
