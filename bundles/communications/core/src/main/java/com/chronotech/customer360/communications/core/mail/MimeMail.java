package com.chronotech.customer360.communications.core.mail;

import com.chronotech.customer360.communications.Attachment;
import com.chronotech.customer360.communications.core.model.OutgoingMail;
import com.chronotech.customer360.communications.core.model.OutgoingMail.Envelope;
import com.chronotech.customer360.communications.core.model.Texts;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.activation.DataHandler;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Part;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.util.ByteArrayDataSource;

/**
 * An e-mail as it goes over the wire: a plain and an HTML part, UTF-8, files beside them. Every
 * value that becomes a header is one line without control characters, or nothing is made.
 */
final class MimeMail extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final String ownId;

  private MimeMail(Session session, String ownId) {
    super(session);
    this.ownId = ownId;
  }

  /**
   * Makes a mail.
   *
   * @throws MessagingException when an address or another header cannot be written
   */
  static MimeMail of(OutgoingMail mail, Session session) throws MessagingException {
    MimeMail made = new MimeMail(session, line(mail.messageId()));
    Envelope envelope = mail.envelope();
    made.setFrom(address(envelope.from().address(), envelope.from().name()));
    if (!envelope.replyTo().isBlank()) {
      made.setReplyTo(new InternetAddress[] {address(envelope.replyTo(), "")});
    }
    made.setRecipient(Message.RecipientType.TO, address(envelope.to(), ""));
    made.setSubject(line(mail.subject()), UTF_8);
    made.setHeader("Date", DATE.format(mail.date().atOffset(ZoneOffset.UTC)));
    made.setHeader("Content-Language", line(mail.language()));
    // Keeps vacation notices from answering (RFC 3834).
    made.setHeader("Auto-Submitted", "auto-generated");
    if (mail.unsubscribe() != null) {
      made.setHeader("List-Unsubscribe", line(mail.unsubscribe().list()));
      made.setHeader("List-Unsubscribe-Post", line(mail.unsubscribe().post()));
    }
    MimeMultipart words = words(mail);
    made.setContent(mail.attachments().isEmpty() ? words : withFiles(words, mail));
    made.saveChanges();
    return made;
  }

  private static MimeMultipart words(OutgoingMail mail) throws MessagingException {
    MimeMultipart words = new MimeMultipart("alternative");
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(mail.text().replaceAll("\\R", "\r\n"), UTF_8, "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html().replaceAll("\\R", "\r\n"), UTF_8, "html");
    words.addBodyPart(plain);
    words.addBodyPart(html);
    return words;
  }

  private static MimeMultipart withFiles(MimeMultipart words, OutgoingMail mail)
      throws MessagingException {
    MimeMultipart all = new MimeMultipart("mixed");
    MimeBodyPart first = new MimeBodyPart();
    first.setContent(words);
    all.addBodyPart(first);
    for (Attachment attachment : mail.attachments()) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(
              new ByteArrayDataSource(attachment.content(), line(attachment.contentType()))));
      part.setFileName(line(attachment.name()));
      part.setDisposition(Part.ATTACHMENT);
      all.addBodyPart(part);
    }
    return all;
  }

  static InternetAddress address(String text, String name) throws MessagingException {
    String plain = line(text);
    int at = plain.lastIndexOf('@');
    String ascii =
        at < 0 ? plain : plain.substring(0, at + 1) + IDN.toASCII(plain.substring(at + 1));
    InternetAddress address = new InternetAddress(ascii, true);
    if (!name.isBlank()) {
      try {
        address.setPersonal(line(name), UTF_8);
      } catch (UnsupportedEncodingException e) {
        throw new IllegalStateException("every JDK has UTF-8", e);
      }
    }
    return address;
  }

  /** A second line would be another header. */
  private static String line(String text) throws MessagingException {
    if (!Texts.isLine(text)) {
      throw new MessagingException("a header has a line break or another control character");
    }
    return text;
  }

  /** Ours, the same at every try. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", ownId);
  }
}
