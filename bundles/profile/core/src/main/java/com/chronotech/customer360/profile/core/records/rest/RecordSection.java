package com.chronotech.customer360.profile.core.records.rest;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.profile.CustomerRecord;
import com.chronotech.customer360.profile.ProfileService;
import com.chronotech.customer360.profile.Records.Listing;
import com.chronotech.customer360.profile.core.records.RecordEngine;
import com.chronotech.customer360.profile.core.records.RecordEngine.About;
import com.chronotech.customer360.sections.Section;
import com.chronotech.customer360.sections.SectionData;
import com.chronotech.customer360.sections.SectionWords;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The tab of one kind of records. Thread-safe.
 *
 * @param <R> the kind
 */
abstract class RecordSection<R extends CustomerRecord> implements Section {
  private final RecordEngine<R> engine;
  private final HostRecords host;
  private final Function<List<R>, List<Map<String, Object>>> shown;

  RecordSection(
      RecordEngine<R> engine,
      HostRecords host,
      Function<List<R>, List<Map<String, Object>>> shown) {
    this.engine = engine;
    this.host = host;
    this.shown = shown;
  }

  @Override
  public final String name() {
    return RecordEdge.PLURALS.get(engine.kind());
  }

  @Override
  public final Permission permission() {
    return ProfileService.READ;
  }

  @Override
  public final Availability availability() {
    return host.available(engine.kind());
  }

  @Override
  public final SectionData load(Caller caller, long customerId) {
    About<Listing<R>> found = engine.list(caller, customerId);
    return new SectionData(
        found.customer().privacyLevel(), Map.of(name(), shown.apply(found.value().records())));
  }

  @Override
  public final SectionWords words() {
    return SectionWords.beside(RecordSection.class);
  }
}
