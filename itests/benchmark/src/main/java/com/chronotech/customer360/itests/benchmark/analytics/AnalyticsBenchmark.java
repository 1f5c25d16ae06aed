package com.chronotech.customer360.itests.benchmark.analytics;

import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.FleetAnalytics;
import com.chronotech.customer360.analytics.KeptState;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.itests.benchmark.AnalyticsReport;
import com.chronotech.customer360.itests.benchmark.AnalyticsReport.Answer;
import com.chronotech.customer360.itests.benchmark.AnalyticsReport.Run;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;

/**
 * Makes up a shop, computes the figures of all its customers, verifies them, and asks for them:
 * {@code AnalyticsBenchmark CUSTOMERS ROWS FOLDER [ROOT]}, 1,000,000 and 20,000,000 by default.
 * Beside it the plain SQL that a host's developer would write. Says what it measured as it goes;
 * with the root of the sources it also writes its chapter of {@code docs/benchmark.md}.
 */
public final class AnalyticsBenchmark {
  private static final int TIMES = 20;
  private static final int DASHBOARDS = 2000;
  private static final int CHANGED = 200;

  private final PrintStream out;
  private final DatabaseServer server;
  private final List<String> further = new ArrayList<>();
  private final DoubleSummaryStatistics load = new DoubleSummaryStatistics();

