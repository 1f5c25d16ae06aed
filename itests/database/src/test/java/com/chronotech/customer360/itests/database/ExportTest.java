package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.ServerProduct;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;

/** Runs in a JVM of 64 MiB, which could not hold a tenth of what passes. */
@Tag("small-heap")
class ExportTest {
  private static final long ACTIVITIES = 1_000_000;

  @EveryServer(ServerProduct.MARIADB_11_4)
  void ofAMillionActivitiesPassesThroughASmallHeap(TestPlatform platform) {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThan(80L << 20);
    long customer = platform.newCustomer();
    platform
        .database()
        .update(
            "insert into customer_activity (customer_id, activity_type, title, description,"
                + " reference_id, reference_table, actor_id, actor_type, created_at) select "
                + customer
                + ", 'invoice', concat('Facture ', seq), repeat('x', 200), 1 + seq % 200,"
                + " 'invoices', 1 + seq % 20, 'user',"
                + " '2015-01-01 00:00:00' + interval floor(seq / 3) second from seq_1_to_"
                + ACTIVITIES);
    AtomicLong seen = new AtomicLong();
    AtomicReference<Instant> last = new AtomicReference<>(Instant.MAX);
    long exported =
        platform
            .timeline()
            .export(
                TimelineQuery.of(customer),
                activity -> {
                  seen.incrementAndGet();
                  assertThat(activity.createdAt()).isBeforeOrEqualTo(last.get());
                  last.set(activity.createdAt());
                });
    assertThat(exported).isEqualTo(ACTIVITIES);
    assertThat(seen).hasValue(ACTIVITIES);
  }
}
