package com.chronotech.customer360.communications;

import com.chronotech.customer360.platform.caller.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Messages to customers, for host modules and for the REST edge.
 *
 * <p>Published in the service registry. Each bundle that looks it up gets an instance that knows
 * it: where no {@link com.chronotech.customer360.platform.caller.Caller} is bound to the thread,
 * the bundle itself is the caller, with the role {@code service}.
 *
 * <p><b>Consent.</b> Whether a message may be sent is asked when it is queued and again at the
 * instant of sending; the later answer decides and is kept. Unknown is never yes: while it cannot
 * be determined, what needs consent waits. Refusals are kept and shown like everything else.
 *
 * <p><b>Transactions.</b> {@link #send} writes the message and its entry on the timeline in the
 * transaction of the calling thread, and both land or vanish with it; without one it commits on
 * return. Handing over goes on afterwards, on any node. What is promised about repeats stands in
 * {@code docs/communications.md}.
 *
 * <p><b>Errors</b> are {@link com.chronotech.customer360.platform.problem.ProblemException}: {@code
 * NOT_FOUND} for an unknown customer or message, {@code REFUSED} with every violation, {@code
 * CONFLICT} when a message is past what is asked of it, {@code FORBIDDEN}, {@code UNAVAILABLE}
 * while the database is away.
 *
 * <p>Thread-safe.
 */
@ProviderType
public interface MessageService {

  /** To send messages, and to take back one's customers'. */
  Permission SEND = new Permission("communications.send");

  /** To read messages. */
  Permission READ = new Permission("communications.read");

  /** To manage templates, the queue and suppressed addresses. */
  Permission MANAGE = new Permission("communications.manage");

  /** The largest page. */
  int MAX_PER_PAGE = 100;

  /**
   * Queues a message, or keeps that it is refused. A refusal is no exception, so that the caller's
   * transaction goes on: look at {@link Message#state()}.
   */
  Queued send(NewMessage message);

  /** One message; empty when the customer has none with that number. */
  Optional<Message> find(long customerId, long messageId);

  /**
   * A customer's messages, newest first, without their HTML.
   *
   * @param before only messages with a smaller number; 0 for the newest
   * @param perPage 1 to {@link #MAX_PER_PAGE}
   */
  List<Message> history(long customerId, long before, int perPage);

  /** Takes back a message that was not handed over; one that was cancelled already stays so. */
  Message cancel(long customerId, long messageId);

  /**
   * Has a message tried again that failed or is uncertain, with the same {@code Message-ID} and a
   * fresh decision. Needs {@link #MANAGE}.
   */
  Message retry(long messageId);

  /**
   * Messages in a state, oldest first, without their HTML. Needs {@link #MANAGE}.
   *
   * @param limit 1 to 1,000
   */
  List<Message> inState(MessageState state, int limit);

  /** How the queue stands. Needs {@link #MANAGE}. */
  QueueState queue();

  /**
   * A message that was asked for.
   *
   * @param message as it stands
   * @param repeated whether the idempotency key had landed before, so that nothing was written
   */
  record Queued(Message message, boolean repeated) {}

  /**
   * How the queue stands.
   *
   * @param byState how many messages are in each state; states without one are absent
   * @param lag for how long the message that is due the longest has been waiting; zero when none is
   * @param transport where e-mail goes: {@code smtp://host:port} or {@code file:folder}
   * @param transportFailure why the last try to reach it failed; null when it did not
   */
  record QueueState(
      Map<MessageState, Long> byState, Duration lag, String transport, String transportFailure) {
    /** Creates a state. */
    public QueueState {
      byState = Map.copyOf(byState);
    }
  }
}
