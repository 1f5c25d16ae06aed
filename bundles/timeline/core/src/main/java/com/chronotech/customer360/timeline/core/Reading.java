package com.chronotech.customer360.timeline.core;

import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelinePage;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.core.model.ActivityFilter;
import com.chronotech.customer360.timeline.core.model.Cursor.Direction;
import com.chronotech.customer360.timeline.core.model.Cursor.Place;
import com.chronotech.customer360.timeline.core.model.Enrichment;
import com.chronotech.customer360.timeline.core.model.PageRules;
import com.chronotech.customer360.timeline.core.model.SearchWords;
import com.chronotech.customer360.timeline.core.model.StoredWords;
import com.chronotech.customer360.timeline.core.model.TimeRange;
import com.chronotech.customer360.timeline.core.model.TimelineProblems;
import com.chronotech.customer360.timeline.core.store.ActivityReads;
import com.chronotech.customer360.timeline.core.store.ActivityReads.Found;
import com.chronotech.customer360.timeline.core.store.ActivityStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/** Reads timelines. Each answer is one snapshot on one connection. */
final class Reading {

  /** Activities that an export holds in memory at a time. */
  private static final int EXPORT_CHUNK = 1000;

  private final Transactions transactions;
  private final HostDirectory host;
  private final ActivityStore store;
  private final Enrichment enrichment;

  Reading(Transactions transactions, HostDirectory host, ActivityStore store) {
    this.transactions = transactions;
    this.host = host;
    this.store = store;
    this.enrichment = new Enrichment(host);
  }

  /**
   * In the caller's transaction a read is done as it is: one that finds nothing must not mark that
   * transaction for rollback.
   */
  private <T> T snapshot(Transactions.Work<T, RuntimeException> work) {
    return transactions.isActive() ? work.run() : transactions.required(work);
  }

  HostCustomer customer(long customerId) {
    return snapshot(() -> known(customerId));
  }

  private HostCustomer known(long customerId) {
    return host.customer(customerId)
        .orElseThrow(() -> TimelineProblems.unknownCustomer(customerId));
  }

  Optional<FoundActivity> find(long customerId, long activityId) {
    Transactions.Work<Optional<FoundActivity>, RuntimeException> work =
        () -> {
          String privacyLevel = known(customerId).privacyLevel();
          return store
              .entities()
              .find(customerId, activityId)
              .map(found -> new FoundActivity(enrichment.enrich(found), privacyLevel));
        };
    return snapshot(work);
  }

  Map<ActivityType, Long> totals(long customerId) {
    return snapshot(
        () -> {
          known(customerId);
          Map<ActivityType, Long> totals = new EnumMap<>(ActivityType.class);
          store
              .reads()
              .totals(customerId)
              .forEach((word, total) -> totals.merge(StoredWords.type(word), total, Long::sum));
          return totals;
        });
  }

  Map<Long, Map<ActivityType, Long>> totalsOf(Collection<Long> customers) {
    return snapshot(() -> byType(store.sets().totals(customers), Long::sum));
  }

  Map<Long, Map<ActivityType, Instant>> latestOf(Collection<Long> customers) {
    return snapshot(
        () ->
            byType(
                store.sets().latest(customers), (one, other) -> one.isAfter(other) ? one : other));
  }

  private static <T> Map<Long, Map<ActivityType, T>> byType(
      Map<Long, Map<String, T>> words, BinaryOperator<T> merge) {
    Map<Long, Map<ActivityType, T>> all = new HashMap<>();
    words.forEach(
        (customer, values) -> {
          Map<ActivityType, T> types = new EnumMap<>(ActivityType.class);
          values.forEach((word, value) -> types.merge(StoredWords.type(word), value, merge));
          all.put(customer, types);
        });
    return all;
  }

  TimelinePage page(TimelineQuery query, PageRequest request) {
    refuse(PageRules.violations(query, request));
    return snapshot(
        () -> {
          HostCustomer customer = known(query.customerId());
          ActivityReads reads = store.reads();
          Map<String, Long> totals = reads.totals(query.customerId());
          ActivityFilter filter = filter(query, customer, totals);
          long total = total(filter, totals, reads);
          PageWalk walk = new PageWalk(query, request, filter, reads);
          walk.go(total);
          return new TimelinePage(
              enrichment.enrich(walk.activities()),
              Math.min(total, filter.countedByType() ? total : TimelinePage.COUNT_LIMIT),
              filter.countedByType() || total <= TimelinePage.COUNT_LIMIT,
              request.cursor() == null ? request.page() : 0,
              request.perPage(),
              walk.next(),
              walk.previous(),
              customer.privacyLevel());
        });
  }

  private static void refuse(List<Violation> found) {
    if (!found.isEmpty()) {
      throw new ProblemException(
          Kind.BAD_REQUEST,
          "timeline.bad_request",
          TimelineProblems.text("timeline.bad_request"),
          found);
    }
  }

  private static long total(ActivityFilter filter, Map<String, Long> totals, ActivityReads reads) {
    if (!filter.countedByType()) {
      return reads.count(filter, TimelinePage.COUNT_LIMIT + 1);
    }
    return filter.types() == null
        ? totals.values().stream().mapToLong(Long::longValue).sum()
        : filter.types().stream().mapToLong(word -> totals.getOrDefault(word, 0L)).sum();
  }

  private static ActivityFilter filter(
      TimelineQuery query, HostCustomer customer, Map<String, Long> totals) {
    return new ActivityFilter(
        query.customerId(),
        query.types().isEmpty() ? null : words(query, totals),
        query.actorTypes(),
        TimeRange.days(query.from(), query.to(), customer.zone()),
        SearchWords.of(query.words()));
  }

  /** The stored words that read as the types wanted: their codes, and what else this host wrote. */
  private static List<String> words(TimelineQuery query, Map<String, Long> totals) {
    List<String> words = new ArrayList<>();
    query.types().stream().sorted().map(ActivityType::code).forEach(words::add);
    for (String word : totals.keySet()) {
      boolean code = ActivityType.ofCode(word.toLowerCase(Locale.ROOT)).isPresent();
      if (!code && query.types().contains(StoredWords.type(word))) {
        words.add(word);
      }
    }
    return words;
  }

  /** Refuses what an export would refuse, before its first byte is written. */
  HostCustomer checkExport(TimelineQuery query) {
    refuse(PageRules.violations(query));
    return customer(query.customerId());
  }

  /** The consumer runs outside of the reads, so that a slow one holds no connection. */
  long export(TimelineQuery query, Consumer<Activity> consumer) {
    refuse(PageRules.violations(query));
    ActivityFilter filter =
        snapshot(
            () -> {
              HostCustomer customer = known(query.customerId());
              return filter(
                  query,
                  customer,
                  query.types().isEmpty() ? Map.of() : store.reads().totals(query.customerId()));
            });
    long handed = 0;
    Place from = null;
    while (true) {
      Place after = from;
      List<Found> found =
          snapshot(() -> store.reads().walk(filter, after, Direction.OLDER, EXPORT_CHUNK));
      List<Activity> some =
          snapshot(() -> enrichment.enrich(found.stream().map(Found::activity).toList()));
      some.forEach(consumer);
      handed += found.size();
      if (found.size() < EXPORT_CHUNK) {
        return handed;
      }
      from = found.get(found.size() - 1).place();
    }
  }
}
