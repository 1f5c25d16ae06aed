package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.core.kept.model.CustomerRows;
import com.chronotech.customer360.analytics.core.kept.model.FleetChange;
import com.chronotech.customer360.analytics.core.kept.model.Folding;
import com.chronotech.customer360.analytics.core.kept.model.Kept;
import com.chronotech.customer360.analytics.core.kept.model.Part;
import com.chronotech.customer360.analytics.core.kept.model.Scoring;
import com.chronotech.customer360.analytics.core.kept.model.Snapshot;
import com.chronotech.customer360.analytics.core.kept.model.Standing;
import com.chronotech.customer360.analytics.core.model.Shop;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.host.CustomerRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Computes customers and keeps what comes of it. Needs a transaction, and the lock of {@link
 * Run#MARK}: then nobody else adds to the sums, and what is taken out of them is what is in.
 */
final class Keeper {
  private final RowReader reader;
  private final ConsentService consents;
  private final Tables tables;
  private final Clock clock;

  Keeper(RowReader reader, ConsentService consents, Tables tables, Clock clock) {
    this.reader = reader;
    this.consents = consents;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * Customers as the host's rows say.
   *
   * @param snapshots by customer, in ascending id
   * @param profiled who agreed to profiling
   * @param labels how values are spelled, by dimension
   */
  record Computed(
      Map<Long, Snapshot> snapshots,
      Set<Long> profiled,
      Map<Dimension, Map<String, String>> labels) {}

  /** To which builds of the sums a change goes; 0 for none. */
  record Target(int live, int made) {}

  /** The shop today. */
  Shop shop() {
    return reader.shop();
  }

  /** The shop on another day. */
  Shop shop(LocalDate day) {
    return reader.shop(day);
  }

  /** Computes customers as of the shop's day. */
  Computed compute(List<CustomerRow> customers, Shop shop) {
    return compute(customers, id -> shop);
  }

  /** Computes customers, each as of a day of its own. */
  Computed compute(List<CustomerRow> customers, Function<Long, Shop> shops) {
    RowReader.Read read = reader.of(customers);
    Set<Long> profiled =
        customers.isEmpty()
            ? Set.of()
            : consents.filterGranted(read.rows().keySet(), ConsentType.PROFILING);
    Map<Long, Snapshot> snapshots = new TreeMap<>();
    Map<String, String> cities = new HashMap<>();
    Map<String, String> segments = new HashMap<>();
    for (Map.Entry<Long, CustomerRows> one : read.rows().entrySet()) {
      long id = one.getKey();
      CustomerRows rows = one.getValue();
      snapshots.put(id, Snapshot.of(id, rows, shops.apply(id), profiled.contains(id)));
      if (!rows.city().isEmpty()) {
        cities.putIfAbsent(Folding.fold(rows.city()), rows.city());
      }
      segments.putAll(Snapshot.spellings(rows.labels()));
    }
    return new Computed(
        snapshots,
        profiled,
        Map.of(
            Dimension.CITY, cities,
            Dimension.SEGMENT, segments,
            Dimension.VEHICLE_MAKE, read.makes()));
  }

  /** How customers are put among the others now. */
  Scoring scoring() {
    return new Scoring(tables.bounds().rfm().orElse(null), tables.bounds().returns().orElse(null));
  }

  /**
   * Keeps a stretch of all customers.
   *
   * @param gone customers that the host has no more
   * @param target the live build, and the one being made, to which all is added
   */
  void keepStretch(Computed computed, Collection<Long> gone, Target target) {
    FleetChange change = exchange(computed, gone, Long.MAX_VALUE);
    if (target.live() != 0) {
      tables.fleet().add(target.live(), change);
    }
    FleetChange whole = new FleetChange();
    computed.snapshots().values().forEach(one -> whole.add(one.part()));
    tables.fleet().add(target.made(), whole);
  }

  /**
   * Keeps a few customers.
   *
   * @param through to the build being made go only the customers it has already
   */
  void keepFew(Computed computed, Collection<Long> gone, Target target, long through) {
    Map<Long, Part> before = tables.parts().find(all(computed, gone));
    if (target.made() != 0) {
      tables.fleet().add(target.made(), change(computed, before, through));
    }
    FleetChange change = exchange(computed, gone, Long.MAX_VALUE);
    if (target.live() != 0) {
      tables.fleet().add(target.live(), change);
    }
  }

  private static Set<Long> all(Computed computed, Collection<Long> gone) {
    Set<Long> ids = new TreeSet<>(computed.snapshots().keySet());
    ids.addAll(gone);
    return ids;
  }

  /** Puts new figures in place of old, and tells what that changes of the sums. */
  private FleetChange exchange(Computed computed, Collection<Long> gone, long through) {
    Set<Long> ids = all(computed, gone);
    FleetChange change = change(computed, tables.parts().find(ids), through);
    Map<Long, Kept> before = tables.kept().find(ids);
    Scoring scoring = scoring();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Kept> kept = new ArrayList<>();
    Map<Long, Part> parts = new HashMap<>();
    computed
        .snapshots()
        .forEach(
            (id, snapshot) -> {
              Kept stood = before.get(id);
              Standing standing =
                  computed.profiled().contains(id)
                      ? scoring.of(snapshot.kept(), snapshot.part().intervals())
                      : (stood == null ? Standing.NONE : stood.standing()).frozen(now);
              kept.add(snapshot.kept().standing(standing));
              parts.put(id, snapshot.part());
            });
    tables.kept().save(kept);
    tables.parts().save(parts);
    tables.kept().remove(gone);
    tables.parts().remove(gone);
    computed.labels().forEach(tables.fleet()::label);
    return change;
  }

  private static FleetChange change(Computed computed, Map<Long, Part> before, long through) {
    FleetChange change = new FleetChange();
    before.forEach(
        (id, part) -> {
          if (id <= through) {
            change.subtract(part);
          }
        });
    computed
        .snapshots()
        .forEach(
            (id, snapshot) -> {
              if (id <= through) {
                change.add(snapshot.part());
              }
            });
    return change;
  }

  /** The host's rows of those customers that it has, by id. */
  static Map<Long, CustomerRow> byId(List<CustomerRow> rows) {
    return rows.stream().collect(Collectors.toMap(CustomerRow::id, Function.identity()));
  }
}
