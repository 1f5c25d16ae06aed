package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.SmsGateway;
import com.chronotech.customer360.communications.SmsGateway.OutgoingSms;
import com.chronotech.customer360.communications.core.mail.MailTransport;
import com.chronotech.customer360.communications.core.model.Handover;
import com.chronotech.customer360.communications.core.model.Handover.Outcome;
import com.chronotech.customer360.communications.core.model.MailAddress;
import com.chronotech.customer360.communications.core.model.OutgoingMail;
import com.chronotech.customer360.communications.core.model.OutgoingMail.Unsubscribe;
import com.chronotech.customer360.communications.core.model.PlainHtml;
import com.chronotech.customer360.communications.core.model.Reasons;
import com.chronotech.customer360.communications.core.model.Texts;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.UnsubscribeLinks.Link;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the last words on messages and hands them over. Thread-safe. */
@Component(service = Courier.class)
public final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int DETAIL = 400;

  private final MailTransport transport;
  private final Settings settings;
  private final Clock clock;
  private final AtomicReference<SmsGateway> gateway = new AtomicReference<>();

  /** Creates the courier. */
  @Activate
  public Courier(
      @Reference MailTransport transport, @Reference Settings settings, @Reference Clock clock) {
    this.transport = transport;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes an operator's gateway; without one text messages go to the log. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void setGateway(SmsGateway service) {
    gateway.set(service);
  }

  /** Gives it up. */
  public void unsetGateway(SmsGateway service) {
    gateway.compareAndSet(service, null);
  }

  /** Hands over one message, and waits for the answer. */
  Handover deliver(Prepared prepared) {
    return prepared.message().channel() == Channel.SMS ? sms(prepared) : mail(prepared);
  }

  private Handover mail(Prepared prepared) {
    Message message = prepared.message();
    Locale locale = Texts.locale(message.language());
    Link link = prepared.link();
    String text = message.words().text();
    String html = message.words().html();
    String inside = html == null ? PlainHtml.of(text) : html;
    String page =
        link == null
            ? inside
            : withFooter(inside, settings.sender().footerHtml(locale, link.url()));
    return transport.deliver(
        new OutgoingMail(
            transport.envelope(prepared.to().address()),
            message.messageId(),
            message.words().subject(),
            message.language(),
            link == null
                ? text
                : text.stripTrailing() + settings.sender().footer(locale, link.url()),
            isPage(page) ? page : PlainHtml.page(message.language(), page),
            prepared.files(),
            link == null
                ? null
                : new Unsubscribe(link.listUnsubscribe(), link.listUnsubscribePost()),
            clock.instant()));
  }

  private static boolean isPage(String html) {
    return html.toLowerCase(Locale.ROOT).contains("<html");
  }

  private static String withFooter(String html, String footer) {
    int end = html.toLowerCase(Locale.ROOT).lastIndexOf("</body");
    return end < 0 ? html + footer : html.substring(0, end) + footer + html.substring(end);
  }

  private Handover sms(Prepared prepared) {
    Message message = prepared.message();
    Link link = prepared.link();
    String text =
        link == null
            ? message.words().text()
            : message.words().text().stripTrailing()
                + settings.sender().shortFooter(Texts.locale(message.language()), link.url());
    SmsGateway operator = gateway.get();
    if (operator == null) {
      LOG.info(
          "No SmsGateway is installed: a text message of {} characters to {} was not sent",
          Texts.length(text),
          MailAddress.maskedNumber(prepared.to().address()));
      return new Handover(Outcome.ACCEPTED, null, Reasons.TO_LOG);
    }
    try {
      SmsGateway.Result result =
          operator.send(new OutgoingSms(prepared.to().address(), text, message.messageId()));
      return Handover.of(outcome(result.outcome()), Texts.line(result.detail(), DETAIL));
    } catch (RuntimeException e) {
      LOG.warn("The SMS gateway failed without an answer", e);
      return Handover.of(Outcome.UNANSWERED, Texts.line(e.getClass().getSimpleName(), DETAIL));
    }
  }

  private static Outcome outcome(SmsGateway.Outcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> Outcome.ACCEPTED;
      case TRY_AGAIN -> Outcome.TRY_AGAIN;
      case REJECTED -> Outcome.REJECTED;
      case UNKNOWN -> Outcome.UNANSWERED;
    };
  }
}
