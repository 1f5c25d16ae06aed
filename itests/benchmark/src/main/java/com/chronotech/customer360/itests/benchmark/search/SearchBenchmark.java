package com.chronotech.customer360.itests.benchmark.search;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.SearchNode;
import com.chronotech.customer360.itests.support.SegmentNode;
import com.chronotech.customer360.itests.support.ServerProduct;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.profile.CustomerPage;
import com.chronotech.customer360.profile.SegmentEvaluation;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fills a database with customers, indexes and searches them, and evaluates rules over them: {@code
 * SearchBenchmark CUSTOMERS FOLDER}, 1,000,000 by default. Writes what it measured as it goes.
 */
public final class SearchBenchmark {
  private static final int TIMES = 300;

  private final PrintStream out;

  private SearchBenchmark(PrintStream out) {
    this.out = out;
  }

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    Path folder =
        arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("search");
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(folder.resolve("search.txt")), true)) {
      new SearchBenchmark(out).run(customers, folder.resolve("data"));
    }
  }

  private void run(int customers, Path folder) throws Exception {
    try (DatabaseServer server =
            DatabaseServer.start(
                ServerProduct.MARIADB_11_4,
                folder,
                List.of("--innodb-buffer-pool-size=1G", "--innodb-log-file-size=256M"));
        TestDatabase database = server.createDatabase()) {
      Million million = new Million(database);
      timed("customers made", () -> million.create(customers));
      TestSchema.adopt(database);
      try (TestPlatform platform = new TestPlatform(database, "bench");
          SearchNode node = new SearchNode(platform)) {
        timed("index, first pass", () -> node.pass(2000).round(() -> false));
        size(database, customers);
        search(node, customers);
        timed("index, pass over everything unchanged", () -> again(node));
        segments(platform, million, customers);
      }
    }
  }

  private static void again(SearchNode node) {
    node.pass(2000).begin();
    node.pass(2000).round(() -> false);
  }

  private void size(TestDatabase database, int customers) {
    long bytes =
        database.number(
            "select data_length + index_length from information_schema.tables"
                + " where table_schema = database() and table_name = 'c360_search_term'");
    long rows = database.number("select count(*) from c360_search_term");
    out.printf(
        Locale.ROOT,
        "index: %d terms, %.1f a customer, %d MB, %d bytes a customer%n",
        rows,
        (double) rows / customers,
        bytes >> 20,
        bytes / customers);
  }

  private void search(SearchNode node, int customers) {
    // so many people known by what the host says of them
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      ids.add(1 + i * (long) (customers / TIMES));
    }
    List<CustomerRow> people = node.customers().rows(ids);
    Map<String, String[]> kinds = new LinkedHashMap<>();
    kinds.put("a whole name", each(i -> people.get(i).text(CustomerColumn.NAME)));
    kinds.put("a common first name", each(i -> "jean"));
    kinds.put("two very common words", each(i -> "jean tremblay"));
    kinds.put("two common words that seldom meet", each(i -> "zoé l'heureux"));
    kinds.put("a phone number", each(i -> people.get(i).text(CustomerColumn.PHONE)));
    kinds.put("a plate", each(i -> Million.plate(1 + i * 37)));
    kinds.put("an e-mail", each(i -> people.get(i).text(CustomerColumn.EMAIL)));
    kinds.put("the beginning of a word, two letters", each(i -> i % 2 == 0 ? "ma" : "tr"));
    kinds.put("two beginnings of two letters", each(i -> "ma tr"));
    kinds.put("a domain and a city's worth of names", each(i -> "gmail.com roy"));
    kinds.put("the end of a VIN", each(i -> Million.vin(1 + i * 37).substring(9)));
    kinds.forEach((kind, texts) -> latencies(node, kind, texts));
    deep(node);
  }

  private interface Text {
    String of(int i);
  }

  private static String[] each(Text text) {
    String[] texts = new String[TIMES];
    for (int i = 0; i < TIMES; i++) {
      texts[i] = text.of(i);
    }
    return texts;
  }

  private void latencies(SearchNode node, String kind, String[] texts) {
    long[] nanos = new long[TIMES];
    int found = 0;
    for (int i = 0; i < TIMES; i++) {
      long began = System.nanoTime();
      CustomerPage page = node.search().search(texts[i], null, 20);
      nanos[i] = System.nanoTime() - began;
      found += page.customers().size();
    }
    report(kind, nanos, found / (double) TIMES);
  }

  private void deep(SearchNode node) {
    long[] nanos = new long[TIMES];
    String cursor = null;
    for (int i = 0; i < TIMES; i++) {
      long began = System.nanoTime();
      CustomerPage page = node.search().search("marie", cursor, 20);
      nanos[i] = System.nanoTime() - began;
      cursor = page.nextCursor();
    }
    report("three hundred pages by cursor", nanos, 20);
  }

  private void report(String kind, long[] nanos, double found) {
    long first = nanos[0];
    Arrays.sort(nanos);
    out.printf(
        Locale.ROOT,
        "search: %-42s p50 %7.1f ms, p95 %7.1f ms, max %7.1f ms, first %7.1f ms, %.1f found%n",
        kind,
        nanos[TIMES / 2] / 1e6,
        nanos[TIMES * 95 / 100] / 1e6,
        nanos[TIMES - 1] / 1e6,
        first / 1e6,
        found);
  }

  private void segments(TestPlatform platform, Million million, int customers) throws Exception {
    timed("activities made: three a customer", () -> million.activities(customers, 3 * customers));
    timed("totals rolled", platform::roll);
    SegmentNode node = new SegmentNode(platform);
    node.bind(everybodyAgrees());
    node.segments().create("Laval", "city == 'laval' and customer_type == 'professionnel'", null);
    node.segments().create("Récents", "customer_age_days <= 90", null);
    node.segments().create("Fidèles", "total('workorder') >= 4", null);
    node.segments()
        .create("Perdus", "days_since('workorder') > 900 and total('workorder') >= 2", null);
    node.segments().create("Flotte", "vehicles >= 2 or 'flotte' =~ labels", null);
    for (String run : List.of("dry run", "first evaluation", "second evaluation")) {
      SegmentEvaluation[] done = new SegmentEvaluation[1];
      timed(
          "five rules, " + run,
          () -> done[0] = node.segments().evaluate(null, run.equals("dry run")));
      done[0]
          .outcomes()
          .forEach(
              one ->
                  out.printf(
                      Locale.ROOT,
                      "  %s: %d members, %d joined, %d left%n",
                      one.label(),
                      one.members(),
                      one.joined(),
                      one.left()));
    }
  }

  private static ConsentService everybodyAgrees() {
    return (ConsentService)
        Proxy.newProxyInstance(
            SearchBenchmark.class.getClassLoader(),
            new Class<?>[] {ConsentService.class},
            (proxy, method, arguments) -> new HashSet<>((Collection<?>) arguments[0]));
  }

  private void timed(String what, Runnable work) {
    long began = System.nanoTime();
    work.run();
    out.printf(Locale.ROOT, "%s: %.1f s%n", what, (System.nanoTime() - began) / 1e9);
  }
}
