package com.chronotech.customer360.communications.core.model;

import com.chronotech.customer360.communications.Attachment;
import java.time.Instant;
import java.util.List;

/**
 * An e-mail, ready to be made.
 *
 * @param envelope from whom and to whom
 * @param messageId its {@code Message-ID}, with its angle brackets
 * @param subject one line
 * @param language the language of its words
 * @param text the plain part, footer included
 * @param html the HTML part, footer included
 * @param attachments files
 * @param unsubscribe the values of the one-click headers; null for a message without
 * @param date its {@code Date}
 */
public record OutgoingMail(
    Envelope envelope,
    String messageId,
    String subject,
    String language,
    String text,
    String html,
    List<Attachment> attachments,
    Unsubscribe unsubscribe,
    Instant date) {

  /** Creates a mail. */
  public OutgoingMail {
    attachments = List.copyOf(attachments);
  }

  /**
   * From whom and to whom.
   *
   * @param from who readers see
   * @param replyTo where answers go; empty for {@code from}
   * @param bouncesTo the envelope's sender, where reports go
   * @param to the reader's address
   */
  public record Envelope(Mailbox from, String replyTo, String bouncesTo, String to) {}

  /**
   * A mailbox with a name.
   *
   * @param address its address
   * @param name the name that readers see; empty for none
   */
  public record Mailbox(String address, String name) {}

  /**
   * The headers by which a mail program withdraws with one click (RFC 8058).
   *
   * @param list the value of {@code List-Unsubscribe}
   * @param post the value of {@code List-Unsubscribe-Post}
   */
  public record Unsubscribe(String list, String post) {}
}
