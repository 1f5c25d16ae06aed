package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.Attachment;
import com.chronotech.customer360.communications.Content;
import com.chronotech.customer360.communications.Message.TemplateUse;
import com.chronotech.customer360.communications.Message.Words;
import com.chronotech.customer360.communications.MessageTemplate;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.communications.core.model.Draft;
import com.chronotech.customer360.communications.core.model.Texts;
import com.chronotech.customer360.communications.core.template.TemplateEngine;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a draft of what was asked for, or tells every fault of it. For one request. */
final class Drafting {
  private static final int LONGEST_SUBJECT = 255;
  private static final int LONGEST_TEXT = 256 * 1024;
  private static final int LONGEST_SMS = 1_000;
  private static final int LONGEST_KEY = 120;
  private static final int LONGEST_NAME = 150;
  private static final int MOST_FILES = 20;
  private static final Duration LONGEST_WAIT = Duration.ofDays(366);
  private static final Pattern TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,58}/[a-z0-9][a-z0-9!#$&^_.+-]{0,58}");

  private final TemplateEngine templates;
  private final int attachmentBytes;
  private final Instant now;
  private final List<Violation> faults = new ArrayList<>();

  Drafting(TemplateEngine templates, int attachmentBytes, Instant now) {
    this.templates = templates;
    this.attachmentBytes = attachmentBytes;
    this.now = now;
  }

  /**
   * A draft.
   *
   * @param customerLanguage the language of a message that names none
   */
  Draft draft(NewMessage message, String customerLanguage) {
    if (message.channel() != Channel.EMAIL && message.channel() != Channel.SMS) {
      fault("channel", "communications.channel");
    }
    if (message.language() != null
        && !message.language().equals(Texts.language(message.language()))) {
      fault("language", "communications.language");
    }
    String key = message.idempotencyKey();
    if (key != null && (key.isBlank() || Texts.length(key) > LONGEST_KEY)) {
      fault("idempotency_key", "communications.key");
    }
    if (message.notBefore() != null && message.notBefore().isAfter(now.plus(LONGEST_WAIT))) {
      fault("not_before", "communications.not_before");
    }
    files(message);
    String wished = message.language() == null ? customerLanguage : message.language();
    Draft draft =
        message.content() instanceof Content.FromTemplate template
            ? fromTemplate(message, template, wished)
            : written(message, (Content.Written) message.content(), wished);
    if (!faults.isEmpty()) {
      throw CommunicationProblems.invalid(faults);
    }
    return draft;
  }

  private Draft written(NewMessage message, Content.Written content, String wished) {
    boolean email = message.channel() == Channel.EMAIL;
    if (email) {
      subject(content.subject());
    }
    text(content.text(), email);
    MessageClass messageClass = classOf(message.messageClass(), message.purpose());
    ConsentType purpose = purpose(message.purpose(), messageClass, message.channel());
    return new Draft(
        message.customerId(),
        message.channel(),
        messageClass,
        purpose,
        Texts.language(wished),
        new Words(email ? content.subject() : null, content.text(), null),
        null);
  }

  private Draft fromTemplate(NewMessage message, Content.FromTemplate content, String wished) {
    Optional<MessageTemplate> found = templates.inUse(content.template());
    if (found.isEmpty() || found.get().channel() != message.channel()) {
      fault("template", "communications.no_such_template");
      return null;
    }
    MessageTemplate template = found.get();
    // What is commercial stays so, whoever sends it (CASL s. 1(2)).
    MessageClass declared = message.messageClass();
    MessageClass messageClass =
        declared == null || Draft.isCommercial(template.messageClass())
            ? template.messageClass()
            : declared;
    ConsentType purpose =
        purpose(
            message.purpose() == null ? template.purpose() : message.purpose(),
            messageClass,
            message.channel());
    String language = TemplateEngine.languageOf(template, wished);
    Words words = templates.fill(template, language, content.variables(), faults);
    if (words != null && message.channel() == Channel.EMAIL) {
      subject(words.subject());
    } else if (words != null) {
      text(words.text(), false);
    }
    return new Draft(
        message.customerId(),
        message.channel(),
        messageClass,
        purpose,
        language,
        words,
        new TemplateUse(template.code(), template.version()));
  }

  /** What is not declared otherwise is commercial: unknown is never yes. */
  private static MessageClass classOf(MessageClass declared, ConsentType purpose) {
    if (declared != null) {
      return declared;
    }
    return purpose == ConsentType.SERVICE_NOTIFICATIONS
        ? MessageClass.TRANSACTIONAL
        : MessageClass.COMMERCIAL;
  }

  private ConsentType purpose(ConsentType named, MessageClass messageClass, Channel channel) {
    ConsentType marketing = Draft.marketing(channel);
    boolean commercial = Draft.isCommercial(messageClass);
    boolean known =
        named == null || named == marketing || named == ConsentType.SERVICE_NOTIFICATIONS;
    if (!known || (commercial && named == ConsentType.SERVICE_NOTIFICATIONS)) {
      fault("purpose", "communications.purpose");
    }
    return named == null && commercial ? marketing : named;
  }

  private void subject(String subject) {
    if (subject == null || subject.isBlank() || Texts.length(subject) > LONGEST_SUBJECT) {
      fault("subject", "communications.subject_length");
    } else if (!Texts.isLine(subject)) {
      fault("subject", "communications.subject_line");
    }
  }

  private void text(String text, boolean email) {
    if (text == null || text.isBlank()) {
      fault("message", "communications.text_required");
      return;
    }
    int longest = email ? LONGEST_TEXT : LONGEST_SMS;
    int length = email ? text.getBytes(StandardCharsets.UTF_8).length : Texts.length(text);
    if (length > longest) {
      fault("message", "communications.text_length", Integer.toString(longest));
    } else if (!Texts.isText(text)) {
      fault("message", "communications.characters");
    }
  }

  private void files(NewMessage message) {
    List<Attachment> files = message.attachments();
    if (files.isEmpty()) {
      return;
    }
    if (message.channel() == Channel.SMS) {
      fault("attachments", "communications.sms_text_alone");
    }
    if (files.size() > MOST_FILES) {
      fault("attachments", "communications.attachments_many", Integer.toString(MOST_FILES));
    }
    long bytes = 0;
    for (int i = 0; i < files.size(); i++) {
      Attachment file = files.get(i);
      String field = "attachments[" + i + "]";
      bytes += file.size();
      String name = file.name();
      if (name.isBlank() || Texts.length(name) > LONGEST_NAME || !isFileName(name)) {
        fault(field + ".name", "communications.attachment_name");
      }
      if (!TYPE.matcher(file.contentType()).matches()) {
        fault(field + ".content_type", "communications.attachment_type");
      }
    }
    if (bytes > attachmentBytes) {
      fault("attachments", "communications.attachments_large", Integer.toString(attachmentBytes));
    }
  }

  private static boolean isFileName(String name) {
    return Texts.isLine(name) && name.indexOf('/') < 0 && name.indexOf('\\') < 0;
  }

  private void fault(String field, String code, Object... arguments) {
    faults.add(CommunicationProblems.violation(field, code, arguments));
  }
}
