package com.chronotech.customer360.communications;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import java.time.Instant;
import java.util.List;

/**
 * A message as it stands.
 *
 * @param id its number
 * @param customerId to whom
 * @param channel by which way
 * @param messageClass what it is under the anti-spam law
 * @param purpose the consent it needs; null when it needs none
 * @param language in which it is written, BCP 47
 * @param words what it says
 * @param template what it was made of; null for words of its own
 * @param recipient the address or number, masked ({@code c•••@example.ca}); null before one is
 *     known
 * @param messageId the {@code Message-ID} of an e-mail, the same at every try
 * @param state what became of it
 * @param reason a code for {@link MessageState#REFUSED}, {@link MessageState#FAILED}, {@link
 *     MessageState#BOUNCED}, {@link MessageState#UNCERTAIN}, or for why it waits; else null
 * @param decision the last decision; null before there was one
 * @param attempts how many times it was handed over, or tried to be
 * @param times when
 * @param attachments its files
 * @param requestedBy the name of the caller
 */
public record Message(
    long id,
    long customerId,
    Channel channel,
    MessageClass messageClass,
    ConsentType purpose,
    String language,
    Words words,
    TemplateUse template,
    String recipient,
    String messageId,
    MessageState state,
    String reason,
    SendingDecision decision,
    int attempts,
    Times times,
    List<Attachment.Summary> attachments,
    String requestedBy) {

  /** Creates a message. */
  public Message {
    attachments = List.copyOf(attachments);
  }

  /** The same message, told with its files. */
  public Message with(List<Attachment.Summary> files) {
    return new Message(
        id,
        customerId,
        channel,
        messageClass,
        purpose,
        language,
        words,
        template,
        recipient,
        messageId,
        state,
        reason,
        decision,
        attempts,
        times,
        files,
        requestedBy);
  }

  /**
   * What it says, without the footer that the law wants.
   *
   * @param subject null for text messages
   * @param text plain text; null once it was purged
   * @param html HTML; null where it is made of the text, or once it was purged
   */
  public record Words(String subject, String text, String html) {}

  /**
   * The template that was used.
   *
   * @param code which
   * @param version which version
   */
  public record TemplateUse(String code, int version) {}

  /**
   * Instants, to the microsecond; null for what did not happen.
   *
   * @param queuedAt when it was asked for
   * @param dueAt when it is tried next; null when it is not
   * @param sentAt when it was handed over
   * @param endedAt since when it stands as it does, where that is an end
   * @param purgedAt when its words and files were destroyed
   */
  public record Times(
      Instant queuedAt, Instant dueAt, Instant sentAt, Instant endedAt, Instant purgedAt) {}
}
