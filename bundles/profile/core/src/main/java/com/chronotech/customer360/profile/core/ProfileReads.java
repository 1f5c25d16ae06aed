package com.chronotech.customer360.profile.core;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.profile.ChangeSet.FieldChange;
import com.chronotech.customer360.profile.Profile;
import com.chronotech.customer360.profile.core.model.AsOf;
import com.chronotech.customer360.profile.core.model.Differences;
import com.chronotech.customer360.profile.core.model.FieldJson;
import com.chronotech.customer360.profile.core.model.KnownState;
import com.chronotech.customer360.profile.core.model.ProfileProblems;
import com.chronotech.customer360.profile.core.model.ProfileView;
import com.chronotech.customer360.profile.core.store.ProfileStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads profiles, of now and of any instant. Thread-safe. */
@Component(service = ProfileReads.class)
public final class ProfileReads {
  /** The brief's default, for an instant at which a customer had no zone. */
  private static final String ZONE = "America/Montreal";

  private final HostDirectory directory;
  private final ProfileStore store;
  private final Clock clock;

  /** Creates the reader. */
  @Activate
  public ProfileReads(
      @Reference HostDirectory directory, @Reference ProfileStore store, @Reference Clock clock) {
    this.directory = directory;
    this.store = store;
    this.clock = clock;
  }

  Profile now(CustomerRow row) {
    Map<ProfileColumn, String> values = FieldJson.of(row);
    KnownState known = store.state(row.id());
    return view(row, values, null, changedAt(row, values, known));
  }

  /** The instant of the last change, what others did to the row included. */
  private Instant changedAt(CustomerRow row, Map<ProfileColumn, String> values, KnownState known) {
    if (Differences.outside(known, row, values).isEmpty()) {
      return known.changedAt();
    }
    return AsOf.outsideAt(row.updatedAt(), known.changedAt(), clock.instant());
  }

  Profile at(CustomerRow row, Instant instant) {
    Instant now = clock.instant();
    if (instant.isAfter(now)) {
      throw ProfileProblems.badRequest("as_of", "profile.as_of_in_the_future");
    }
    Map<ProfileColumn, String> current = FieldJson.of(row);
    KnownState known = store.state(row.id());
    if (known.changedAt() == null) {
      return view(row, current, instant, null);
    }
    List<FieldChange> outside = Differences.outside(known, row, current);
    Instant outsideAt = AsOf.outsideAt(row.updatedAt(), known.changedAt(), now);
    Map<ProfileColumn, String> values =
        AsOf.values(current, outside, outsideAt, store.after(row.id(), instant), instant);
    boolean afterOutside = !outside.isEmpty() && !instant.isBefore(outsideAt);
    Instant changedAt = afterOutside ? outsideAt : store.lastUpTo(row.id(), instant).orElse(null);
    return view(row, values, instant, changedAt);
  }

  private Profile view(
      CustomerRow row, Map<ProfileColumn, String> values, Instant asOf, Instant changedAt) {
    return ProfileView.of(row, values, shopZone(row, values), asOf, changedAt);
  }

  /** The zone of those who have none that can be read; not looked for where there is one. */
  private String shopZone(CustomerRow row, Map<ProfileColumn, String> values) {
    boolean wanted = !ProfileView.readable(ProfileColumn.TIMEZONE, values);
    boolean answered = wanted && !ProfileView.readable(ProfileColumn.TIMEZONE, FieldJson.of(row));
    return answered
        ? directory.customer(row.id()).map(customer -> customer.zone().getId()).orElse(ZONE)
        : ZONE;
  }
}
