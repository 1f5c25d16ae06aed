package com.chronotech.customer360.itests.database.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.analytics.FleetMonths;
import com.chronotech.customer360.analytics.FleetMonths.Month;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.FleetNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;

/** Each month is what the host's rows of its days come to by plain SQL. */
class FleetMonthsTest {

  @EveryServer
  void areThoseOfTheHostsRows(DatabaseServer server) {
    try (TestDatabase database = Garage.database(server);
        TestPlatform platform = new TestPlatform(database, "node-a");
        FleetNode node = KeptFiguresTest.node(platform, new Garage(database, platform.clock()))) {
      Garage garage = new Garage(database, platform.clock());
      garage.fill(30);
      node.kept().recompute();
      node.kept().round(() -> false);

      FleetMonths found = node.fleet().months(18);
      assertThat(found.complete()).isTrue();
      assertThat(found.months()).hasSize(18);
      assertThat(found.months().get(17).window().to()).isEqualTo(garage.today());
      for (Month month : found.months()) {
        String days = " between '" + month.window().from() + "' and '" + month.window().to() + "'";
        assertThat(month.label()).isEqualTo(month.window().from().toString().substring(0, 7));
        assertThat(month.revenue().movePointRight(2).longValueExact())
            .as("revenue of %s", month.label())
            .isEqualTo(
                database.number(
                    "select round(100 * coalesce(sum(p.amount), 0)) from invoice_payments p"
                        + " join invoices i on i.id = p.invoice_id"
                        + " join customers c on c.id = i.customer_id"
                        + " where p.status = 'confirmed' and date(p.payment_date)"
                        + days));
        assertThat(month.visits())
            .as("visits of %s", month.label())
            .isEqualTo(
                database.number(
                    "select count(distinct customer_id, date(completion_date)) from work_orders"
                        + " where status = 'completed' and date(completion_date)"
                        + days));
      }
      assertThat(found.months().stream().mapToLong(Month::visits).sum()).isPositive();
    }
  }
}
