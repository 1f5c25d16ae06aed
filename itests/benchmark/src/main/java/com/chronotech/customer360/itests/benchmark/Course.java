package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is measured, one thing after the other. */
final class Course {
  private static final int ROUNDS = 3;
  private static final int DEPTH = 100_000;
  private static final Pattern NEXT_CURSOR = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");

  private final Options options;
  private final Karaf karaf;
  private final DatabaseServer server;
  private final TestDatabase database;
  private final int port;
  private final Results results;
  private final String authorization;
  private final Load load;

  Course(
      Options options,
      Karaf karaf,
      DatabaseServer server,
      TestDatabase database,
      int port,
      Results results)
      throws IOException {
    this.options = options;
    this.karaf = karaf;
    this.server = server;
    this.database = database;
    this.port = port;
    this.results = results;
    this.authorization = karaf.authorization();
    this.load = new Load(port, options.connections(), new Probe(karaf.pid(), server.pid()));
  }

  void run() throws IOException, InterruptedException {
    TestTable table = new TestTable(database);
    table.live(TestTable.GROWING[0], 1_000);
    table.live(TestTable.GROWING[1], 10_000);
    table.growTo(100_000);
    table.awaitTotals();
    Load.Target small = ours("a customer of 1,000", TestTable.GROWING[0], "");
    Benchmark.say("warming up for " + Benchmark.seconds(options.warmUp()));
    load.warmUp(small, options.warmUp());
    load.warmUp(raw("raw", TestTable.GROWING[0], ""), options.warmUp());
    growth(results.tableGrowth, table.rows(), small);

    Benchmark.say("filling");
    table.live(TestTable.GROWING[2], 100_000);
    table.liveAlone(TestTable.WITHOUT_REFERENCES, 100_000);
    table.growTo(500_000);
    table.live(TestTable.LONGEST_LIFE, 1_000_000);
    table.awaitTotals();
    pages();
    for (long customer : TestTable.GROWING) {
      long size =
          database.number("select count(*) from customer_activity where customer_id = " + customer);
      growth(results.lifeGrowth, size, ours("a customer of " + size, customer, ""));
    }
    growth(results.tableGrowth, table.rows(), small);
    figure("Resident memory of the Java process after the pages", karaf.pid());
    figure("Resident memory of the database server then (a buffer pool of 4 GiB)", server.pid());
    if (options.rows() > table.rows()) {
      Benchmark.say("filling up to " + options.rows() + " rows");
      table.growTo(options.rows());
      table.awaitTotals();
      growth(results.tableGrowth, table.rows(), small);
      growth(
          results.lifeGrowth, 1_000_000, ours("again, largest table", TestTable.LONGEST_LIFE, ""));
    }
    recordings();
    figure("Resident memory of the Java process at the end", karaf.pid());
  }

  private void pages() throws IOException {
    String deep = cursorAtDepth();
    Map<String, Object> at =
        database
            .rows(
                "select cast(created_at as char) as t, id from customer_activity where customer_id = "
                    + TestTable.LONGEST_LIFE
                    + " order by created_at desc, id desc limit 1 offset "
                    + (DEPTH - 1))
            .get(0);
    long life = TestTable.LONGEST_LIFE;
    pair("first page", ours("ours", life, ""), raw("raw", life, ""));
    pair(
        "deep page, cursor at depth 100,000",
        ours("ours", life, "&cursor=" + deep),
        raw("raw", life, "&before_time=" + escape(at.get("t")) + "&before_id=" + at.get("id")));
    pair("one type", ours("ours", life, "&type=invoice"), raw("raw", life, "&type=invoice"));
    long alone = TestTable.WITHOUT_REFERENCES;
    pair("first page, nothing referred to", ours("ours", alone, ""), raw("raw", alone, ""));
  }

  private String cursorAtDepth() throws IOException {
    String path = path(TestTable.LONGEST_LIFE) + "&page=" + DEPTH / 20;
    try (HttpConnection connection = new HttpConnection(port)) {
      StringBuilder body = new StringBuilder();
      connection.exchange(HttpConnection.get(path, authorization), body);
      Matcher matcher = NEXT_CURSOR.matcher(body);
      if (!matcher.find()) {
        throw new IllegalStateException("no cursor in " + body);
      }
      return matcher.group(1);
    }
  }

  private void pair(String scenario, Load.Target ours, Load.Target raw) {
    Benchmark.say("measuring: " + scenario);
    Duration warmUp = options.warmUp().dividedBy(scenario.equals("first page") ? 1 : 5);
    load.warmUp(ours, warmUp);
    load.warmUp(raw, warmUp);
    List<Measurement> first = new ArrayList<>();
    List<Measurement> second = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      first.add(load.measure(ours, options.measured()));
      second.add(load.measure(raw, options.measured()));
    }
    results.pages.add(
        new Results.Pair(scenario, Measurement.median(first), Measurement.median(second)));
  }

  private void growth(List<Results.Point> points, long size, Load.Target target) {
    Benchmark.say("measuring: " + target.name() + " at " + size);
    load.warmUp(target, options.warmUp().dividedBy(10));
    List<Measurement> all = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      all.add(load.measure(target, options.measured().dividedBy(2)));
    }
    points.add(new Results.Point(size, Measurement.median(all)));
  }

  private void recordings() throws IOException {
    Recorder recorder = new Recorder(port, new Probe(karaf.pid(), server.pid()), options);
    for (int threads : new int[] {1, 4}) {
      results.recordings.add(recorder.pair("one at a time, " + threads + " writing", 1, threads));
    }
    for (int threads : new int[] {1, 2}) {
      results.recordings.add(
          recorder.pair("batches of 1,000, " + threads + " writing", 1000, threads));
    }
  }

  private void figure(String name, long pid) {
    results.figures.add(new Results.Figure(name, Probe.residentMebibytes(pid) + " MiB"));
  }

  private Load.Target ours(String name, long customer, String more) {
    return new Load.Target(name, List.of(HttpConnection.get(path(customer) + more, authorization)));
  }

  private static Load.Target raw(String name, long customer, String more) {
    return new Load.Target(
        name, List.of(HttpConnection.get("/bench/page?customer=" + customer + more, null)));
  }

  private static String path(long customer) {
    return "/customers/" + customer + "/timeline?per_page=20";
  }

  private static String escape(Object text) {
    return text.toString().replace(" ", "%20").replace(":", "%3A");
  }
}