  private AnalyticsBenchmark(PrintStream out, DatabaseServer server) {
    this.out = out;
    this.server = server;
  }

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    long customers = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
    long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_000_000;
    Path folder =
        arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("analytics");
    AnalyticsReport report;
    try (DatabaseServer server =
        DatabaseServer.start(
            ServerProduct.MARIADB_11_4,
            folder.resolve("data"),
            List.of(
                "--innodb-buffer-pool-size=2G",
                "--innodb-log-file-size=1G",
                "--innodb-flush-log-at-trx-commit=2"))) {
      report = new AnalyticsBenchmark(System.out, server).run(customers, rows);
    }
    System.out.println(report.goals());
    if (arguments.length > 3) {
      report.write(Path.of(arguments[3]));
    }
  }

  private AnalyticsReport run(long customers, long rows) throws Exception {
    try (TestDatabase database = server.createDatabase()) {
      InventedShop shop = new InventedShop(database, customers, rows);
      timed("shop made up", shop::create);
      long made = shop.rows();
      out.printf(Locale.ROOT, "%d customers, %d orders, invoices, payments%n", customers, made);
      TestSchema.adopt(database);
      try (TestPlatform platform = TestPlatform.forgetful(database, "bench");
          FleetNode node =
              new FleetNode(platform, everybodyAgrees(), Map.of("watched_rows", 20_000))) {
        node.kept().round(() -> false);
        AnalyticsReport.Runs runs = everything(node, made);
        sizes(database);
        List<Answer> fleet = fleet(node.fleet(), database);
        List<Answer> one = dashboards(node, database, customers);
        changes(node, database, customers);
        memory();
        AnalyticsReport.Shop of = new AnalyticsReport.Shop(customers, made);
        return new AnalyticsReport(of, runs, fleet, one, further);
      }
    }
  }

  private AnalyticsReport.Runs everything(FleetNode node, long rows) {
    Run first = computed(node, "for the first time", rows);
    Run again = computed(node, "again", rows);
    Run verified = timed("everything verified", () -> through(node, node.kept()::verify));
    KeptState state = node.fleet().state();
    out.printf(
        Locale.ROOT,
        "  %d customers, %d differences%n",
        state.verified().customers(),
        state.verified().differences());
    return new AnalyticsReport.Runs(
        first, again, verified, state.verified().differences(), load.getAverage());
  }

  private Run computed(FleetNode node, String which, long rows) {
    Run run = timed("everything computed " + which, () -> through(node, node.kept()::recompute));
    out.printf(Locale.ROOT, "  %.0f host rows a second%n", rows / run.seconds());
    return run;
  }

  /** Carries something out to its end, and says now and then how far it is. */
  private void through(FleetNode node, Runnable begin) {
    begin.run();
    Progress progress = new Progress(out, () -> node.fleet().state().run(), load);
    node.kept().round(progress::told);
  }

  private void sizes(TestDatabase database) {
    database
        .rows(
            "select table_name n, table_rows r, (data_length + index_length) >> 20 mb from"
                + " information_schema.tables where table_schema = database()"
                + " and table_name like 'c360\\_analytics%' and table_rows > 1000")
        .forEach(
            row -> note("`%s`: about %s rows, %s MB", row.get("n"), row.get("r"), row.get("mb")));
    note(
        "the host's own tables: %s MB",
        database
            .rows(
                "select sum(data_length + index_length) >> 20 mb from information_schema.tables"
                    + " where table_schema = database() and table_name not like 'c360%'")
            .get(0)
            .get("mb"));
  }

  private void memory() {
    Runtime.getRuntime().gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    note(
        "heap in use at the end %d MB of at most %d MB; the database server %d MB resident",
        used >> 20, Runtime.getRuntime().maxMemory() >> 20, server.residentBytes() >> 20);
  }

  private List<Answer> fleet(FleetAnalytics fleet, TestDatabase database) {
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
    Map<String, List<String>> plain = PlainFleet.statements();
    List<Answer> answers = new ArrayList<>();
    questions.forEach(
        (what, question) -> {
          List<String> statements = plain.getOrDefault(what, List.of());
          double millis = statements.isEmpty() ? Double.NaN : 0;
          for (String statement : statements) {
            long began = System.nanoTime();
            database.rows(statement);
            millis += (System.nanoTime() - began) / 1e6;
          }
          answers.add(latencies(what, TIMES, i -> question.run(), millis));
        });
    return answers;
  }

  private List<Answer> dashboards(FleetNode node, TestDatabase database, long customers) {
    long[] ids = new Random(3).longs(DASHBOARDS, 1, customers + 1).toArray();
    Answer plain =
        latencies(
            "dashboard by plain SQL",
            DASHBOARDS / 10,
            i -> database.rows(PlainFleet.dashboard(ids[i])),
            Double.NaN);
    return List.of(
        latencies("dashboard", DASHBOARDS, i -> node.analytics().dashboard(ids[i]), plain.p50()),
        latencies(
            "all figures of two years",
            DASHBOARDS,
            i -> node.analytics().analytics(ids[i], Period.TWO_YEARS, false),
            Double.NaN));
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
    double seconds =
        timed(CHANGED + " changes found and in", () -> node.kept().round(() -> false)).seconds();
    further.add(
        String.format(
            Locale.ROOT,
            "%d orders that the host added by itself: found and in within %.1f s",
            CHANGED,
            seconds));
  }

  private interface Question {
    void ask(int i);
  }

  private Answer latencies(String what, int times, Question question, double plain) {
    long[] nanos = new long[times];
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      question.ask(i);
      nanos[i] = System.nanoTime() - began;
    }
    double first = nanos[0] / 1e6;
    Arrays.sort(nanos);
    LongFunction<Double> at = rank -> nanos[(int) (times * rank / 100)] / 1e6;
    out.printf(
        Locale.ROOT,
        "%s: p50 %.1f ms, p95 %.1f ms, max %.1f ms, first %.1f ms, plain SQL %.0f ms%n",
        what,
        at.apply(50),
        at.apply(95),
        nanos[times - 1] / 1e6,
        first,
        plain);
    return new Answer(what, at.apply(50), at.apply(95), plain);
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

  private void note(String format, Object... arguments) {
    String line = String.format(Locale.ROOT, format, arguments);
    out.println("  " + line);
    further.add(line);
  }

  /** Carries out; says how long that took, and how much of the processors was used for it. */
  private Run timed(String what, Runnable work) {
    double java = cpuSeconds(ProcessHandle.current());
    ProcessHandle database = ProcessHandle.of(server.pid()).orElseThrow();
    double before = cpuSeconds(database);
    long began = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - began) / 1e9;
    Run run =
        new Run(seconds, cpuSeconds(ProcessHandle.current()) - java, cpuSeconds(database) - before);
    out.printf(
        Locale.ROOT,
        "%s: %.1f s; processor time: Java %.1f s, database %.1f s%n",
        what,
        run.seconds(),
        run.java(),
        run.database());
    return run;
  }

  /** What a process used so far, whatever else the machine does. */
  private static double cpuSeconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }
}
