package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Notice;
import com.chronotech.customer360.consents.NoticeVersion;
import com.chronotech.customer360.consents.core.AnswerCache;
import com.chronotech.customer360.consents.core.ConsentConfiguration;
import com.chronotech.customer360.consents.core.ConsentEngine;
import com.chronotech.customer360.consents.core.ConsentFacade;
import com.chronotech.customer360.consents.core.ConsentSettings;
import com.chronotech.customer360.consents.core.Customers;
import com.chronotech.customer360.consents.core.EntryWriter;
import com.chronotech.customer360.consents.core.Notices;
import com.chronotech.customer360.consents.core.TimelineNotes;
import com.chronotech.customer360.consents.core.model.ChainHash;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.platform.caller.Caller;
import java.util.Map;

/** Consents as the container wires them, over the services of a node. Thread-safe. */
public final class ConsentsNode {
  private final TestPlatform platform;
  private final ConsentStore store;
  private final Customers customers;
  private final Notices notices;
  private final EntryWriter writer;
  private final ConsentEngine engine;

  /** Wires consents with their usual settings. */
  public ConsentsNode(TestPlatform platform) {
    this(platform, Map.of());
  }

  /** Wires consents with settings that differ from the usual ones. */
  public ConsentsNode(TestPlatform platform, Map<String, ?> configuration) {
    this.platform = platform;
    ConsentSettings settings =
        new ConsentSettings(Configurations.of(ConsentConfiguration.class, configuration));
    store = new ConsentStore(platform.dataSource(), platform.clock());
    customers =
        new Customers(
            TestSchema.directory(platform.dataSource()),
            TestSchema.customers(platform.dataSource(), platform.transactions(), platform.clock()));
    notices = new Notices(store);
    writer =
        new EntryWriter(
            platform.transactions(),
            platform.outbox(),
            platform.clock(),
            store,
            new TimelineNotes(platform.timeline(), platform.callers()),
            new AnswerCache(),
            settings);
    engine =
        new ConsentEngine(
            platform.transactions(),
            platform.callers(),
            platform.clock(),
            customers,
            notices,
            store,
            writer);
  }

  /** Consents as the module {@link TestPlatform#MODULE} sees them; it may do everything. */
  public ConsentService consents() {
    return new ConsentFacade(engine, platform.callers(), Caller.service(TestPlatform.MODULE));
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
  public void publish(ConsentType type, String version, Integer validityMonths) {
    String title = "Avis " + type.code() + " " + version;
    platform
        .transactions()
        .run(
            () ->
                store
                    .notices()
                    .insert(
                        new Notice(
                            type,
                            NoticeVersion.parse(version).orElseThrow(),
                            Map.of("fr-CA", text(title, "Texte"), "en-CA", text(title, "Text")),
                            validityMonths,
                            null,
                            platform.clock().instant(),
                            "itest")));
  }

  private static Notice.Text text(String title, String body) {
    return new Notice.Text(title, body, ChainHash.wording(title, body).hex());
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
