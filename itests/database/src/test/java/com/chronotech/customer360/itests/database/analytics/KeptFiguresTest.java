package com.chronotech.customer360.itests.database.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.analytics.KeptState;
import com.chronotech.customer360.analytics.Verification;
import com.chronotech.customer360.analytics.Verification.Finding;
import com.chronotech.customer360.itests.database.Threads;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.FleetNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Kept figures are what the host's rows come to by plain SQL, whatever happens in between. */
class KeptFiguresTest {
  private static final int CUSTOMERS = 50;
  private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

  @EveryServer
  void followTheHostsRows(DatabaseServer server) {
    try (TestDatabase database = Garage.database(server);
        TestPlatform platform = new TestPlatform(database, "node-a");
        FleetNode node = node(platform, new Garage(database, platform.clock()))) {
      Garage garage = new Garage(database, platform.clock());
      garage.fill(CUSTOMERS);
      node.kept().round(() -> false);
      assertThat(node.fleet().state().complete()).isFalse();

      stopsAndResumes(node);
      agrees(node, garage, database);
      new FleetAgreement(node, garage, database).ranks();
      behindOurBack(node, garage, database);
      verified(node, 0);
      try (FleetNode blind = blind(platform, garage)) {
        corrupted(blind, database);
      }
      newDay(node, platform, database);
    }
  }

  static FleetNode node(TestPlatform platform, Garage garage) {
    return new FleetNode(platform, garage.consents(), Map.of("chunk_customers", 7));
  }

  /** It does not look at the host's tables, which would mend what was corrupted a moment ago. */
  private static FleetNode blind(TestPlatform platform, Garage garage) {
    return new FleetNode(
        platform, garage.consents(), Map.of("chunk_customers", 7, "watch_seconds", 3600));
  }

  private static void stopsAndResumes(FleetNode node) {
    AtomicInteger looks = new AtomicInteger();
    node.kept().beginWhenDue(MIDNIGHT);
    // it asks before each step whether to go on
    node.kept().round(() -> looks.incrementAndGet() > 14);
    KeptState.Run run = node.fleet().state().run();
    assertThat(run.kind()).isEqualTo(KeptState.Kind.RECOMPUTE);
    assertThat(run.percent()).isBetween(1, 89);
    node.fleet().stop();
    node.kept().round(() -> false);
    assertThat(node.fleet().state().run().stopped()).isTrue();
    assertThat(node.fleet().state().run().percent()).isEqualTo(run.percent());
    node.kept().recompute();
    node.kept().round(() -> false);
    KeptState state = node.fleet().state();
    assertThat(state.run()).isNull();
    assertThat(state.complete()).isTrue();
    assertThat(state.backlog()).isZero();
  }

  private static void agrees(FleetNode node, Garage garage, TestDatabase database) {
    new FleetAgreement(node, garage, database).holds();
  }

  /** The host's own program writes without telling us; its tables tell of rows and changes. */
  private static void behindOurBack(FleetNode node, Garage garage, TestDatabase database) {
    long customer = database.number("select min(customer_id) from work_orders");
    for (int i = 0; i < 8; i++) {
      garage.visit(customer, garage.today().minusDays(i));
    }
    garage.write();
    database.update("update customers set city = 'Laval' where id = " + customer);
    node.kept().round(() -> false);
    assertThat(node.fleet().state().backlog()).isZero();
    agrees(node, garage, database);
  }

  private static Verification verified(FleetNode node, int differences) {
    node.kept().verify();
    node.kept().round(() -> false);
    Verification verified = node.fleet().state().verified();
    assertThat(verified.findings()).hasSize(differences);
    assertThat(verified.sound()).isEqualTo(differences == 0);
    assertThat(verified.customers()).isEqualTo(CUSTOMERS);
    assertThat(verified.pending()).isZero();
    return verified;
  }

  private static Set<Long> broken(FleetNode node) {
    node.kept().verify();
    node.kept().round(() -> false);
    return node.fleet().state().verified().findings().stream()
        .map(Finding::customerId)
        .collect(Collectors.toSet());
  }

  private static void corrupted(FleetNode node, TestDatabase database) {
    database.update(
        "update c360_analytics_customer set revenue_12m = revenue_12m + 0.01 where customer_id ="
            + " 5");
    assertThat(verified(node, 1).findings().get(0))
        .extracting(Finding::customerId, Finding::place)
        .containsExactly(5L, "revenue_12m");
    database.update(
        "update c360_analytics_fleet_day set visits = visits + 1 where dimension = 'city'"
            + " and value = 'laval' and visits > 0 order by day desc limit 1");
    List<Finding> both = verified(node, 2).findings();
    assertThat(both.get(1).customerId()).isZero();
    assertThat(both.get(1).place()).startsWith("city/laval/").endsWith("/visits");
    database.update("update c360_analytics_part set body = 'x' where customer_id = 9");
    assertThat(broken(node)).contains(9L);
    node.kept().recompute();
    node.kept().round(() -> false);
    verified(node, 0);
  }

  /** What was overdue by the day alone, and who left the 90 days, is found when the day turns. */
  private static void newDay(FleetNode node, TestPlatform platform, TestDatabase database) {
    platform.clock().runAhead(Duration.ofDays(45));
    node.kept().beginWhenDue(MIDNIGHT);
    node.kept().round(() -> false);
    verified(node, 0);
    Garage later = new Garage(database, platform.clock());
    agrees(node, later, database);
    new FleetAgreement(node, later, database).ranks();
  }

  @EveryServer
  void areKeptByTwoNodesAsByOne(DatabaseServer server) {
    try (TestDatabase database = Garage.database(server);
        TestPlatform first = new TestPlatform(database, "node-a");
        TestPlatform second = new TestPlatform(database, "node-b")) {
      Garage garage = new Garage(database, first.clock());
      garage.fill(CUSTOMERS);
      try (FleetNode one = node(first, garage);
          FleetNode other = node(second, garage)) {
        one.kept().recompute();
        List<FleetNode> nodes = List.of(one, other);
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < 6; thread++) {
          int shift = thread;
          work.add(() -> touchAndCompute(nodes.get(shift % 2), shift));
        }
        Threads.all(work);
        one.kept().round(() -> false);
        assertThat(one.fleet().state().complete()).isTrue();
        assertThat(one.fleet().state().backlog()).isZero();
        agrees(other, garage, database);
        verified(other, 0);
      }
    }
  }

  private static Void touchAndCompute(FleetNode node, int shift) {
    for (long customer = 1; customer <= 8; customer++) {
      node.kept().touched(Set.of(customer, customer + 20 + shift));
      node.kept().round(() -> false);
    }
    return null;
  }
}
