package com.chronotech.customer360.itests.database.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.analytics.Verification;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.FleetNode;
import com.chronotech.customer360.itests.support.ServerProduct;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Customers of decades, side by side, in a JVM of 64 MiB that could not hold them together. */
@Tag("small-heap")
class LongLivesTest {
  private static final int CUSTOMERS = 60;
  private static final int ORDERS = 3_000;

  @EveryServer(ServerProduct.MARIADB_11_4)
  void areComputedAndVerifiedInASmallHeap(DatabaseServer server) {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThan(80L << 20);
    try (TestDatabase database = Garage.database(server);
        TestPlatform platform = TestPlatform.forgetful(database, "one");
        FleetNode node =
            new FleetNode(platform, new Garage(database, platform.clock()).consents(), Map.of())) {
      lives(database);
      node.kept().recompute();
      node.kept().round(() -> false);
      assertThat(node.fleet().state().complete()).isTrue();
      node.kept().verify();
      node.kept().round(() -> false);
      Verification verified = node.fleet().state().verified();
      assertThat(verified.customers()).isEqualTo(CUSTOMERS);
      assertThat(verified.findings()).isEmpty();
      assertThat(database.number("select sum(visits) from c360_analytics_customer"))
          .isEqualTo((long) CUSTOMERS * ORDERS);
    }
  }

  /** An order every second day for sixteen years, for each. */
  private static void lives(TestDatabase database) {
    database.update("insert into customers (name) select 'Client' from seq_1_to_" + CUSTOMERS);
    database.update(
        "insert into work_orders (claim_number, customer_id, status, assigned_technician_id,"
            + " completion_date, created_at) select concat('WO-', c.seq, '-', o.seq), c.seq,"
            + " 'completed', 1 + o.seq % 3, utc_timestamp() - interval 2 * o.seq day,"
            + " utc_timestamp() - interval 2 * o.seq + 1 day from seq_1_to_"
            + CUSTOMERS
            + " c join seq_1_to_"
            + ORDERS
            + " o");
  }
}
