package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.profile.ProfileService;
import com.chronotech.customer360.profile.RecordService;
import com.chronotech.customer360.profile.core.ProfileEngine;
import com.chronotech.customer360.profile.core.ProfileFacade;
import com.chronotech.customer360.profile.core.ProfileReads;
import com.chronotech.customer360.profile.core.ProfileWrites;
import com.chronotech.customer360.profile.core.Telling;
import com.chronotech.customer360.profile.core.Watchers;
import com.chronotech.customer360.profile.core.records.PhoneNumbers;
import com.chronotech.customer360.profile.core.records.ProfileConfiguration;
import com.chronotech.customer360.profile.core.records.RecordBook;
import com.chronotech.customer360.profile.core.records.RecordFacade;
import com.chronotech.customer360.profile.core.store.ProfileStore;
import com.chronotech.customer360.profile.core.store.TimelineTexts;
import java.util.Map;

/** The profile's services of one node, as the container wires them. Thread-safe. */
public final class ProfileNode {
  private static final String SELF = "com.chronotech.customer360.profile-core";

  private final TestPlatform platform;
  private final HostCustomers customers;
  private final HostRecords hostRecords;
  private final Watchers watchers = new Watchers();
  private final ProfileEngine engine;
  private final RecordBook book;

  /** Starts the services over a node. */
  public ProfileNode(TestPlatform platform) {
    this.platform = platform;
    customers =
        TestSchema.customers(platform.dataSource(), platform.transactions(), platform.clock());
    hostRecords =
        TestSchema.records(platform.dataSource(), platform.transactions(), platform.clock());
    ProfileStore store = new ProfileStore(platform.dataSource(), () -> "test");
    ProfileReads reads =
        new ProfileReads(TestSchema.directory(platform.dataSource()), store, platform.clock());
    Telling telling =
        new Telling(
            platform.timelineOf(SELF),
            platform.callers(),
            new TimelineTexts(platform.dataSource(), platform.clock()));
    engine =
        new ProfileEngine(
            platform.transactions(),
            platform.callers(),
            customers,
            store,
            reads,
            new ProfileWrites(customers, store, reads, telling, watchers, platform.clock()));
    book =
        new RecordBook(
            platform.transactions(),
            platform.callers(),
            customers,
            hostRecords,
            new PhoneNumbers(),
            telling,
            watchers,
            platform.clock(),
            Configurations.of(ProfileConfiguration.class, Map.of()));
  }

  /** Profiles as the module {@link TestPlatform#MODULE} sees them. */
  public ProfileService profiles() {
    return new ProfileFacade(engine, platform.callers(), Caller.service(TestPlatform.MODULE));
  }

  /** Contacts, addresses and vehicles as that module sees them. */
  public RecordService records() {
    return new RecordFacade(book, platform.callers(), Caller.service(TestPlatform.MODULE));
  }

  /** What the REST edge asks about profiles. */
  public ProfileEngine engine() {
    return engine;
  }

  /** What the REST edge asks about records. */
  public RecordBook book() {
    return book;
  }

  /** Those who hear of changes. */
  public Watchers watchers() {
    return watchers;
  }

  /** The host's rows of customers. */
  public HostCustomers customers() {
    return customers;
  }

  /** The host's records. */
  public HostRecords hostRecords() {
    return hostRecords;
  }
}
