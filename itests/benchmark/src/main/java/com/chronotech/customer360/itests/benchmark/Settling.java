package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.TestDatabase;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits until what goes on in the background has caught up, so that the usual is measured. */
record Settling(TestDatabase database) {

  void await() throws InterruptedException {
    Benchmark.say("waiting until events are handed out and totals are kept");
    until(
        () ->
            database.number("select count(*) from c360_outbox where seq is null") == 0
                && database.number("select min(seq) from c360_outbox_cursor")
                    >= database.number("select coalesce(max(seq), 0) from c360_outbox"));
    totals();
  }

  /** Waits until the kept totals hold every activity. */
  void totals() throws InterruptedException {
    long newest = database.number("select coalesce(max(id), 0) from customer_activity");
    until(() -> database.number("select through_id from c360_activity_total_mark") >= newest);
  }

  static void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(30);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the background does not catch up");
      }
      Thread.sleep(500);
    }
  }
}
