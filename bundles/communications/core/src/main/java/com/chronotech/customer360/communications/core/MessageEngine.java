package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.Attachment;
import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.MessageService.Queued;
import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.communications.core.mail.MailTransport;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.communications.core.model.Draft;
import com.chronotech.customer360.communications.core.model.Ruling;
import com.chronotech.customer360.communications.core.model.StoredMessage;
import com.chronotech.customer360.communications.core.model.Texts;
import com.chronotech.customer360.communications.core.store.AttachmentTable;
import com.chronotech.customer360.communications.core.store.MessageTable;
import com.chronotech.customer360.communications.core.store.QueueTable;
import com.chronotech.customer360.communications.core.template.TemplateEngine;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Messages, shared by every bundle's facade and by the REST edge. Thread-safe. */
@Component(service = MessageEngine.class)
public final class MessageEngine {
  private static final int MOST = 1_000;

  private final Transactions transactions;
  private final Callers callers;
  private final Clock clock;
  private final Settings settings;
  private final Addressees addressees;
  private final TemplateEngine templates;
  private final MessageTable messages;
  private final QueueTable queue;
  private final AttachmentTable attachments;
  private final Judging judging;
  private final MessageNotes notes;
  private final MailTransport transport;
  private final Bell bell;

  /** Creates the engine. */
  @Activate
  public MessageEngine(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Clock clock,
      @Reference Settings settings,
      @Reference Addressees addressees,
      @Reference TemplateEngine templates,
      @Reference MessageTable messages,
      @Reference QueueTable queue,
      @Reference AttachmentTable attachments,
      @Reference Judging judging,
      @Reference MessageNotes notes,
      @Reference MailTransport transport,
      @Reference Bell bell) {
    this.transactions = transactions;
    this.callers = callers;
    this.clock = clock;
    this.settings = settings;
    this.addressees = addressees;
    this.templates = templates;
    this.messages = messages;
    this.queue = queue;
    this.attachments = attachments;
    this.judging = judging;
    this.notes = notes;
    this.transport = transport;
    this.bell = bell;
  }

  /** See {@link MessageService#send}. */
  public Queued send(Caller caller, NewMessage message) {
    callers.require(caller, MessageService.SEND);
    return transactions.required(() -> queue(caller, message));
  }

  private Queued queue(Caller caller, NewMessage message) {
    long customerId = message.customerId();
    if (addressees.lock(customerId).isEmpty()) {
      throw CommunicationProblems.unknownCustomer(customerId);
    }
    MessageTable.Request request = Fingerprints.of(caller, message);
    if (request.hash() != null) {
      Optional<MessageTable.Repeated> before = messages.ofRequest(request.hash());
      if (before.isPresent()) {
        if (!before.get().content().equals(request.content())) {
          throw CommunicationProblems.otherContent();
        }
        return new Queued(known(before.get().id()), true);
      }
    }
    String language = addressees.customer(customerId).map(HostCustomer::languageCode).orElse(null);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Draft draft = new Drafting(templates, settings.attachmentBytes(), now).draft(message, language);
    Ruling ruling = judging.rule(need(draft));
    long id =
        messages.insert(
            new MessageTable.NewRow(
                draft,
                "<c360-" + UUID.randomUUID() + "@" + transport.domain() + ">",
                Texts.cut(caller.name(), 255),
                request,
                now,
                due(message, ruling, now)));
    attachments.insert(id, message.attachments());
    queue.decide(id, ruling.decision(), ruling.to());
    if (ruling.step() == Ruling.Step.REFUSE) {
      queue.end(id, MessageState.REFUSED, ruling.decision().reason(), now);
    } else if (ruling.step() == Ruling.Step.WAIT) {
      queue.requeue(id, ruling.waitsFor(), due(message, ruling, now));
    }
    Message kept = known(id);
    notes.tell(kept, caller);
    transactions.afterCommit(bell::ring);
    return new Queued(kept, false);
  }

  private static Instant due(NewMessage message, Ruling ruling, Instant now) {
    Instant wished = message.notBefore();
    Instant due = wished == null || wished.isBefore(now) ? now : wished;
    return ruling.until() != null && ruling.until().isAfter(due) ? ruling.until() : due;
  }

