package com.chronotech.customer360.consents.core.notice;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Notice;
import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.consents.core.ConsentSettings;
import com.chronotech.customer360.consents.core.Notices;
import com.chronotech.customer360.consents.core.Notices.Shelf;
import com.chronotech.customer360.consents.core.model.ChainHash;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a plain first notice of each purpose that has none, in French and English, so that
 * consents can be recorded from the first day. A business replaces them by its own: a newer
 * version.
 */
@Component(service = FirstNotices.class, immediate = true)
public final class FirstNotices {
  private static final Logger LOG = LoggerFactory.getLogger(FirstNotices.class);
  private static final String PUBLISHER = "customer360";
  private static final NoticeVersion FIRST = new NoticeVersion(1, 0);
  private static final long RETRY_SECONDS = 5;

  private final Transactions transactions;
  private final Clock clock;
  private final ConsentStore store;
  private final Notices notices;
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Begins to publish, and tries again while the database is away. */
  @Activate
  public FirstNotices(
      @Reference ConsentSettings settings,
      @Reference Transactions transactions,
      @Reference Clock clock,
      @Reference ConsentStore store,
      @Reference Notices notices) {
    this(transactions, clock, store, notices);
    if (settings.builtinNotices()) {
      Thread thread = new Thread(this::run, "customer360-first-notices");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Creates one that publishes when it is told to. */
  public FirstNotices(Transactions transactions, Clock clock, ConsentStore store, Notices notices) {
    this.transactions = transactions;
    this.clock = clock;
    this.store = store;
    this.notices = notices;
  }

  /** Stops trying. */
  @Deactivate
  void stop() {
    ended.countDown();
  }

  private void run() {
    boolean done = false;
    while (!done && ended.getCount() > 0) {
      try {
        publishMissing();
        done = true;
      } catch (RuntimeException e) {
        LOG.info("the first notices wait for the database: {}", e.toString());
        done = waited();
      }
    }
  }

  private boolean waited() {
    try {
      return ended.await(RETRY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /**
   * Publishes what is missing.
   *
   * @return how many notices were published
   */
  public int publishMissing() {
    return transactions.required(
        () -> {
          int published = 0;
          for (ConsentType type : ConsentType.values()) {
            store.notices().lockPurpose(type);
            if (new Shelf(store.notices().all()).current(type).isEmpty()) {
              store.notices().insert(first(type));
              published++;
            }
          }
          notices.changedHere();
          return published;
        });
  }

  private Notice first(ConsentType type) {
    return new Notice(
        type,
        FIRST,
        Map.of("fr-CA", text(type, Locale.CANADA_FRENCH), "en-CA", text(type, Locale.CANADA)),
        null,
        null,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        PUBLISHER);
  }

  private static Notice.Text text(ConsentType type, Locale language) {
    String title = said("title." + type.code(), language);
    String body =
        said("body." + type.code(), language)
            + "\n\n"
            + said("choice", language)
            + "\n\n"
            + said("withdrawal", language);
    return new Notice.Text(title, body, ChainHash.wording(title, body).hex());
  }

  private static String said(String key, Locale language) {
    return LocalizedText.of(FirstNotices.class, key).in(language);
  }
}
