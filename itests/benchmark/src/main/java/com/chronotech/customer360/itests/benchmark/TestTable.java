package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.TestDatabase;

/** Fills the timeline inside the server, which is a hundred times faster than through a client. */
final class TestTable {
  /** Customers whose lives grow by ten each. */
  static final long[] GROWING = {101, 102, 103, 104};

  /** The one whose pages are measured: a million activities. */
  static final long LONGEST_LIFE = 104;

  /** A hundred thousand activities that refer to nothing. */
  static final long WITHOUT_REFERENCES = 105;

  private static final long FIRST_OTHER = 201;
  private static final long CHUNK = 500_000;

  private final TestDatabase database;
  private long rows;

  TestTable(TestDatabase database) {
    this.database = database;
    this.rows = database.number("select count(*) from customer_activity");
  }

  long rows() {
    return rows;
  }

  /** Gives one customer so many activities, all referring to something. */
  void live(long customer, long count) {
    insert(Long.toString(customer), count, true);
  }

  /** Gives one customer so many activities that refer to nothing. */
  void liveAlone(long customer, long count) {
    insert(Long.toString(customer), count, false);
  }

  /** Lets the others live until the table has so many rows. */
  void growTo(long wanted) {
    insert("(" + FIRST_OTHER + " + seq % 300)", wanted - rows, true);
  }

  private void insert(String customer, long count, boolean references) {
    for (long done = 0; done < count; done += CHUNK) {
      long from = done + 1;
      long to = Math.min(count, done + CHUNK);
      database.update(
          "insert into customer_activity (customer_id, activity_type, title, description, metadata,"
              + " actor_id, actor_type, reference_id, reference_table, created_at) select "
              + customer
              + ", elt(1 + seq % 13, 'workorder', 'invoice', 'payment', 'quote', 'email', 'sms',"
              + " 'call', 'document', 'appointment', 'note', 'consent', 'vehicle_added', 'system'),"
              + " concat('Entretien du véhicule ', seq),"
              + " 'Vidange, filtres et rotation des pneus; le client rappelle vendredi.',"
              + " concat('{\"channel\": \"phone\", \"minutes\": ', seq % 60, '}'),"
              + " 1 + seq % 5, 'user', "
              + (references
                  ? "1 + seq % 200, elt(1 + seq % 2, 'work_orders', 'invoices')"
                  : "null, null")
              + ", '2012-01-01 08:00:00' + interval seq * 431 second"
              + " + interval (seq * 7919) % 1000000 microsecond from seq_"
              + from
              + "_to_"
              + to);
    }
    rows += Math.max(0, count);
  }

  /** Waits until the kept totals hold every row, so that the measured state is the usual one. */
  void awaitTotals() throws InterruptedException {
    Benchmark.say("waiting until the totals are kept up to " + rows + " rows");
    new Settling(database).totals();
    database.rows("analyze table customer_activity");
  }
}
