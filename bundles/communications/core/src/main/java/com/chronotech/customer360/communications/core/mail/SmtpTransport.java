package com.chronotech.customer360.communications.core.mail;

import com.chronotech.customer360.communications.core.model.Handover;
import com.chronotech.customer360.communications.core.model.Handover.Outcome;
import com.chronotech.customer360.communications.core.model.OutgoingMail;
import com.sun.mail.smtp.SMTPTransport;
import java.io.IOException;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;

/**
 * Hands mail to a server by SMTP. The connection is kept between messages that follow each other,
 * and asked whether it still stands before each. For one thread at a time.
 */
final class SmtpTransport {
  /**
   * A server.
   *
   * @param host its name
   * @param port its port
   * @param security {@code starttls}, {@code tls} or {@code none}
   * @param timeoutMillis for a connection, and for each answer
   */
  record Server(String host, int port, String security, int timeoutMillis) {}

  /**
   * Who signs in.
   *
   * @param user empty for nobody
   * @param password the password
   */
  record Account(String user, String password) {
    @Override
    public String toString() {
      return "Account[" + user + "]";
    }
  }

  private final Account account;
  private final Session session;
  private final URLName url;
  private Connection connection;

  SmtpTransport(Server server, Account account) {
    this.account = account;
    this.url = new URLName("smtp", server.host(), server.port(), null, null, null);
    Properties settings = new Properties();
    String millis = Integer.toString(server.timeoutMillis());
    settings.setProperty("mail.smtp.connectiontimeout", millis);
    settings.setProperty("mail.smtp.timeout", millis);
    settings.setProperty("mail.smtp.writetimeout", millis);
    settings.setProperty("mail.smtp.auth", Boolean.toString(!account.user().isEmpty()));
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    boolean startTls = server.security().equals("starttls");
    settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    settings.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.security().equals("tls")));
    // Where the server knows delivery reports: of failures alone, with the headers that name ours.
    settings.setProperty("mail.smtp.dsn.notify", "FAILURE");
    settings.setProperty("mail.smtp.dsn.ret", "HDRS");
    this.session = Session.getInstance(settings);
  }

  /** A connection that knows when it has sent all and waits for the one answer that counts. */
  private static final class Connection extends SMTPTransport {
    private boolean finishing;

    Connection(Session session, URLName url) {
      super(session, url);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      finishing = true;
      super.finishData();
    }
  }

  synchronized Handover deliver(OutgoingMail mail) {
    try {
      return MailClasses.with(() -> send(mail));
    } catch (Exception e) {
      close();
      throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }
  }

  private Handover send(OutgoingMail mail) {
    MimeMail message;
    try {
      message = MimeMail.of(mail, session);
    } catch (MessagingException | IllegalArgumentException e) {
      return Handover.of(Outcome.REJECTED, Replies.plain(e.getMessage()));
    }
    try {
      connect();
    } catch (MessagingException e) {
      close();
      return Handover.of(Outcome.AWAY, Replies.plain(e.getMessage()));
    }
    try {
      session.getProperties().setProperty("mail.smtp.from", mail.envelope().bouncesTo());
      connection.finishing = false;
      connection.sendMessage(message, message.getAllRecipients());
      return Handover.of(Outcome.ACCEPTED, Replies.plain(connection.getLastServerResponse()));
    } catch (MessagingException e) {
      boolean finishing = connection.finishing;
      close();
      return Replies.of(e, finishing);
    }
  }

  private void connect() throws MessagingException {
    if (connection != null && connection.isConnected()) {
      return;
    }
    close();
    connection = new Connection(session, url);
    boolean anonymous = account.user().isEmpty();
    connection.connect(anonymous ? null : account.user(), anonymous ? null : account.password());
  }

  /** Ends the connection, if there is one. */
  synchronized void close() {
    Connection ended = connection;
    connection = null;
    if (ended != null) {
      try {
        ended.close();
      } catch (MessagingException e) {
        // it is gone, which is what was wanted
      }
    }
  }
}
