package com.chronotech.customer360.communications.core.bounce;

import com.chronotech.customer360.communications.BounceReport;
import com.chronotech.customer360.communications.BounceReport.Kind;
import com.chronotech.customer360.communications.BounceService.Effect;
import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.core.MessageNotes;
import com.chronotech.customer360.communications.core.model.BounceRules;
import com.chronotech.customer360.communications.core.model.MailAddress;
import com.chronotech.customer360.communications.core.model.Reasons;
import com.chronotech.customer360.communications.core.model.StoredMessage;
import com.chronotech.customer360.communications.core.model.Texts;
import com.chronotech.customer360.communications.core.store.BounceTable;
import com.chronotech.customer360.communications.core.store.MessageTable;
import com.chronotech.customer360.communications.core.store.QueueTable;
import com.chronotech.customer360.communications.core.suppression.Suppressions;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.tx.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes reports of messages that came back. Thread-safe. */
@Component(service = BounceEngine.class)
public final class BounceEngine {
  private static final int DIAGNOSTIC = 500;
  private static final Pattern STATUS = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");
  private static final Pattern ADDRESS = Pattern.compile("\\S+@[^\\s>]+>?");

  private final Transactions transactions;
  private final Callers callers;
  private final Clock clock;
  private final BounceTable bounces;
  private final MessageTable messages;
  private final QueueTable queue;
  private final Suppressions suppressions;
  private final MessageNotes notes;

  /** Creates the engine. */
  @Activate
  public BounceEngine(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Clock clock,
      @Reference BounceTable bounces,
      @Reference MessageTable messages,
      @Reference QueueTable queue,
      @Reference Suppressions suppressions,
      @Reference MessageNotes notes) {
    this.transactions = transactions;
    this.callers = callers;
    this.clock = clock;
    this.bounces = bounces;
    this.messages = messages;
    this.queue = queue;
    this.suppressions = suppressions;
    this.notes = notes;
  }

  /** See {@link com.chronotech.customer360.communications.BounceService#report}. */
  Effect report(Caller caller, BounceReport report) {
    callers.require(caller, MessageService.MANAGE);
    return take(report, true);
  }

  /**
   * Takes a report, whoever brings it: to be called with what was proven to come from whom we
   * trust.
   *
   * @param addressIsEnough whether an address alone is believed, or only a message of ours together
   *     with the address that it went to: anybody can write to a mailbox
   */
  public Effect take(BounceReport report, boolean addressIsEnough) {
    return transactions.required(() -> record(report, addressIsEnough));
  }

  private Effect record(BounceReport report, boolean addressIsEnough) {
    Optional<StoredMessage> found =
        report.messageId() == null
            ? Optional.empty()
            : messages.lockedByMessageId(angled(report.messageId()));
    Optional<String> address = MailAddress.of(report.recipient());
    String told = address.map(suppressions::hash).orElse(null);
    String went = found.map(stored -> messages.recipientHash(stored.message().id())).orElse(null);
    boolean ours = found.isPresent() && went != null && (told == null || told.equals(went));
    if (!ours && !(addressIsEnough && told != null)) {
      return Effect.UNKNOWN;
    }
    String hash = ours ? went : told;
    Message message = ours ? found.get().message() : null;
    Instant now = clock.instant();
    BounceReport kept = cleaned(report);
    boolean fresh =
        bounces.insert(
            new BounceTable.Row(
                fingerprint(message, hash, kept),
                message == null ? null : message.id(),
                hash,
                kept,
                report.occurredAt() == null ? now : report.occurredAt()),
            now);
    if (!fresh) {
      return Effect.REPEATED;
    }
    if (message != null && report.kind() != Kind.SOFT) {
      mark(message, report.kind(), now);
    }
    if (!BounceRules.suppresses(report.kind(), kept.status())) {
      return Effect.KEPT;
    }
    suppressions.add(
        hash,
        report.kind() == Kind.COMPLAINT ? Reasons.COMPLAINT : Reasons.HARD_BOUNCE,
        message == null ? null : message.id());
    return Effect.SUPPRESSED;
  }

  private void mark(Message message, Kind kind, Instant now) {
    boolean out = message.state() == MessageState.SENT || message.state() == MessageState.UNCERTAIN;
    if (kind == Kind.HARD && out) {
      queue.end(message.id(), MessageState.BOUNCED, Reasons.HARD_BOUNCE, now);
    } else if (kind == Kind.COMPLAINT && out) {
      queue.end(message.id(), MessageState.BOUNCED, Reasons.COMPLAINT, now);
    } else {
      return;
    }
    notes.tell(messages.find(message.id()).orElseThrow().message(), null);
  }

  private static String angled(String messageId) {
    String id = messageId.strip();
    return id.startsWith("<") ? id : "<" + id + ">";
  }

  private static BounceReport cleaned(BounceReport report) {
    String status = report.status();
    String diagnostic = report.diagnostic();
    return new BounceReport(
        null,
        null,
        report.kind(),
        status != null && STATUS.matcher(status).matches() ? status : null,
        diagnostic == null
            ? null
            : Texts.line(ADDRESS.matcher(diagnostic).replaceAll("•••"), DIAGNOSTIC),
        null);
  }

  /** The same message came back the same way: told by whichever way it is heard of. */
  private static String fingerprint(Message message, String hash, BounceReport report) {
    String what =
        (message == null ? "-" : Long.toString(message.id()))
            + '|'
            + hash
            + '|'
            + report.kind().code()
            + '|'
            + report.status();
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
