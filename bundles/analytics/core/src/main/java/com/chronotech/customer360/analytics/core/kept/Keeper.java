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
import com.chronotech.customer360.analytics.core.model.ServiceRule;
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
  private final ServiceRule rule;

  /**
   * Creates it.
   *
   * @param rule when services of vehicles are on time
   */
  Keeper(RowReader reader, ConsentService consents, Tables tables, Clock clock, ServiceRule rule) {
    this.reader = reader;
    this.consents = consents;
    this.tables = tables;
    this.clock = clock;
    this.rule = rule;
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

  /**
   * To which builds of the sums a change goes.
   *
   * @param live the one that answers; 0 for none
   * @param made the one being made; 0 for none
   * @param through the last customer that the one being made has already
   */
  record Target(int live, int made, long through) {}

  /** The shop today. */
  Shop shop() {
    return reader.shop();
  }

  /** The shop on another day. */
  Shop shop(LocalDate day) {
    return reader.shop(day);
  }

  /** The first of these customers, as many as memory allows to compute at once, one at least. */
  List<CustomerRow> fitting(List<CustomerRow> customers) {
    return reader.fitting(customers);
  }

  /** Computes customers as of the shop's day. */
  Computed compute(List<CustomerRow> customers, Shop shop) {
    return compute(customers, id -> shop);
  }

  /** Computes customers, each as of a day of its own. */
  Computed compute(List<CustomerRow> customers, Function<Long, Shop> shops) {
    RowReader.Read read = reader.of(customers);
    Set<Long> profiled = agreed(read.rows().keySet(), ConsentType.PROFILING);
    Set<Long> measured = agreed(read.rows().keySet(), ConsentType.ANALYTICS);
    Map<Long, Snapshot> snapshots = new TreeMap<>();
    Map<String, String> cities = new HashMap<>();
    Map<String, String> segments = new HashMap<>();
    for (Map.Entry<Long, CustomerRows> one : read.rows().entrySet()) {
      long id = one.getKey();
      CustomerRows rows = one.getValue();
      Snapshot.Agreed agreed =
          new Snapshot.Agreed(profiled.contains(id), measured.contains(id) ? rule : null);
      snapshots.put(id, Snapshot.of(id, rows, shops.apply(id), agreed));
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

  private Set<Long> agreed(Set<Long> ids, ConsentType type) {
    return ids.isEmpty() ? Set.of() : consents.filterGranted(ids, type);
  }

  /**
   * By what figures are computed: another word than what was computed before has means that
   * everything is to be computed again.
   */
  String formulas() {
    return "formulas-" + Kept.FORMULAS + "/" + rule.days() + "+" + rule.graceDays();
  }

  /** How customers are put among the others now. */
  Scoring scoring() {
    return new Scoring(tables.bounds().rfm().orElse(null), tables.bounds().returns().orElse(null));
  }

  /**
   * Keeps customers.
   *
   * @param gone customers that the host has no more
   * @param target the builds that the difference goes to
   */
  void keep(Computed computed, Collection<Long> gone, Target target) {
    Map<Long, Part> before = tables.parts().find(all(computed, gone));
    if (target.live() != 0) {
      tables.fleet().add(target.live(), change(computed, before, Long.MAX_VALUE));
    }
    if (target.made() != 0) {
      tables.fleet().add(target.made(), change(computed, before, target.through()));
    }
    exchange(computed, gone, before);
  }

  private static Set<Long> all(Computed computed, Collection<Long> gone) {
    Set<Long> ids = new TreeSet<>(computed.snapshots().keySet());
    ids.addAll(gone);
    return ids;
  }

  /** Puts new figures in place of old. */
  private void exchange(Computed computed, Collection<Long> gone, Map<Long, Part> before) {
    Map<Long, Kept> stood = tables.kept().find(computed.snapshots().keySet());
    Scoring scoring = scoring();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Kept> kept = new ArrayList<>();
    Map<Long, Part> parts = new HashMap<>();
    computed
        .snapshots()
        .forEach(
            (id, snapshot) -> {
              Standing standing =
                  computed.profiled().contains(id)
                      ? scoring.of(snapshot.kept(), snapshot.part().intervals())
                      : standing(stood.get(id)).frozen(now);
              kept.add(snapshot.kept().standing(standing));
              if (!snapshot.part().equals(before.get(id))) {
                parts.put(id, snapshot.part());
              }
            });
    tables.kept().save(kept);
    tables.parts().save(parts);
    tables.kept().remove(gone);
    tables.parts().remove(gone);
    computed.labels().forEach(tables.fleet()::label);
  }

  private static Standing standing(Kept stood) {
    return stood == null ? Standing.NONE : stood.standing();
  }

  private static FleetChange change(Computed computed, Map<Long, Part> before, long through) {
    FleetChange change = new FleetChange();
    Map<Long, Snapshot> after = computed.snapshots();
    before.forEach(
        (id, part) -> {
          boolean same = after.containsKey(id) && after.get(id).part().equals(part);
          if (id <= through && !same) {
            change.subtract(part);
          }
        });
    after.forEach(
        (id, snapshot) -> {
          if (id <= through && !snapshot.part().equals(before.get(id))) {
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
