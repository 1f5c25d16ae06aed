package com.chronotech.customer360.profile.core;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostRefusal;
import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.ChangeSet.FieldChange;
import com.chronotech.customer360.profile.ProfileService.Changed;
import com.chronotech.customer360.profile.core.model.AsOf;
import com.chronotech.customer360.profile.core.model.ChangeWords;
import com.chronotech.customer360.profile.core.model.Differences;
import com.chronotech.customer360.profile.core.model.FieldJson;
import com.chronotech.customer360.profile.core.model.KnownState;
import com.chronotech.customer360.profile.core.model.LanguageTags;
import com.chronotech.customer360.profile.core.model.ProfileProblems;
import com.chronotech.customer360.profile.core.model.ProfileView;
import com.chronotech.customer360.profile.core.store.ProfileStore;
import com.chronotech.customer360.timeline.ActivityType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes profiles, in the transaction at hand: the host's row, the history, the timeline.
 * Thread-safe.
 */
@Component(service = ProfileWrites.class)
public final class ProfileWrites {
  private final HostCustomers host;
  private final ProfileStore store;
  private final ProfileReads reads;
  private final Telling telling;
  private final Watchers watchers;
  private final Clock clock;

  /** Creates the writer. */
  @Activate
  public ProfileWrites(
      @Reference HostCustomers host,
      @Reference ProfileStore store,
      @Reference ProfileReads reads,
      @Reference Telling telling,
      @Reference Watchers watchers,
      @Reference Clock clock) {
    this.host = host;
    this.store = store;
    this.reads = reads;
    this.telling = telling;
    this.watchers = watchers;
    this.clock = clock;
  }

  /**
   * What stands, locked until the end of the transaction.
   *
   * @param row the host's row
   * @param values the six fields as JSON
   */
  record Standing(CustomerRow row, Map<ProfileColumn, String> values) {

    String tag() {
      return ProfileView.tag(row.id(), values);
    }
  }

  /**
   * Why something is written.
   *
   * @param caller who wants it
   * @param reason in words; may be null
   * @param reverts the set that is taken back; null for none
   */
  record Why(Caller caller, String reason, String reverts) {}

  Standing lock(long customerId) {
    CustomerRow row =
        host.lockedRow(customerId).orElseThrow(() -> ProfileProblems.unknownCustomer(customerId));
    return new Standing(row, FieldJson.of(row));
  }

  Changed write(Standing standing, List<FieldChange> wanted, Why why) {
    CustomerRow row = standing.row();
    if (wanted.isEmpty()) {
      return new Changed(reads.now(row), null);
    }
    KnownState known = store.lockedState(row.id());
    List<ChangeSet> sets = new ArrayList<>();
    List<FieldChange> outside = Differences.outside(known, row, standing.values());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant last = known.changedAt();
    if (!outside.isEmpty()) {
      last = later(AsOf.outsideAt(row.updatedAt(), last, now), last);
      sets.add(set(row, last, outside, ChangeSet.OUTSIDE, null));
    }
    sets.add(set(row, later(now, last), wanted, why.caller().name(), why));
    KnownState left = left(standing.values(), known, sets);
    writeHost(row.id(), wanted);
    store.add(row.id(), sets, left);
    Locale locale = LanguageTags.spoken(row.text(ProfileColumn.LANGUAGE_CODE.column()));
    sets.forEach(set -> telling.tell(news(set, locale), set.outside() ? null : why.caller()));
    watchers.touched(row.id());
    CustomerRow written = host.lockedRow(row.id()).orElseThrow();
    return new Changed(reads.now(written), sets.get(sets.size() - 1));
  }

  /** Two sets of one customer never have the same instant, so that their order is told by it. */
  private static Instant later(Instant wanted, Instant last) {
    Instant at = wanted.truncatedTo(ChronoUnit.MICROS);
    return last == null || at.isAfter(last) ? at : last.plus(1, ChronoUnit.MICROS);
  }

  private static ChangeSet set(
      CustomerRow row, Instant at, List<FieldChange> changes, String actor, Why why) {
    Long actorId =
        why != null && why.caller().userId().isPresent() ? why.caller().userId().getAsLong() : null;
    return new ChangeSet(
        UUID.randomUUID().toString(),
        row.id(),
        at,
        actorId,
        actor,
        why == null ? null : why.reason(),
        why == null ? null : why.reverts(),
        changes);
  }

  private static KnownState left(
      Map<ProfileColumn, String> values, KnownState known, List<ChangeSet> sets) {
    Map<ProfileColumn, KnownState.Known> fields = new EnumMap<>(ProfileColumn.class);
    for (ProfileColumn field : ProfileColumn.values()) {
      KnownState.Known before = known.fields().get(field);
      fields.put(
          field, new KnownState.Known(values.get(field), before == null ? null : before.set()));
    }
    for (ChangeSet set : sets) {
      for (FieldChange change : set.changes()) {
        fields.put(change.field(), new KnownState.Known(change.newValue(), set.id()));
      }
    }
    return new KnownState(fields, sets.get(sets.size() - 1).at());
  }

  /** What the host would not take of a change, every field of it. */
  List<Violation> refusals(List<FieldChange> wanted) {
    List<Violation> faults = new ArrayList<>();
    host.refusals(columns(wanted))
        .forEach((column, reason) -> faults.add(Refused.violation(column.code(), reason)));
    return faults;
  }

  private static Map<ProfileColumn, Object> columns(List<FieldChange> wanted) {
    Map<ProfileColumn, Object> columns = new EnumMap<>(ProfileColumn.class);
    wanted.forEach(
        change ->
            columns.put(change.field(), FieldJson.toColumn(change.field(), change.newValue())));
    return columns;
  }

  private void writeHost(long customerId, List<FieldChange> wanted) {
    Map<ProfileColumn, Object> columns = columns(wanted);
    try {
      host.updateProfile(customerId, columns);
    } catch (HostRefusal refusal) {
      throw Refused.of(refusal);
    }
  }

  private static Telling.News news(ChangeSet set, Locale locale) {
    return new Telling.News(
        set.customerId(),
        ActivityType.SYSTEM,
        ChangeWords.title(set, locale),
        ChangeWords.description(set, locale),
        ChangeWords.metadata(set),
        null,
        0,
        set.at());
  }
}