  static ConsentGround.Need need(Draft draft) {
    return new ConsentGround.Need(
        draft.customerId(), draft.channel(), draft.messageClass(), draft.purpose());
  }

  /** See {@link MessageService#find}. */
  public Optional<Message> find(Caller caller, long customerId, long messageId) {
    callers.require(caller, MessageService.READ);
    customer(customerId);
    return messages
        .find(messageId)
        .map(StoredMessage::message)
        .filter(message -> message.customerId() == customerId)
        .map(message -> withFiles(List.of(message)).get(0));
  }

  /** See {@link MessageService#history}. */
  public List<Message> history(Caller caller, long customerId, long before, int perPage) {
    callers.require(caller, MessageService.READ);
    if (perPage < 1 || perPage > MessageService.MAX_PER_PAGE + 1) {
      throw CommunicationProblems.badRequest(
          "per_page", "communications.limit", Integer.toString(MessageService.MAX_PER_PAGE));
    }
    customer(customerId);
    return withFiles(told(messages.history(customerId, before, perPage)));
  }

  /** The customer, for one who may read messages. */
  public HostCustomer customer(Caller caller, long customerId) {
    callers.require(caller, MessageService.READ);
    return customer(customerId);
  }

  /** The customer, for one who may send messages. */
  public HostCustomer recipient(Caller caller, long customerId) {
    callers.require(caller, MessageService.SEND);
    return customer(customerId);
  }

  private HostCustomer customer(long customerId) {
    return addressees
        .customer(customerId)
        .orElseThrow(() -> CommunicationProblems.unknownCustomer(customerId));
  }

  /** See {@link MessageService#cancel}. */
  public Message cancel(Caller caller, long customerId, long messageId) {
    callers.require(caller, MessageService.SEND);
    return transactions.required(
        () -> {
          customer(customerId);
          Message message = locked(messageId);
          if (message.customerId() != customerId) {
            throw CommunicationProblems.unknownMessage(messageId);
          }
          if (message.state() == MessageState.CANCELLED) {
            return known(messageId);
          }
          if (message.state() != MessageState.QUEUED && message.state() != MessageState.UNCERTAIN) {
            throw CommunicationProblems.wrongState(message.state().code());
          }
          queue.end(messageId, MessageState.CANCELLED, null, clock.instant());
          Message cancelled = known(messageId);
          notes.tell(cancelled, caller);
          return cancelled;
        });
  }

  /** See {@link MessageService#retry}. */
  public Message retry(Caller caller, long messageId) {
    callers.require(caller, MessageService.MANAGE);
    return transactions.required(
        () -> {
          Message message = locked(messageId);
          boolean may =
              message.state() == MessageState.FAILED
                  || message.state() == MessageState.UNCERTAIN
                  || message.state() == MessageState.QUEUED;
          if (!may || message.times().purgedAt() != null) {
            throw CommunicationProblems.wrongState(message.state().code());
          }
          queue.requeue(messageId, null, clock.instant());
          queue.forgetTries(messageId);
          transactions.afterCommit(bell::ring);
          return known(messageId);
        });
  }

  /** See {@link MessageService#inState}. */
  public List<Message> inState(Caller caller, MessageState state, int limit) {
    callers.require(caller, MessageService.MANAGE);
    if (limit < 1 || limit > MOST) {
      throw CommunicationProblems.badRequest(
          "limit", "communications.limit", Integer.toString(MOST));
    }
    return withFiles(told(messages.inState(state, limit)));
  }

  private Message locked(long id) {
    return messages
        .locked(id)
        .map(StoredMessage::message)
        .orElseThrow(() -> CommunicationProblems.unknownMessage(id));
  }

  private Message known(long id) {
    return withFiles(List.of(messages.find(id).orElseThrow().message())).get(0);
  }

  private static List<Message> told(List<StoredMessage> stored) {
    return stored.stream().map(StoredMessage::message).toList();
  }

  private List<Message> withFiles(List<Message> bare) {
    Map<Long, List<Attachment.Summary>> files =
        attachments.summaries(bare.stream().map(Message::id).toList());
    return bare.stream()
        .map(message -> message.with(files.getOrDefault(message.id(), List.of())))
        .toList();
  }
}
