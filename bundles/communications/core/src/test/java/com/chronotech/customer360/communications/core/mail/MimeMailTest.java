package com.chronotech.customer360.communications.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.communications.Attachment;
import com.chronotech.customer360.communications.core.model.Handover.Outcome;
import com.chronotech.customer360.communications.core.model.OutgoingMail;
import com.chronotech.customer360.communications.core.model.OutgoingMail.Envelope;
import com.chronotech.customer360.communications.core.model.OutgoingMail.Mailbox;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMailTest {
  private static final Session SESSION = Session.getInstance(new Properties());

  private static OutgoingMail mail(String subject, String to, String fromName, String file) {
    return new OutgoingMail(
        new Envelope(new Mailbox("garage@example.ca", fromName), "", "r@example.ca", to),
        "<c360-1@example.ca>",
        subject,
        "fr-CA",
        "Été\nà −20 °C",
        "<p>Été</p>",
        List.of(new Attachment(file, "text/plain", new byte[] {1})),
        null,
        Instant.parse("2026-11-26T03:04:05Z"));
  }

  private static String raw(OutgoingMail mail) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MimeMail.of(mail, SESSION).writeTo(out);
    return out.toString(StandardCharsets.US_ASCII);
  }

  @Test
  void everythingIsWrittenInAsciiAndOurIdStays() throws Exception {
    String raw = raw(mail("Été 🚗", "zoe@éxample.ca", "Garage Éléphant", "é.txt"));
    assertThat(raw)
        .contains("Message-ID: <c360-1@example.ca>")
        .contains("Date: Thu, 26 Nov 2026 03:04:05 +0000")
        .contains("To: zoe@xn--xample-9ua.ca")
        .contains("Subject: =?UTF-8?")
        .contains("Auto-Submitted: auto-generated")
        .contains("multipart/mixed", "multipart/alternative")
        .matches(text -> text.chars().allMatch(c -> c < 128));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nBcc: x@y.ca", "a\nBcc: x@y.ca", "a\rb", "a\u0000b", "a\u2028b"})
  void noValueBecomesAnotherHeader(String evil) {
    List<OutgoingMail> evils =
        List.of(
            mail(evil, "zoe@example.ca", "Garage", "a.txt"),
            mail("Objet", evil, "Garage", "a.txt"),
            mail("Objet", "zoe@example.ca", evil, "a.txt"),
            mail("Objet", "zoe@example.ca", "Garage", evil));
    for (OutgoingMail each : evils) {
      assertThatThrownBy(() -> raw(each)).isInstanceOf(MessagingException.class);
    }
  }

  @Test
  void aServersWordsLoseTheirAddresses() {
    assertThat(Replies.plain("550 5.1.1 <zoe@example.ca>: unknown\r\nuser"))
        .isEqualTo("550 5.1.1 •••: unknown  user");
  }

  @Test
  void aConnectionThatEndsWhileTheAnswerIsAwaitedLeavesItOpen() {
    MessagingException lost = new MessagingException("[EOF]");
    assertThat(Replies.of(lost, true).outcome()).isEqualTo(Outcome.UNANSWERED);
    assertThat(Replies.of(lost, false).outcome()).isEqualTo(Outcome.AWAY);
  }
}
