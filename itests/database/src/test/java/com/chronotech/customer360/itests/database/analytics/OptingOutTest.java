package com.chronotech.customer360.itests.database.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.analytics.FleetRisks.AtRisk;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.FleetNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whoever opts out of profiling is ranked no longer, and what was computed freezes. */
class OptingOutTest {
  private static final int CUSTOMERS = 50;

  @EveryServer
  void leaveOutWhoOptsOut(DatabaseServer server) {
    try (TestDatabase database = Garage.database(server);
        TestPlatform platform = new TestPlatform(database, "node-a")) {
      Garage garage = new Garage(database, platform.clock());
      garage.fill(CUSTOMERS);
      try (FleetNode node = KeptFiguresTest.node(platform, garage)) {
        node.kept().beginWhenDue(LocalTime.MIDNIGHT);
        node.kept().round(() -> false);
        long base = node.fleet().rfm().base();
        List<AtRisk> all = node.fleet().risks(0, null, 100).customers();
        assertThat(all).hasSizeGreaterThan(3);
        assertThat(all).allSatisfy(one -> assertThat(one.churn().reasons()).isNotEmpty());
        pagedAlike(node, all);
        long leaving = all.get(1).customerId();
        garage.refusing.add(leaving);
        // at once, before anything is computed
        assertThat(ids(node.fleet().risks(0, null, 100).customers())).doesNotContain(leaving);
        Object scored = scores(database, leaving);
        node.kept().touched(Set.of(leaving));
        node.kept().round(() -> false);
        assertThat(scores(database, leaving)).isEqualTo(scored);
        assertThat(
                database.number(
                    "select frozen_at is not null and not profiling from c360_analytics_customer"
                        + " where customer_id = "
                        + leaving))
            .isEqualTo(1);
        node.kept().recompute();
        node.kept().round(() -> false);
        assertThat(scores(database, leaving)).isEqualTo(scored);
        assertThat(node.fleet().rfm().base()).isEqualTo(base - 1);
        assertThat(node.fleet().movers(100).gained().stream().map(one -> one.customerId()).toList())
            .doesNotContain(leaving);
        garage.refusing.remove(leaving);
        node.kept().touched(Set.of(leaving));
        node.kept().round(() -> false);
        assertThat(ids(node.fleet().risks(0, null, 100).customers())).contains(leaving);
      }
    }
  }

  private static void pagedAlike(FleetNode node, List<AtRisk> all) {
    List<Long> paged = new ArrayList<>();
    String cursor = null;
    do {
      var page = node.fleet().risks(0, cursor, 2);
      paged.addAll(ids(page.customers()));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(paged).isEqualTo(ids(all));
  }

  private static List<Long> ids(List<AtRisk> customers) {
    return customers.stream().map(AtRisk::customerId).toList();
  }

  private static Object scores(TestDatabase database, long customer) {
    return database.rows(
        "select scored_on, recency_score, frequency_score, monetary_score, rfm_segment, churn_risk"
            + " from c360_analytics_customer where customer_id = "
            + customer);
  }
}
