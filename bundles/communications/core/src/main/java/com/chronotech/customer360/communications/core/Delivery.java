package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.core.model.BackOff;
import com.chronotech.customer360.communications.core.model.Draft;
import com.chronotech.customer360.communications.core.model.Handover;
import com.chronotech.customer360.communications.core.model.Handover.Outcome;
import com.chronotech.customer360.communications.core.model.Reasons;
import com.chronotech.customer360.communications.core.model.Ruling;
import com.chronotech.customer360.communications.core.model.StoredMessage;
import com.chronotech.customer360.communications.core.store.AttachmentTable;
import com.chronotech.customer360.communications.core.store.AttemptTable;
import com.chronotech.customer360.communications.core.store.AttemptTable.Attempt;
import com.chronotech.customer360.communications.core.store.MessageTable;
import com.chronotech.customer360.communications.core.store.QueueTable;
import com.chronotech.customer360.communications.core.suppression.Suppressions;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.UnsubscribeLinks.Link;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes one message through one try: decides and keeps that it begins, in one transaction; hands it
 * over, outside of any; keeps how that ended, in another. What happens when this node dies in
 * between stands in {@code docs/communications.md}. Thread-safe.
 */
@Component(service = Delivery.class)
public final class Delivery {
  /** How often a message whose answer never came is handed over again, by itself. */
  private static final int SECOND_CHANCES = 1;

  private final Transactions transactions;
  private final Clock clock;
  private final Settings settings;
  private final MessageTable messages;
  private final QueueTable queue;
  private final AttemptTable attempts;
  private final AttachmentTable attachments;
  private final Addressees addressees;
  private final Judging judging;
  private final ConsentGround ground;
  private final Suppressions suppressions;
  private final MessageNotes notes;
  private final Courier courier;

  /** Who holds the leases: this component, as long as it lives. */
  private final String node = UUID.randomUUID().toString();

  /** Creates the delivery. */
  @Activate
  public Delivery(
      @Reference Transactions transactions,
      @Reference Clock clock,
      @Reference Settings settings,
      @Reference MessageTable messages,
      @Reference QueueTable queue,
      @Reference AttemptTable attempts,
      @Reference AttachmentTable attachments,
      @Reference Addressees addressees,
      @Reference Judging judging,
      @Reference ConsentGround ground,
      @Reference Suppressions suppressions,
      @Reference MessageNotes notes,
      @Reference Courier courier) {
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
    this.messages = messages;
    this.queue = queue;
    this.attempts = attempts;
    this.attachments = attachments;
    this.addressees = addressees;
    this.judging = judging;
    this.ground = ground;
    this.suppressions = suppressions;
    this.notes = notes;
    this.courier = courier;
  }

  /**
   * Takes a message through one try, if it is still due and nobody else has it.
   *
   * @return how it ended; empty when nothing was handed over
   */
  Optional<Handover> step(long id) {
    Optional<Prepared> prepared = transactions.requiresNew(() -> prepare(id));
    if (prepared.isEmpty()) {
      return Optional.empty();
    }
    Handover handover = courier.deliver(prepared.get());
    transactions.<Boolean, RuntimeException>requiresNew(
        () -> finish(id, prepared.get().attempt(), handover));
    return Optional.of(handover);
  }

  /** The message under its lock, after its customer's: the order of all that is written. */
  private Optional<StoredMessage> locked(long id) {
    Optional<StoredMessage> found = messages.find(id);
    found.ifPresent(stored -> addressees.lock(stored.message().customerId()));
    return found.flatMap(stored -> messages.locked(id));
  }

  private Optional<Prepared> prepare(long id) {
    Instant now = clock.instant();
    Optional<StoredMessage> found = locked(id);
    if (found.isEmpty() || !isDue(found.get().message(), now)) {
      return Optional.empty();
    }
    Message message = found.get().message();
    boolean commercial = Draft.isCommercial(message.messageClass());
    Ruling ruling =
        judging.rule(
            new ConsentGround.Need(
                message.customerId(),
                message.channel(),
                message.messageClass(),
                message.purpose()));
    queue.decide(id, ruling.decision(), ruling.to());
    if (ruling.step() == Ruling.Step.REFUSE) {
      end(id, MessageState.REFUSED, ruling.decision().reason());
      return Optional.empty();
    }
    Optional<Link> link =
        commercial && ruling.step() == Ruling.Step.SEND
            ? ground.link(message.customerId(), message.purpose(), "c360-message-" + id)
            : Optional.empty();
    if (ruling.step() == Ruling.Step.WAIT || (commercial && link.isEmpty())) {
      String why = ruling.waitsFor() == null ? Reasons.CONSENT_UNKNOWN : ruling.waitsFor();
      Instant until = ruling.until() == null ? now.plus(wait(1)) : ruling.until();
      queue.requeue(id, why, until);
      return Optional.empty();
    }
    Attempt attempt = new Attempt(id, message.attempts() + 1);
    queue.begin(id, node, now.plus(settings.queue().lease()));
    attempts.begin(attempt, node, ruling.decision().reason(), now);
    return Optional.of(
        new Prepared(message, attempt, ruling.to(), link.orElse(null), attachments.contents(id)));
  }

