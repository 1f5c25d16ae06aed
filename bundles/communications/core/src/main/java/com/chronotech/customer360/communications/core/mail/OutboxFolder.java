package com.chronotech.customer360.communications.core.mail;

import com.chronotech.customer360.communications.core.model.Handover;
import com.chronotech.customer360.communications.core.model.Handover.Outcome;
import com.chronotech.customer360.communications.core.model.OutgoingMail;
import com.chronotech.customer360.communications.core.model.Reasons;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes mail to files that any mail program opens, where no mail server is configured: nothing
 * leaves this machine. The same message again replaces its file.
 */
final class OutboxFolder {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxFolder.class);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

  private final Path folder;
  private final Session session = Session.getInstance(new Properties());

  OutboxFolder(Path folder) {
    this.folder = folder;
  }

  Handover deliver(OutgoingMail mail) {
    try {
      Path file = MailClasses.with(() -> write(mail));
      LOG.info(
          "No mail server is configured (smtp.host in"
              + " etc/com.chronotech.customer360.communications.cfg): a message was written to {}",
          file);
      return new Handover(Outcome.ACCEPTED, file.getFileName().toString(), Reasons.TO_FOLDER);
    } catch (MessagingException | IllegalArgumentException e) {
      return Handover.of(Outcome.REJECTED, Replies.plain(e.getMessage()));
    } catch (Exception e) {
      return Handover.of(Outcome.AWAY, Replies.plain(e.toString()));
    }
  }

  private Path write(OutgoingMail mail) throws IOException, MessagingException {
    MimeMail message = MimeMail.of(mail, session);
    Files.createDirectories(folder);
    String name =
        DAY.format(mail.date().atOffset(ZoneOffset.UTC))
            + "-"
            + mail.messageId().replaceAll("@.*|[^a-zA-Z0-9-]", "")
            + ".eml";
    Path fresh = Files.createTempFile(folder, ".mail", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(fresh)) {
        message.writeTo(out);
      }
      return Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  Path folder() {
    return folder;
  }
}
