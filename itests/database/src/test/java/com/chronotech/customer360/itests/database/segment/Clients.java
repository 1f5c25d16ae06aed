package com.chronotech.customer360.itests.database.segment;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.NewActivity;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Invented customers with what they did, and a simple model of who meets a rule. */
final class Clients {
  static final String TABLES =
      """
      create table customers (id int not null auto_increment primary key,
        name varchar(255) not null, city varchar(100), province varchar(50), status varchar(32),
        is_active tinyint, created_at timestamp not null default current_timestamp);
      create table vehicles (id int not null auto_increment primary key, customer_id int not null,
        vin varchar(20), license_plate varchar(20), index vehicles_customer (customer_id));
      """;

  private static final List<String> CITIES = List.of("Montréal", "Laval", "LAVAL", "Lévis");

  /** One customer. */
  record Client(
      long id,
      String city,
      boolean active,
      int vehicles,
      List<String> labels,
      Map<ActivityType, Long> totals,
      Map<ActivityType, Long> days) {}

  /** A rule and the model of it. */
  record Modelled(String label, String expression, boolean profiling, Predicate<Client> model) {}

  static final List<Modelled> RULES =
      List.of(
          new Modelled(
              "Lavallois", "city == 'laval'", false, c -> "laval".equalsIgnoreCase(c.city())),
          new Modelled(
              "Flotte",
              "vehicles >= 2 and is_active or 'flotte' =~ labels",
              false,
              c -> (c.vehicles() >= 2 && c.active()) || c.labels().contains("Flotte")),
          new Modelled(
              "Sans ville",
              "city == null or not is_active",
              false,
              c -> c.city() == null || !c.active()),
          new Modelled(
              "Fidèles",
              "total('workorder') + total('invoice') >= 3 and days_since('workorder') <= 100",
              true,
              c ->
                  total(c, ActivityType.WORKORDER) + total(c, ActivityType.INVOICE) >= 3
                      && c.days().containsKey(ActivityType.WORKORDER)
                      && c.days().get(ActivityType.WORKORDER) <= 100),
          new Modelled(
              "Jamais vus",
              "days_since('workorder') == null and total('quote') == 0",
              true,
              c ->
                  !c.days().containsKey(ActivityType.WORKORDER)
                      && total(c, ActivityType.QUOTE) == 0));

  private final Random random = new Random(5);
  private final List<Client> clients = new ArrayList<>();
  private final Set<Long> profiled = new HashSet<>();

  List<Client> all() {
    return clients;
  }

  Set<Long> profiled() {
    return profiled;
  }

  void add(TestPlatform platform, int count, Instant now) {
    List<NewActivity> activities = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long id = clients.size() + 1L;
      String city = random.nextInt(6) == 0 ? null : CITIES.get(random.nextInt(CITIES.size()));
      boolean active = random.nextInt(4) > 0;
      List<String> labels = random.nextInt(5) == 0 ? List.of("VIP", "Flotte") : List.of();
      platform
          .database()
          .update(
              "insert into customers (id, name, city, is_active, segments) values ("
                  + id
                  + ", 'Client', "
                  + (city == null ? "null" : "'" + city + "'")
                  + ", "
                  + active
                  + ", "
                  + (labels.isEmpty() ? "null" : "'[\"VIP\", \"Flotte\"]'")
                  + ")");
      int vehicles = random.nextInt(4);
      for (int v = 0; v < vehicles; v++) {
        platform.database().update("insert into vehicles (customer_id) values (" + id + ")");
      }
      Map<ActivityType, Long> totals = new EnumMap<>(ActivityType.class);
      Map<ActivityType, Long> days = new EnumMap<>(ActivityType.class);
      for (ActivityType type :
          List.of(ActivityType.WORKORDER, ActivityType.INVOICE, ActivityType.QUOTE)) {
        int done = random.nextInt(4);
        for (int a = 0; a < done; a++) {
          long ago = random.nextInt(200);
          activities.add(
              NewActivity.of(id, type, "x")
                  .occurredAt(now.minus(Duration.ofDays(ago)).minusSeconds(60))
                  .build());
          totals.merge(type, 1L, Long::sum);
          days.merge(type, ago, Math::min);
        }
      }
      if (random.nextBoolean()) {
        profiled.add(id);
      }
      clients.add(new Client(id, city, active, vehicles, labels, totals, days));
    }
    platform.timeline().recordAll(activities);
  }

  Set<Long> expected(Modelled rule) {
    return clients.stream()
        .filter(client -> !rule.profiling() || profiled.contains(client.id()))
        .filter(rule.model())
        .map(Client::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A service that knows who agreed to profiling, and nothing else. */
  ConsentService consents() {
    return (ConsentService)
        Proxy.newProxyInstance(
            Clients.class.getClassLoader(),
            new Class<?>[] {ConsentService.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("filterGranted")) {
                throw new UnsupportedOperationException(method.getName());
              }
              Set<Long> granted = new HashSet<>(profiled);
              granted.retainAll(new HashSet<>((Collection<?>) arguments[0]));
              return granted;
            });
  }

  private static long total(Client client, ActivityType type) {
    return client.totals().getOrDefault(type, 0L);
  }
}
