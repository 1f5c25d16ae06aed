package com.chronotech.customer360.itests.database.communications;

import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.core.mail.MailTransport;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.MessagesNode;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.mail.BodyPart;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.internet.MimeMessage;

/** A mail server of a test's own, and messages that go to it. */
final class Post implements AutoCloseable {
  private final TestPlatform platform;
  private final ConsentsNode consents;
  private final Path folder;
  private final GreenMail server;

  Post(TestPlatform platform, Path folder) {
    this.platform = platform;
    this.folder = folder;
    consents = new ConsentsNode(platform);
    if (consents.noticeService().current(ConsentType.MARKETING_EMAIL).isEmpty()) {
      consents.publishNotices("1.0");
    }
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  ConsentsNode consents() {
    return consents;
  }

  /** A node that hands over to this server. */
  MessagesNode node() {
    return node(Map.of(), UnaryOperator.identity());
  }

  MessagesNode node(Map<String, ?> settings, UnaryOperator<MailTransport> between) {
    Map<String, Object> all = new HashMap<>();
    all.put("smtp_host", "127.0.0.1");
    all.put("smtp_port", server.getSmtp().getPort());
    all.put("smtp_security", "none");
    all.put("from_address", "garage@example.ca");
    all.put("from_name", "Garage Éléphant");
    all.put("bounce_address", "retours@example.ca");
    all.putAll(settings);
    return new MessagesNode(consents, folder, all, between);
  }

  /** A customer with an address, who speaks a language. */
  long customer(String language) {
    long id = platform.newCustomer();
    platform
        .database()
        .update(
            "update customers set email = 'client"
                + id
                + "@example.ca', phone = '418 555-0142', language_code = '"
                + language
                + "' where id = "
                + id);
    return id;
  }

  String address(long customer) {
    return "client" + customer + "@example.ca";
  }

  /** Mail that arrived for a customer. */
  List<MimeMessage> mailOf(long customer) {
    return List.of(server.getReceivedMessagesForDomain(address(customer)));
  }

  /** The states that the timeline tells of a message, oldest first. */
  List<String> told(Message message) {
    return platform
        .timeline()
        .page(TimelineQuery.of(message.customerId()), PageRequest.number(1, 50))
        .activities()
        .stream()
        .map(Activity::metadata)
        .filter(json -> json != null && json.contains("message_class"))
        .map(json -> json.replaceAll("(?s).*\"state\": ?\"([a-z]+)\".*", "$1"))
        .sorted(java.util.Comparator.comparing(state -> state.equals("queued") ? 0 : 1))
        .toList();
  }

  /** The words of a part of a kind, anywhere in a mail; null when there is none. */
  static String part(Part part, String type) {
    try {
      if (part.isMimeType(type) && part.getContent() instanceof String text) {
        return text;
      }
      if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          String found = part(parts.getBodyPart(i), type);
          if (found != null) {
            return found;
          }
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The file of a mail; null when there is none. */
  static BodyPart file(MimeMessage mail) throws IOException, MessagingException {
    Multipart parts = (Multipart) mail.getContent();
    return parts.getCount() < 2 ? null : parts.getBodyPart(1);
  }

  void down() {
    server.stop();
  }

  @Override
  public void close() {
    server.stop();
  }
}
