package com.chronotech.customer360.communications.core.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.communications.BounceReport;
import com.chronotech.customer360.communications.BounceReport.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

class DeliveryReportTest {
  private static final String MAIL =
      """
      From: MAILER-DAEMON@mx.example.ca
      To: retours@example.ca
      Subject: Undelivered
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status; boundary="b"

      --b
      Content-Type: text/plain

      It did not arrive.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.example.ca
      Arrival-Date: Thu, 26 Nov 2026 03:00:00 +0000

      Final-Recipient: rfc822; zoe@example.ca
      Action: failed
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 5.1.1 <zoe@example.ca>:
          no such user

      Final-Recipient: rfc822; luc@example.ca
      Action: delivered
      Status: 2.0.0
      --b
      Content-Type: text/rfc822-headers

      From: garage@example.ca
      Message-ID: <c360-1@example.ca>
      Subject: Facture
      --b--
      """;

  private static List<BounceReport> read(String mail) throws Exception {
    return DeliveryReport.read(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(
                mail.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void aReportNamesTheMessageTheAddressAndWhy() throws Exception {
    List<BounceReport> reports = read(MAIL);
    assertThat(reports).hasSize(1);
    BounceReport report = reports.get(0);
    assertThat(report.messageId()).isEqualTo("<c360-1@example.ca>");
    assertThat(report.recipient()).isEqualTo("zoe@example.ca");
    assertThat(report.kind()).isEqualTo(Kind.HARD);
    assertThat(report.status()).isEqualTo("5.1.1");
    assertThat(report.diagnostic()).contains("no such user");
  }

  @Test
  void otherMailIsNoReport() throws Exception {
    assertThat(read("From: a@b.ca\nSubject: Bonjour\n\nBonjour")).isEmpty();
    assertThat(read(MAIL.replace("Message-ID", "X-Other"))).isEmpty();
    assertThat(read(MAIL.replace("Action: failed", "Action: delayed")).get(0).kind())
        .isEqualTo(Kind.SOFT);
  }

  @Test
  void aWebhookIsBelievedByItsSignatureAlone() {
    WebhookSignature signature = new WebhookSignature("s3cret");
    Instant now = Instant.parse("2026-11-26T03:00:00Z");
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    String header = signature.sign(body, now);
    assertThat(signature.matches(header, body, now.plusSeconds(299))).isTrue();
    assertThat(signature.matches(header, body, now.plusSeconds(301))).as("too old").isFalse();
    assertThat(signature.matches(header, "{ }".getBytes(StandardCharsets.UTF_8), now)).isFalse();
    assertThat(signature.matches(header.replace("v1=", "v2="), body, now)).isFalse();
    assertThat(signature.matches(null, body, now)).isFalse();
    assertThat(new WebhookSignature("other").matches(header, body, now)).isFalse();
    assertThat(new WebhookSignature("").matches(header, body, now)).isFalse();
  }
}
