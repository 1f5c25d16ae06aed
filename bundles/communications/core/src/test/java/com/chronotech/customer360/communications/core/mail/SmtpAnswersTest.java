package com.chronotech.customer360.communications.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.communications.core.model.Handover;
import com.chronotech.customer360.communications.core.model.Handover.Outcome;
import com.chronotech.customer360.communications.core.model.OutgoingMail;
import com.chronotech.customer360.communications.core.model.OutgoingMail.Envelope;
import com.chronotech.customer360.communications.core.model.OutgoingMail.Mailbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is made of each answer of a server that speaks SMTP by a script. */
class SmtpAnswersTest {

  /** Answers each command by its first word; {@code .} is the end of a message, null hangs up. */
  private static Handover deliver(Map<String, String> answers) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread talking =
          new Thread(
              () -> {
                try (Socket socket = server.accept()) {
                  talk(socket, answers);
                } catch (IOException e) {
                  // the client hung up
                }
              });
      talking.start();
      SmtpTransport transport =
          new SmtpTransport(
              new SmtpTransport.Server("127.0.0.1", server.getLocalPort(), "none", 5_000),
              new SmtpTransport.Account("", ""));
      try {
        return transport.deliver(
            new OutgoingMail(
                new Envelope(
                    new Mailbox("garage@example.ca", ""), "", "r@example.ca", "zoe@example.ca"),
                "<c360-1@example.ca>",
                "Objet",
                "fr-CA",
                "Texte",
                "<p>Texte</p>",
                List.of(),
                null,
                Instant.EPOCH));
      } finally {
        transport.close();
        talking.join();
      }
    }
  }

  private static void talk(Socket socket, Map<String, String> answers) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    OutputStream out = socket.getOutputStream();
    say(out, "220 ready");
    boolean data = false;
    String line;
    while ((line = in.readLine()) != null) {
      String word = data ? line : line.split("[ :]", -1)[0].toUpperCase(java.util.Locale.ROOT);
      if (data && !line.equals(".")) {
        continue;
      }
      String answer = answers.getOrDefault(word, word.equals("DATA") ? "354 go on" : "250 ok");
      if (answer.isEmpty()) {
        return;
      }
      say(out, answer);
      data = word.equals("DATA") && answer.startsWith("354");
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Test
  void everyAnswerMeansOneThing() throws Exception {
    assertThat(deliver(Map.of()).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(deliver(Map.of("RCPT", "550 5.1.1 no such user")).outcome())
        .isEqualTo(Outcome.NO_MAILBOX);
    assertThat(deliver(Map.of("RCPT", "550 no such user")).outcome()).isEqualTo(Outcome.NO_MAILBOX);
    assertThat(deliver(Map.of("RCPT", "550 5.7.1 blocked")).outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(deliver(Map.of("RCPT", "451 4.7.1 greylisted")).outcome())
        .isEqualTo(Outcome.TRY_AGAIN);
    assertThat(deliver(Map.of("MAIL", "552 5.3.4 too large")).outcome())
        .isEqualTo(Outcome.REJECTED);
    assertThat(deliver(Map.of(".", "554 5.6.0 no")).outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(deliver(Map.of(".", "452 4.3.1 full")).outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(deliver(Map.of("DATA", "")).outcome()).isEqualTo(Outcome.AWAY);
    assertThat(deliver(Map.of(".", "")).outcome()).isEqualTo(Outcome.UNANSWERED);
  }
}