  private static boolean isDue(Message message, Instant now) {
    return message.state() == MessageState.QUEUED
        && message.times().dueAt() != null
        && !message.times().dueAt().isAfter(now);
  }

  private boolean finish(long id, Attempt attempt, Handover handover) {
    Optional<StoredMessage> found = locked(id);
    attempts.end(attempt, handover, clock.instant());
    if (found.isEmpty()) {
      return false;
    }
    Message message = found.get().message();
    boolean ours =
        message.state() == MessageState.SENDING && message.attempts() == attempt.number();
    if (ours) {
      conclude(found.get(), handover);
    } else if (handover.outcome() == Outcome.ACCEPTED
        && (message.state() == MessageState.QUEUED || message.state() == MessageState.UNCERTAIN)) {
      // This node was taken for dead and was only slow: now there is an answer.
      end(id, MessageState.SENT, handover.reason());
    }
    return ours;
  }

  private void conclude(StoredMessage stored, Handover handover) {
    long id = stored.message().id();
    switch (handover.outcome()) {
      case ACCEPTED -> end(id, MessageState.SENT, handover.reason());
      case REJECTED -> end(id, MessageState.FAILED, Reasons.REJECTED);
      case NO_MAILBOX -> {
        suppressions.add(messages.recipientHash(id), Reasons.REJECTED, id);
        end(id, MessageState.FAILED, Reasons.NO_MAILBOX);
      }
      case UNANSWERED -> unanswered(stored);
      case TRY_AGAIN, AWAY -> again(stored.message());
      case OPEN -> throw new IllegalStateException("a try that ended is not open");
    }
  }

  private void again(Message message) {
    BackOff backOff = settings.queue().backOff();
    if (backOff.triesAgain(message.attempts())) {
      queue.requeue(
          message.id(), Reasons.TRY_AGAIN, clock.instant().plus(wait(message.attempts())));
    } else {
      end(message.id(), MessageState.FAILED, Reasons.GIVEN_UP);
    }
  }

  /**
   * Mail is handed over once more, with the same {@code Message-ID} by which mail systems drop
   * repeats; a text message has no such mark and is held at once.
   */
  private void unanswered(StoredMessage stored) {
    Message message = stored.message();
    queue.countUnanswered(message.id());
    boolean again =
        message.channel() == Channel.EMAIL
            && stored.unanswered() < SECOND_CHANCES
            && settings.queue().backOff().triesAgain(message.attempts());
    if (again) {
      queue.requeue(
          message.id(), Reasons.UNANSWERED, clock.instant().plus(wait(message.attempts())));
    } else {
      end(message.id(), MessageState.UNCERTAIN, Reasons.UNANSWERED);
    }
  }

  private Duration wait(int made) {
    return settings.queue().backOff().after(made, ThreadLocalRandom.current().nextDouble());
  }

  private void end(long id, MessageState state, String reason) {
    queue.end(id, state, reason, clock.instant());
    notes.tell(messages.find(id).orElseThrow().message(), null);
  }

  /** Takes up a message that a node was handing over when it died. */
  void recover(long id) {
    transactions.<Boolean, RuntimeException>requiresNew(
        () -> {
          Optional<StoredMessage> found = locked(id);
          if (found.isEmpty() || !queue.isAbandoned(id, clock.instant())) {
            return false;
          }
          Attempt attempt = new Attempt(id, found.get().message().attempts());
          attempts.end(
              attempt,
              Handover.of(Outcome.UNANSWERED, "the node that handed it over did not come back"),
              clock.instant());
          unanswered(found.get());
          return true;
        });
  }
}
