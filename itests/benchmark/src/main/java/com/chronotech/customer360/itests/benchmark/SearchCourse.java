package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.TestDatabase;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Searching for customers over HTTP, beside a pattern over the host's columns. */
final class SearchCourse {
  private static final int ROUNDS = 3;
  private static final int CONNECTIONS = 4;
  private static final int TEXTS = 200;
  private static final long STRIDE = 4990;

  private final Options options;
  private final TestDatabase database;
  private final int port;
  private final String authorization;
  private final Load load;
  private long indexSeconds;

  SearchCourse(
      Options options, TestDatabase database, int port, String authorization, Probe probe) {
    this.options = options;
    this.database = database;
    this.port = port;
    this.authorization = authorization;
    this.load = new Load(port, CONNECTIONS, probe);
  }

  /** Lets the words of all customers be read, which nothing else goes on beside. */
  void readHost(Karaf karaf) throws IOException, InterruptedException {
    Benchmark.say("waiting until the words of all customers were read");
    long began = System.nanoTime();
    karaf.configure("com.chronotech.customer360.search.cfg", "reads = true");
    Settling.until(() -> answer(ours("zoe")).contains("\"complete\":true"));
    indexSeconds = (System.nanoTime() - began) / 1_000_000_000;
    database.rows("analyze table c360_search_term");
  }

  List<Results.Pair> measure() {
    List<Results.Pair> found = new ArrayList<>();
    List<Map<String, Object>> some = someCustomers();
    found.add(pair("a rare family name", texts(some, row -> last(row.get("name")))));
    found.add(pair("a common first name", List.of("marie", "jean", "pierre", "louise", "michel")));
    found.add(
        pair(
            "two common words",
            List.of("marie tremblay", "jean gagnon", "pierre roy", "louise cote", "garage roy")));
    found.add(pair("the first two letters", List.of("ma", "tr", "ga", "co", "je")));
    found.add(pair("a phone number", texts(some, row -> row.get("phone").toString())));
    found.add(pair("a plate", texts(some, row -> row.get("license_plate").toString())));
    found.add(pair("an e-mail address", texts(some, row -> row.get("email").toString())));
    return found;
  }

  List<Results.Figure> figures() {
    return List.of(
        new Results.Figure(
            "Customers", Markdown.count(database.number("select count(*) from customers"))),
        new Results.Figure(
            "Words of the index",
            Markdown.count(database.number("select count(*) from c360_search_term"))),
        new Results.Figure(
            "The host read for the first time, in the background",
            Markdown.count(indexSeconds) + " s"));
  }

  private Results.Pair pair(String scenario, List<String> texts) {
    Benchmark.say("measuring: search for " + scenario);
    for (String text : texts.subList(0, Math.min(5, texts.size()))) {
      if (!answer(ours(text)).contains("\"id\":")) {
        throw new IllegalStateException("nothing found for " + text);
      }
    }
    Load.Target ours = target("Customer 360", texts, this::ours);
    Load.Target raw = target("raw", texts, this::raw);
    Duration measured = options.measured().dividedBy(4);
    load.warmUp(ours, measured);
    load.warmUp(raw, Duration.ofMillis(100));
    List<Measurement> first = new ArrayList<>();
    List<Measurement> second = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      first.add(load.measure(ours, measured));
      second.add(load.measure(raw, measured.dividedBy(5)));
    }
    return new Results.Pair(scenario, Measurement.median(first), Measurement.median(second));
  }

  /** Customers all over the table who have a rare name and a vehicle. */
  private List<Map<String, Object>> someCustomers() {
    long customers = options.customers();
    StringBuilder ids = new StringBuilder("0");
    LongStream.rangeClosed(1, TEXTS)
        .map(i -> 1000 + i * STRIDE % (customers - 1000))
        .map(id -> id / 10 * 10)
        .forEach(id -> ids.append(',').append(id));
    return database.rows(
        "select c.name, c.email, c.phone, v.license_plate from customers c"
            + " join vehicles v on v.customer_id = c.id where c.id in ("
            + ids
            + ")");
  }

  private static List<String> texts(
      List<Map<String, Object>> rows, Function<Map<String, Object>, String> text) {
    return rows.stream().map(text).toList();
  }

  private static String last(Object name) {
    return name.toString().substring(name.toString().lastIndexOf(' ') + 1);
  }

  private static Load.Target target(
      String name, List<String> texts, Function<String, byte[]> request) {
    return new Load.Target(name, texts.stream().map(request).toList());
  }

  private byte[] ours(String text) {
    return HttpConnection.get("/customers/search?q=" + encoded(text), authorization);
  }

  private byte[] raw(String text) {
    return HttpConnection.get("/bench/search?q=" + encoded(text), null);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String answer(byte[] request) {
    try (HttpConnection connection = new HttpConnection(port)) {
      StringBuilder body = new StringBuilder();
      int status = connection.exchange(request, body);
      if (status != 200) {
        throw new IllegalStateException("a search answered " + status + ": " + body);
      }
      return body.toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
