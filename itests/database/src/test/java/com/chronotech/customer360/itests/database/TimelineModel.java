package com.chronotech.customer360.itests.database;

import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A timeline in memory, and the same one recorded. */
final class TimelineModel {
  /** The shop's zone, where a day begins at another instant than in UTC. */
  private static final ZoneId ZONE = ZoneId.of("America/Montreal");

  private static final Instant BEGIN = Instant.parse("2024-03-08T00:00:00Z");
  private static final List<ActivityType> TYPES = List.of(ActivityType.values());
  private static final List<ActorType> ACTORS = List.of(ActorType.values());
  private static final List<String> WORDS =
      List.of("vidange", "freins", "pneus", "Été", "facture", "100%", "a_b");

  private record Row(
      long id, Instant at, ActivityType type, ActorType actor, String title, String description) {}

  private final long customer;
  private final List<Row> rows = new ArrayList<>();

  private TimelineModel(long customer) {
    this.customer = customer;
  }

  /** Records a random timeline: few instants, so that many activities share theirs. */
  static TimelineModel record(TestPlatform platform, Random random) {
    TimelineModel model = new TimelineModel(platform.newCustomer());
    int count = 1 + random.nextInt(120);
    List<NewActivity> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant at =
          BEGIN.plusSeconds(3600L * random.nextInt(96)).plusNanos(1000L * random.nextInt(2));
      all.add(
          NewActivity.of(
                  model.customer,
                  TYPES.get(random.nextInt(5)),
                  WORDS.get(random.nextInt(WORDS.size())) + " " + i)
              .description(random.nextBoolean() ? null : WORDS.get(random.nextInt(WORDS.size())))
              .actor(ACTORS.get(random.nextInt(3)), null)
              .occurredAt(at)
              .build());
    }
    List<Long> ids = platform.timeline().recordAll(all).ids();
    for (int i = 0; i < count; i++) {
      NewActivity a = all.get(i);
      model.rows.add(
          new Row(
              ids.get(i), a.occurredAt(), a.type(), a.actor().type(), a.title(), a.description()));
    }
    model.rows.sort(Comparator.comparing(Row::at).thenComparing(Row::id).reversed());
    return model;
  }

  long customer() {
    return customer;
  }

  /** A query with none, some or all of the filters. */
  TimelineQuery randomQuery(Random random) {
    LocalDate from = random.nextInt(3) == 0 ? day(random) : null;
    LocalDate to = random.nextInt(3) == 0 ? day(random) : null;
    return new TimelineQuery(
        customer,
        random.nextBoolean() ? Set.of() : some(random, TYPES, 6),
        random.nextInt(3) > 0 ? Set.of() : some(random, ACTORS, 3),
        from,
        from != null && to != null && to.isBefore(from) ? from : to,
        random.nextInt(4) > 0 ? null : WORDS.get(random.nextInt(WORDS.size())));
  }

  private static LocalDate day(Random random) {
    return LocalDate.of(2024, 3, 8).plusDays(random.nextInt(5));
  }

  private static <E> Set<E> some(Random random, List<E> all, int limit) {
    Set<E> chosen = new HashSet<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      chosen.add(all.get(random.nextInt(limit)));
    }
    return chosen;
  }

  /** What the query should find, newest first. */
  List<Long> ids(TimelineQuery query) {
    return rows.stream()
        .filter(row -> query.types().isEmpty() || query.types().contains(row.type()))
        .filter(row -> query.actorTypes().isEmpty() || query.actorTypes().contains(row.actor()))
        .filter(
            row ->
                query.from() == null
                    || !row.at().isBefore(query.from().atStartOfDay(ZONE).toInstant()))
        .filter(
            row ->
                query.to() == null
                    || row.at().isBefore(query.to().plusDays(1).atStartOfDay(ZONE).toInstant()))
        .filter(row -> query.words() == null || holds(row, query.words()))
        .map(Row::id)
        .toList();
  }

  private static boolean holds(Row row, String word) {
    return row.title().contains(word)
        || (row.description() != null && row.description().contains(word));
  }

  /** How many there are of each type. */
  Map<ActivityType, Long> totals() {
    Map<ActivityType, Long> totals = new EnumMap<>(ActivityType.class);
    rows.forEach(row -> totals.merge(row.type(), 1L, Long::sum));
    return totals;
  }
}
