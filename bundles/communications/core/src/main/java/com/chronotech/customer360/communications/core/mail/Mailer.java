package com.chronotech.customer360.communications.core.mail;

import com.chronotech.customer360.communications.core.model.Handover;
import com.chronotech.customer360.communications.core.model.MailAddress;
import com.chronotech.customer360.communications.core.model.OutgoingMail;
import com.chronotech.customer360.communications.core.model.OutgoingMail.Envelope;
import com.chronotech.customer360.communications.core.model.OutgoingMail.Mailbox;
import com.chronotech.customer360.communications.core.model.Reasons;
import java.net.IDN;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Hands e-mail to the configured server, or to a folder where there is none. Thread-safe. */
@Component(
    service = MailTransport.class,
    configurationPid = "com.chronotech.customer360.communications")
public final class Mailer implements MailTransport {
  private static final Map<String, Integer> PORTS = Map.of("starttls", 587, "tls", 465, "none", 25);
  private static final String LOCAL = "customer360@localhost.localdomain";
  private static final int SECOND = 1_000;

  private final SmtpTransport smtp;
  private final OutboxFolder folder;
  private final String description;
  private final Mailbox from;
  private final String replyTo;
  private final String bouncesTo;

  /** Prepares the way; nothing is connected to before the first message. */
  @Activate
  public Mailer(MailConfiguration configuration) {
    String host = configuration.smtp_host().strip();
    if (host.isEmpty()) {
      smtp = null;
      folder = new OutboxFolder(folder(configuration.outbox_folder()));
      description = "file:" + folder.folder();
    } else {
      String security = configuration.smtp_security().strip();
      if (!PORTS.containsKey(security)) {
        throw new IllegalArgumentException(
            "smtp.security is starttls, tls or none, not " + security);
      }
      int port = configuration.smtp_port() > 0 ? configuration.smtp_port() : PORTS.get(security);
      smtp =
          new SmtpTransport(
              new SmtpTransport.Server(
                  host, port, security, configuration.smtp_timeout_seconds() * SECOND),
              new SmtpTransport.Account(
                  configuration.smtp_user().strip(),
                  Secrets.read(
                      configuration.smtp_password(),
                      configuration.smtp_password_file(),
                      configuration.smtp_password_env())));
      folder = null;
      description = "smtp://" + host + ":" + port;
    }
    String shown = address("from.address", configuration.from_address());
    from = new Mailbox(shown.isEmpty() ? LOCAL : shown, configuration.from_name().strip());
    replyTo = address("reply.to", configuration.reply_to());
    String bounces = address("bounce.address", configuration.bounce_address());
    bouncesTo = bounces.isEmpty() ? from.address() : bounces;
  }

  private static String address(String name, String configured) {
    if (configured.isBlank()) {
      return "";
    }
    Optional<String> address = MailAddress.of(configured);
    return address.orElseThrow(
        () -> new IllegalArgumentException(name + " is no e-mail address: " + configured));
  }

  private static Path folder(String configured) {
    return configured.isBlank()
        ? Path.of(System.getProperty("karaf.data", "data"), "mail-outbox")
        : Path.of(configured.strip());
  }

  @Override
  public Handover deliver(OutgoingMail mail) {
    return smtp != null ? smtp.deliver(mail) : folder.deliver(mail);
  }

  @Override
  public Envelope envelope(String to) {
    return new Envelope(from, replyTo, bouncesTo, to);
  }

  @Override
  public String domain() {
    return IDN.toASCII(from.address().substring(from.address().lastIndexOf('@') + 1));
  }

  @Override
  public String fault() {
    return smtp != null && from.address().equals(LOCAL) ? Reasons.NO_FROM : null;
  }

  @Override
  public String description() {
    return description;
  }

  /** Ends the connection. */
  @Deactivate
  public void stop() {
    if (smtp != null) {
      smtp.close();
    }
  }
}
