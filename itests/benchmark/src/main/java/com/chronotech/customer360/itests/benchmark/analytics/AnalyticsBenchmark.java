package com.chronotech.customer360.itests.benchmark.analytics;

import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.FleetAnalytics;
import com.chronotech.customer360.analytics.KeptState;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.FleetNode;
import com.chronotech.customer360.itests.support.ServerProduct;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Makes up a shop, computes the figures of all its customers, verifies them, and asks for them:
 * {@code AnalyticsBenchmark CUSTOMERS ROWS FOLDER}, 1,000,000 and 20,000,000 by default. Beside it
 * the plain SQL that a host's developer would write. Writes what it measured as it goes.
 */
public final class AnalyticsBenchmark {
  private static final int TIMES = 20;
  private static final int DASHBOARDS = 2000;
  private static final int CHANGED = 200;

  private final PrintStream out;

  private AnalyticsBenchmark(PrintStream out) {
    this.out = out;
  }

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    long customers = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
    long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_000_000;
    Path folder =
        arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("analytics");
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(folder.resolve("analytics.txt")), true)) {
      new AnalyticsBenchmark(out).run(customers, rows, folder.resolve("data"));
    }
  }

  private void run(long customers, long rows, Path folder) throws Exception {
    try (DatabaseServer server =
            DatabaseServer.start(
                ServerProduct.MARIADB_11_4,
                folder,
                List.of(
                    "--innodb-buffer-pool-size=2G",
                    "--innodb-log-file-size=1G",
                    "--innodb-flush-log-at-trx-commit=2"));
        TestDatabase database = server.createDatabase()) {
      InventedShop shop = new InventedShop(database, customers, rows);
      timed("shop made up", shop::create);
      out.printf(
          Locale.ROOT, "%d customers, %d orders, invoices and payments%n", customers, shop.rows());
      TestSchema.adopt(database);
      try (TestPlatform platform = new TestPlatform(database, "bench");
          FleetNode node =
              new FleetNode(platform, everybodyAgrees(), Map.of("watched_rows", 20_000))) {
        node.kept().round(() -> false);
        everything(node, shop.rows());
        sizes(database);
        fleet(node.fleet());
        plain(database);
        dashboards(node, database, customers);
        changes(node, database, customers);
      }
    }
  }

  private void everything(FleetNode node, long rows) {
    for (String which : List.of("for the first time", "again")) {
      double seconds =
          timed(
              "everything computed " + which,
              () -> {
                node.kept().recompute();
                node.kept().round(() -> false);
              });
      out.printf(Locale.ROOT, "  %.0f host rows a second%n", rows / seconds);
    }
    timed(
        "everything verified",
        () -> {
          node.kept().verify();
          node.kept().round(() -> false);
        });
    KeptState state = node.fleet().state();
    out.printf(
        Locale.ROOT,
        "  %d customers, %d differences%n",
        state.verified().customers(),
        state.verified().differences());
  }

  private void sizes(TestDatabase database) {
    database
        .rows(
            "select table_name n, table_rows r, (data_length + index_length) >> 20 mb from"
                + " information_schema.tables where table_schema = database()"
                + " and table_name like 'c360\\_analytics%' and table_rows > 1000")
        .forEach(
            row ->
                out.printf(
                    "  %s: about %s rows, %s MB%n", row.get("n"), row.get("r"), row.get("mb")));
  }

  private void fleet(FleetAnalytics fleet) {
    Map<String, Runnable> questions = new LinkedHashMap<>();
    for (Dimension dimension : Dimension.values()) {
      questions.put(
          "figures of two years by " + dimension.code(),
          () -> fleet.figures(dimension, Period.TWO_YEARS, null, 100));
    }
    questions.put("cohorts of twenty years", () -> fleet.cohorts(80));
    questions.put("grid and segments", fleet::rfm);
    questions.put("top movers", () -> fleet.movers(20));
    questions.put("customers at risk, first page", () -> fleet.risks(50, null, 20));
    questions.forEach((what, question) -> latencies("fleet: " + what, TIMES, i -> question.run()));
  }

  /** What a developer of the host would write, over the host's own tables. */
  private void plain(TestDatabase database) {
    String window = " and p.payment_date > utc_timestamp() - interval 2 year";
    String paid =
        " from invoice_payments p join invoices i on i.id = p.invoice_id"
            + " join customers c on c.id = i.customer_id"
            + " where p.status = 'confirmed'"
            + window;
    timed(
        "plain SQL: revenue of two years",
        () -> database.rows("select sum(p.amount), count(*)" + paid));
    timed(
        "plain SQL: revenue of two years by city",
        () -> database.rows("select c.city, sum(p.amount), count(*)" + paid + " group by c.city"));
    timed(
        "plain SQL: outstanding",
        () ->
            database.rows(
                "select sum(i.total_amount - coalesce(q.paid, 0)) from invoices i left join"
                    + " (select invoice_id, sum(amount) paid from invoice_payments"
                    + " where status = 'confirmed' group by invoice_id) q on q.invoice_id = i.id"
                    + " where i.status in ('sent', 'open', 'overdue')"));
    timed(
        "plain SQL: visits and mean time to resolve of two years",
        () ->
            database.rows(
                "select count(distinct customer_id, date(completion_date)),"
                    + " avg(timestampdiff(minute, created_at, completion_date)) from work_orders"
                    + " where status = 'completed'"
                    + " and completion_date > utc_timestamp() - interval 2 year"));
  }

  private void dashboards(FleetNode node, TestDatabase database, long customers) {
    Random random = new Random(3);
    long[] ids = random.longs(DASHBOARDS, 1, customers + 1).toArray();
    latencies("dashboard of a customer", DASHBOARDS, i -> node.analytics().dashboard(ids[i]));
    latencies(
        "analytics of a customer, two years",
        DASHBOARDS,
        i -> node.analytics().analytics(ids[i], Period.TWO_YEARS, false));
    latencies("dashboard by plain SQL", DASHBOARDS / 10, i -> plainDashboard(database, ids[i]));
  }

  private static void plainDashboard(TestDatabase database, long id) {
    String ofCustomer = " where customer_id = " + id;
    database.rows(
        "select (select count(*) from vehicles"
            + ofCustomer
            + ") v, (select count(*) from work_orders"
            + ofCustomer
            + " and status in ('pending', 'assigned', 'in_progress')) o,"
            + " (select max(completion_date) from work_orders"
            + ofCustomer
            + " and status = 'completed') l, (select min(scheduled_date) from appointments"
            + ofCustomer
            + " and scheduled_date > utc_timestamp()) n,"
            + " (select sum(p.amount) from invoices i join invoice_payments p"
            + " on p.invoice_id = i.id"
            + ofCustomer
            + " and p.status = 'confirmed' and p.payment_date > utc_timestamp() - interval 90 day)"
            + " r, (select sum(total_amount) from invoices"
            + ofCustomer
            + " and status in ('open', 'overdue')) d");
  }

  /** What the host writes behind our back, until it is in. */
  private void changes(FleetNode node, TestDatabase database, long customers) {
    Random random = new Random(4);
    for (int i = 0; i < CHANGED; i++) {
      database.update(
          "insert into work_orders (customer_id, status, created_at, updated_at) values ("
              + (1 + random.nextInt((int) customers))
              + ", 'pending', utc_timestamp(), utc_timestamp())");
    }
    node.fleet().state();
    timed(CHANGED + " changes of the host's found and in", () -> node.kept().round(() -> false));
  }

  private interface Question {
    void ask(int i);
  }

  private void latencies(String what, int times, Question question) {
    long[] nanos = new long[times];
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      question.ask(i);
      nanos[i] = System.nanoTime() - began;
    }
    long first = nanos[0];
    Arrays.sort(nanos);
    out.printf(
        Locale.ROOT,
        "%s: p50 %.1f ms, p95 %.1f ms, max %.1f ms, first %.1f ms%n",
        what,
        nanos[times / 2] / 1e6,
        nanos[times * 95 / 100] / 1e6,
        nanos[times - 1] / 1e6,
        first / 1e6);
  }

  private static ConsentService everybodyAgrees() {
    return (ConsentService)
        Proxy.newProxyInstance(
            AnalyticsBenchmark.class.getClassLoader(),
            new Class<?>[] {ConsentService.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "filterGranted" -> new HashSet<>((Collection<?>) arguments[0]);
                  case "isGranted" -> true;
                  case "statuses" -> List.of();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private double timed(String what, Runnable work) {
    long began = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - began) / 1e9;
    out.printf(Locale.ROOT, "%s: %.1f s%n", what, seconds);
    return seconds;
  }
}
