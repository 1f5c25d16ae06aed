package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.tx.Transactions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How consents stand, as this node remembers it: until when each is granted, and nothing else.
 *
 * <p>It is believed only while the outbox says that this node has heard everything which was
 * committed until a second ago; while it has not, whoever asks reads the database. What is
 * committed here is forgotten from the moment it is written, before the commit, until after it: a
 * reader who read before the commit and comes to remember after it finds another generation, and
 * remembers nothing. Thread-safe.
 */
@Component(service = AnswerCache.class)
public final class AnswerCache {

  /** Not remembered. */
  static final long UNKNOWN = -1;

  /** Not granted. */
  static final long NO = 0;

  /** Granted, without an end. */
  static final long FOR_GOOD = Long.MAX_VALUE;

  private static final long LEASE_NANOS = 1_000_000_000L;

  /** How long a write that was rolled back keeps its customer from being remembered. */
  private static final long OPEN_NANOS = 60_000_000_000L;

  /**
   * Above so many customers a write is remembered as one of anybody, so that a file of a million
   * takes no more memory than one of a thousand.
   */
  private static final int CROWD = 100;

  private static final int STRIPES = 256;

  private final Outbox outbox;
  private final Transactions transactions;
  private final RecentAnswers answers;
  private final Stripe[] stripes = new Stripe[STRIPES];

  /** Until when a thread's write of a crowd has not ended, as far as is known. */
  private final Map<Thread, Long> crowds = new ConcurrentHashMap<>();

  private final long born = System.nanoTime();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /** Creates an empty memory. */
  @Activate
  public AnswerCache(
      @Reference Outbox outbox,
      @Reference Transactions transactions,
      @Reference ConsentSettings settings) {
    this.outbox = outbox;
    this.transactions = transactions;
    this.answers = new RecentAnswers(settings.cachedCustomers());
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe();
    }
  }

  /** A write that has not ended, as far as is known. */
  private record Open(Thread writer, long until) {}

  /** Customers that share a lock. */
  private static final class Stripe {
    private final Map<Long, Open> open = new HashMap<>();
    private long generation;
    private int sweepAt = 1000;

    /** What was rolled back tells nobody, so it is swept now and then. */
    void sweep() {
      if (open.size() >= sweepAt) {
        long now = System.nanoTime();
        open.values().removeIf(write -> write.until - now <= 0);
        sweepAt = Math.max(1000, 2 * open.size());
      }
    }

    boolean isOpen(long customerId, long now) {
      Open write = open.get(customerId);
      return write != null && write.until - now > 0;
    }
  }

  /**
   * Until when a consent is granted, in microseconds since 1970, exclusive: {@link #NO}, {@link
   * #FOR_GOOD}, or {@link #UNKNOWN} when the database must be read.
   */
  long find(long customerId, ConsentType type) {
    long until = answers.get(customerId, type);
    if (until == UNKNOWN || System.nanoTime() - outbox.completeThroughNanos() >= LEASE_NANOS) {
      misses.increment();
      return UNKNOWN;
    }
    hits.increment();
    if (answers.isOld(customerId)) {
      synchronized (stripe(customerId)) {
        answers.renew(customerId);
      }
    }
    return until;
  }

  /** To be asked before the database is read: what {@link #remember} wants; negative for never. */
  long stamp(long customerId) {
    long now = System.nanoTime();
    Stripe stripe = stripe(customerId);
    synchronized (stripe) {
      // A node that has not begun to listen never hears of what was committed before it did.
      boolean early =
          now - born < LEASE_NANOS || now - outbox.completeThroughNanos() >= LEASE_NANOS;
      return early || isOpen(stripe, customerId, now) ? -1 : stripe.generation;
    }
  }

  /** Remembers what was read after a stamp, unless something happened meanwhile. */
  void remember(long customerId, ConsentType type, long until, long stamp) {
    if (stamp < 0) {
      return;
    }
    Stripe stripe = stripe(customerId);
    synchronized (stripe) {
      if (stripe.generation == stamp && !isOpen(stripe, customerId, System.nanoTime())) {
        answers.put(customerId, type, until);
      }
    }
  }

  /** While a crowd is written nothing is remembered of anybody. */
  private boolean isOpen(Stripe stripe, long customerId, long now) {
    return stripe.isOpen(customerId, now)
        || crowds.values().stream().anyMatch(until -> until - now > 0);
  }

  /**
   * Whether the current transaction of this thread changed the customer's consents, or may have.
   */
  boolean isChangedByMe(long customerId) {
    if (!transactions.isActive()) {
      return false;
    }
    Long until = crowds.get(Thread.currentThread());
    if (until != null && until - System.nanoTime() > 0) {
      return true;
    }
    Stripe stripe = stripe(customerId);
    synchronized (stripe) {
      Open write = stripe.open.get(customerId);
      return write != null && write.writer.equals(Thread.currentThread());
    }
  }

  /** These customers' consents were changed in the current transaction, which has not ended. */
  void changedHere(Collection<Long> customers) {
    long until = System.nanoTime() + OPEN_NANOS;
    if (customers.size() > CROWD) {
      crowdChangedHere(customers, until);
      return;
    }
    for (Long customer : customers) {
      Stripe stripe = stripe(customer);
      synchronized (stripe) {
        stripe.sweep();
        stripe.open.put(customer, new Open(Thread.currentThread(), until));
        stripe.generation++;
        answers.forget(customer);
      }
    }
    transactions.afterCommit(() -> committed(customers));
  }

  private void crowdChangedHere(Collection<Long> customers, long until) {
    long now = System.nanoTime();
    crowds.values().removeIf(last -> last - now <= 0);
    Thread writer = Thread.currentThread();
    crowds.put(writer, until);
    heard(customers);
    // Whoever read before the commit has found the crowd or another generation, so there is nothing
    // left to forget then, unless it came later than a write is believed to be open.
    transactions.afterCommit(
        () -> {
          crowds.remove(writer, until);
          if (System.nanoTime() - until >= 0) {
            forgetAll();
          }
        });
  }

  private void forgetAll() {
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        stripe.generation++;
      }
    }
    answers.clear();
  }

  private void committed(Collection<Long> customers) {
    for (Long customer : customers) {
      Stripe stripe = stripe(customer);
      synchronized (stripe) {
        stripe.open.remove(customer);
        stripe.generation++;
        answers.forget(customer);
      }
    }
  }

  /** Another node, or this one, committed a change of these customers. */
  public void heard(Collection<Long> customers) {
    for (Long customer : customers) {
      Stripe stripe = stripe(customer);
      synchronized (stripe) {
        stripe.generation++;
        answers.forget(customer);
      }
    }
  }

  /** How often the memory had the answer. */
  public long hits() {
    return hits.sum();
  }

  /** How often the database had to be read. */
  public long misses() {
    return misses.sum();
  }

  /** Of how many customers something is remembered, about. */
  public int size() {
    return answers.size();
  }

  private Stripe stripe(long customerId) {
    return stripes[(int) Math.floorMod(customerId, (long) STRIPES)];
  }
}
