package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Notice;
import com.chronotech.customer360.consents.NoticeService;
import com.chronotech.customer360.consents.NoticeService.NewNotice;
import com.chronotech.customer360.consents.NoticeService.NewNotice.Wording;
import com.chronotech.customer360.consents.core.AnswerCache;
import com.chronotech.customer360.consents.core.Commerce;
import com.chronotech.customer360.consents.core.ConsentConfiguration;
import com.chronotech.customer360.consents.core.ConsentEngine;
import com.chronotech.customer360.consents.core.ConsentFacade;
import com.chronotech.customer360.consents.core.ConsentSettings;
import com.chronotech.customer360.consents.core.Customers;
import com.chronotech.customer360.consents.core.EntryWriter;
import com.chronotech.customer360.consents.core.Notices;
import com.chronotech.customer360.consents.core.TimelineNotes;
import com.chronotech.customer360.consents.core.event.ChangedEvents;
import com.chronotech.customer360.consents.core.model.ChangedMessage;
import com.chronotech.customer360.consents.core.notice.NoticeEngine;
import com.chronotech.customer360.consents.core.notice.NoticeFacade;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.event.OutboxListener;
import java.util.Map;

/** Consents as the container wires them, over the services of a node. Thread-safe. */
public final class ConsentsNode {
  private final TestPlatform platform;
  private final ConsentStore store;
  private final Customers customers;
  private final Notices notices;
  private final EntryWriter writer;
  private final AnswerCache cache;
  private final ConsentEngine engine;
  private final NoticeEngine noticeEngine;

  /** Wires consents with their usual settings. */
  public ConsentsNode(TestPlatform platform) {
    this(platform, Map.of());
  }

  /** Wires consents with settings that differ from the usual ones. */
  public ConsentsNode(TestPlatform platform, Map<String, ?> configuration) {
    this.platform = platform;
    ConsentSettings settings =
        new ConsentSettings(Configurations.of(ConsentConfiguration.class, configuration));
    store = new ConsentStore(platform.dataSource(), platform.clock(), TestSchema.ZONE);
    customers =
        new Customers(
            TestSchema.directory(platform.dataSource()),
            TestSchema.customers(platform.dataSource(), platform.transactions(), platform.clock()));
    notices = new Notices(store, platform.transactions());
    cache = new AnswerCache(platform.outbox(), platform.transactions(), settings);
    platform
        .listeners()
        .addListener(
            new ChangedEvents(cache, platform.eventAdmin()),
            Map.of(OutboxListener.TOPIC, ChangedMessage.TOPIC));
    writer =
        new EntryWriter(
            platform.transactions(),
            platform.outbox(),
            platform.clock(),
            store,
            notices,
            new TimelineNotes(platform.timeline(), platform.callers()),
            cache,
            settings);
    engine =
        new ConsentEngine(
            platform.transactions(),
            platform.callers(),
            platform.clock(),
            customers,
            notices,
            new Commerce(TestSchema.commerce(platform.dataSource())),
            store,
            cache,
            writer);
    noticeEngine =
        new NoticeEngine(
            platform.transactions(), platform.callers(), platform.clock(), store, notices);
  }

  /** Consents as the module {@link TestPlatform#MODULE} sees them; it may do everything. */
  public ConsentService consents() {
    return new ConsentFacade(engine, platform.callers(), Caller.service(TestPlatform.MODULE));
  }

  /** Notices as that module sees them. */
  public NoticeService noticeService() {
    return new NoticeFacade(noticeEngine, platform.callers(), Caller.service(TestPlatform.MODULE));
  }

  /** Publishes a notice of every purpose in French and English, without an end. */
  public void publishNotices(String version) {
    for (ConsentType type : ConsentType.values()) {
      publish(type, version, null);
    }
  }

  /**
   * Publishes a notice in French and English.
   *
   * @param validityMonths null for no end
   */
  public Notice publish(ConsentType type, String version, Integer validityMonths) {
    Map<String, Wording> texts =
        Map.of(
            "fr-CA", new Wording("Avis " + version, "Texte de " + type.code()),
            "en-CA", new Wording("Notice " + version, "Text of " + type.code()));
    return noticeService().publish(new NewNotice(type, version, texts, validityMonths, null));
  }

  /** How this node remembers answers. */
  public AnswerCache cache() {
    return cache;
  }

  /** The tables. */
  public ConsentStore store() {
    return store;
  }

  /** The customers. */
  public Customers customers() {
    return customers;
  }

  /** The notices. */
  public Notices notices() {
    return notices;
  }

  /** What writes versions. */
  public EntryWriter writer() {
    return writer;
  }

  /** What answers the facade and the REST edge. */
  public ConsentEngine engine() {
    return engine;
  }

  /** The node below. */
  public TestPlatform platform() {
    return platform;
  }
}
