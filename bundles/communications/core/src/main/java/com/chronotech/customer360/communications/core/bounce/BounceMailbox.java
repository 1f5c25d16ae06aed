package com.chronotech.customer360.communications.core.bounce;

import com.chronotech.customer360.communications.BounceReport;
import com.chronotech.customer360.communications.core.mail.MailClasses;
import com.chronotech.customer360.communications.core.mail.Secrets;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.mail.Flags;
import javax.mail.Folder;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Store;
import javax.mail.search.FlagTerm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox that delivery reports go to, where one is configured. Only a report that names
 * a message of ours and the address that it went to is believed: anybody can write to a mailbox.
 * What was read is marked as seen and left there. Thread-safe.
 */
@Component(
    service = BounceMailbox.class,
    immediate = true,
    configurationPid = "com.chronotech.customer360.communications")
public final class BounceMailbox {
  private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int MOST = 200;
  private static final int TLS_PORT = 993;
  private static final int PLAIN_PORT = 143;

  private final BounceEngine engine;
  private final MailboxConfiguration configuration;
  private final String password;
  private final boolean tls;
  private final ScheduledExecutorService looks;

  /** Begins to look, where a mailbox is configured. */
  @Activate
  public BounceMailbox(@Reference BounceEngine engine, MailboxConfiguration configuration) {
    this.engine = engine;
    this.configuration = configuration;
    this.tls = configuration.bounce_imap_security().strip().equals("tls");
    if (configuration.bounce_imap_host().isBlank()) {
      this.password = "";
      this.looks = null;
      return;
    }
    this.password =
        Secrets.read(
            configuration.bounce_imap_password(),
            configuration.bounce_imap_password_file(),
            configuration.bounce_imap_password_env());
    this.looks =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "customer360-bounces");
              thread.setDaemon(true);
              return thread;
            });
    long minutes = Math.max(1, configuration.bounce_imap_minutes());
    Future<?> unused = looks.scheduleWithFixedDelay(this::look, minutes, minutes, TimeUnit.MINUTES);
  }

  private void look() {
    try {
      int taken = read();
      if (taken > 0) {
        LOG.info("{} reports of messages that came back were read", taken);
      }
    } catch (RuntimeException e) {
      LOG.warn("The mailbox of bounces cannot be read now; the next look tries again", e);
    }
  }

  /**
   * Reads what is unseen, 200 mails at most.
   *
   * @return how many reports led to something
   */
  public int read() {
    try {
      return MailClasses.with(this::readFolder);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the mailbox cannot be read", e);
    }
  }

  private int readFolder() throws MessagingException {
    Session session = Session.getInstance(settings());
    try (Store store = session.getStore("imap")) {
      int port = configuration.bounce_imap_port();
      store.connect(
          configuration.bounce_imap_host().strip(),
          port > 0 ? port : tls ? TLS_PORT : PLAIN_PORT,
          configuration.bounce_imap_user().strip(),
          password);
      try (Folder folder = store.getFolder(configuration.bounce_imap_folder().strip())) {
        folder.open(Folder.READ_WRITE);
        Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        int taken = 0;
        for (int i = 0; i < Math.min(MOST, unseen.length); i++) {
          taken += take(unseen[i]);
          // After what it led to was kept: a report that is read twice does nothing the second
          // time.
          unseen[i].setFlag(Flags.Flag.SEEN, true);
        }
        return taken;
      }
    }
  }

  private Properties settings() {
    Properties settings = new Properties();
    String millis = Integer.toString(TIMEOUT_MILLIS);
    boolean startTls = configuration.bounce_imap_security().strip().equals("starttls");
    settings.setProperty("mail.imap.connectiontimeout", millis);
    settings.setProperty("mail.imap.timeout", millis);
    settings.setProperty("mail.imap.ssl.enable", Boolean.toString(tls));
    settings.setProperty("mail.imap.ssl.checkserveridentity", "true");
    settings.setProperty("mail.imap.starttls.enable", Boolean.toString(startTls));
    settings.setProperty("mail.imap.starttls.required", Boolean.toString(startTls));
    return settings;
  }

  private int take(Message mail) {
    int taken = 0;
    try {
      for (BounceReport report : DeliveryReport.read(mail)) {
        switch (engine.take(report, false)) {
          case SUPPRESSED, KEPT -> taken++;
          case REPEATED, UNKNOWN -> LOG.debug("a report that leads to nothing");
        }
      }
    } catch (MessagingException | IOException e) {
      LOG.warn("A mail in the mailbox of bounces cannot be read and is passed over", e);
    }
    return taken;
  }

  /** Stops to look. */
  @Deactivate
  public void stop() {
    if (looks != null) {
      looks.shutdownNow();
    }
  }
}
