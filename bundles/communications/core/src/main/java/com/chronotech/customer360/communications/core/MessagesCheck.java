package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.core.mail.MailTransport;
import com.chronotech.customer360.platform.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether messages leave. It fails only once a message has been due for long: a mail server that is
 * away for a moment is told, and is no reason to take this node out of service.
 */
@Component(service = HealthCheck.class)
public final class MessagesCheck implements HealthCheck {
  private final Dispatcher dispatcher;
  private final MailTransport transport;
  private final Settings settings;

  /** Creates the check. */
  @Activate
  public MessagesCheck(
      @Reference Dispatcher dispatcher,
      @Reference MailTransport transport,
      @Reference Settings settings) {
    this.dispatcher = dispatcher;
    this.transport = transport;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public boolean isNeededToServe() {
    // requests are taken and messages queued, whatever becomes of the mail server
    return false;
  }

  @Override
  public Result check() {
    boolean late = dispatcher.lag().compareTo(settings.queue().alarm()) > 0;
    StringBuilder detail = new StringBuilder("e-mail goes to " + transport.description());
    if (transport.fault() != null) {
      detail.append("; from.address is not configured, so that nothing is sent");
    }
    if (dispatcher.failure() != null) {
      detail.append("; the server cannot be reached");
    }
    if (late) {
      detail.append("; a message waits for ").append(dispatcher.lag().toMinutes()).append(" min");
    }
    long uncertain = dispatcher.count(MessageState.UNCERTAIN);
    if (uncertain > 0) {
      detail.append("; ").append(uncertain).append(" uncertain, see customer360:messages");
    }
    return new Result(!late && transport.fault() == null, detail.toString());
  }
}
