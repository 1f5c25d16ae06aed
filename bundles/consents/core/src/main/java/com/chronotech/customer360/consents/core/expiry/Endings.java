package com.chronotech.customer360.consents.core.expiry;

import com.chronotech.customer360.consents.ConsentEvent;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.Customers;
import com.chronotech.customer360.consents.core.TimelineNotes;
import com.chronotech.customer360.consents.core.expiry.store.ExpiryTable;
import com.chronotech.customer360.consents.core.expiry.store.ExpiryTable.Ended;
import com.chronotech.customer360.consents.core.model.ChangedMessage;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.event.Outbox;
import com.chronotech.customer360.platform.event.OutboxMessage;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announces consents that ended by the clock, each once whatever the number of nodes: on the
 * timeline and as an event. No answer waits for it: a consent past its end authorises nothing,
 * announced or not. Thread-safe.
 */
@Component(
    service = Endings.class,
    immediate = true,
    configurationPid = "com.chronotech.customer360.consents")
public final class Endings {
  private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
  private static final int CHUNK = 500;

  /** Longer than a transaction lasts: what commits late was recorded before it ended. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  private final Transactions transactions;
  private final Clock clock;
  private final Outbox outbox;
  private final Customers customers;
  private final ConsentStore store;
  private final ExpiryTable table;
  private final TimelineNotes notes;
  private final ScheduledExecutorService background;
  private final Future<?> looking;

  /** What has ended before was announced, by this node or another. */
  private Instant from = Instant.EPOCH;

  /** Creates the announcements, and begins to look. */
  @Activate
  public Endings(
      @Reference Transactions transactions,
      @Reference Clock clock,
      @Reference Outbox outbox,
      @Reference Customers customers,
      @Reference ConsentStore store,
      @Reference ExpiryTable table,
      @Reference TimelineNotes notes,
      ExpiryConfiguration configuration) {
    this.transactions = transactions;
    this.clock = clock;
    this.outbox = outbox;
    this.customers = customers;
    this.store = store;
    this.table = table;
    this.notes = notes;
    this.background =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "customer360-consent-endings");
              thread.setDaemon(true);
              return thread;
            });
    int seconds = configuration.expiry_scan_seconds();
    this.looking =
        seconds > 0
            ? background.scheduleWithFixedDelay(this::look, seconds, seconds, TimeUnit.SECONDS)
            : null;
  }

  private void look() {
    try {
      announce();
    } catch (ProblemException e) {
      LOG.warn("Consents that ended are announced later: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Consents that ended could not be announced; the next look tries again", e);
    }
  }

  /**
   * Announces what ended until now.
   *
   * @return how many this node announced
   */
  public synchronized int announce() {
    Instant now = clock.instant();
    Instant end = from;
    long id = 0;
    int announced = 0;
    while (true) {
      List<Ended> ended = table.next(end, id, now, CHUNK);
      if (ended.isEmpty()) {
        from = now.minus(OVERLAP);
        return announced;
      }
      announced += transactions.required(() -> announce(ended, now));
      Ended last = ended.get(ended.size() - 1);
      end = last.validUntil();
      id = last.id();
    }
  }

  private int announce(List<Ended> found, Instant now) {
    Set<Long> concerned = new TreeSet<>();
    found.forEach(one -> concerned.add(one.customerId()));
    // Whoever renews or announces has the chain's lock: what is read next is the last word.
    store.chains().lock(concerned, now);
    List<Ended> still = table.still(found.stream().map(Ended::id).toList());
    if (still.isEmpty()) {
      return 0;
    }
    table.add(still.stream().map(Ended::id).toList(), now);
    tell(store.entries().byRecord(still.stream().map(Ended::recordId).toList()));
    return still.size();
  }

  private void tell(List<Entry> entries) {
    Map<Long, HostCustomer> known =
        customers.found(entries.stream().map(Entry::customerId).collect(Collectors.toSet()));
    Map<Locale, List<Entry>> byLanguage = new HashMap<>();
    List<OutboxMessage> messages = new ArrayList<>();
    for (Entry entry : entries) {
      HostCustomer customer = known.get(entry.customerId());
      if (customer != null) {
        byLanguage
            .computeIfAbsent(Customers.person(customer).language(), one -> new ArrayList<>())
            .add(entry);
        messages.add(message(entry));
      }
    }
    byLanguage.forEach((language, some) -> notes.expired(some, language));
    if (!messages.isEmpty()) {
      outbox.append(messages);
    }
  }

  private static OutboxMessage message(Entry entry) {
    ConsentEvent event =
        new ConsentEvent(
            entry.customerId(),
            ConsentType.ofCode(entry.type()).orElseThrow(),
            ConsentState.EXPIRED,
            entry.version(),
            entry.recordId(),
            entry.validUntil());
    return OutboxMessage.of(
        ChangedMessage.TOPIC, entry.customerId(), new ChangedMessage(List.of(event)).payload());
  }

  /** Ends with the component. */
  @Deactivate
  public void stop() {
    if (looking != null) {
      looking.cancel(false);
    }
    background.shutdown();
  }
}
