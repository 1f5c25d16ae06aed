package com.chronotech.customer360.itests.support.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.chronotech.customer360.host.HostSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.function.Executable;

/**
 * What a provider promises of reading.
 *
 * @param <T> the rows
 */
record ReadingPromises<T>(HostSource<T> source, Set<Long> customers) {
  /** No host has such a customer. */
  private static final long NOBODY = Long.MAX_VALUE;

  private static final int MANY = 10_000;
  private static final int THREADS = 4;

  Map<String, Executable> all() {
    return Map.ofEntries(
        Map.entry(
            "availability gives a reason when it is no, and none when it is yes",
            this::availability),
        Map.entry("what is not available is read as empty", this::notAvailable),
        Map.entry("rows are their customer's, in ascending id, each once", this::rowsInOrder),
        Map.entry(
            "a customer's rows are the same alone and among others", this::aloneAndAmongOthers),
        Map.entry("customers without rows are absent", this::absentCustomers),
        Map.entry("ten thousand customers are asked for at once", this::manyAtOnce),
        Map.entry("what is missing is null in every row", this::missingParts),
        Map.entry("rows say what the kind promises", this::rowsOfTheKind),
        Map.entry("looking again changes nothing by itself", this::lookingAgain),
        Map.entry("several threads read the same", this::severalThreads),
        Map.entry("counts are of customers asked for, and none too small", this::counts));
  }

  private void availability() {
    assertNotNull(source.availability());
    if (source.availability().available()) {
      assertNull(source.availability().reason());
    } else {
      assertFalse(source.availability().reason().isBlank());
    }
    assertNotNull(source.remarks());
    assertNotNull(source.changes());
  }

  private void notAvailable() {
    if (!source.availability().available()) {
      assertEquals(Map.of(), source.ofCustomers(customers));
      assertTrue(source.touchedSince(null, 10).customerIds().isEmpty());
    } else {
      assertTrue(rows().size() >= 2, "the contract is tried over two customers with rows");
    }
  }

  private void rowsInOrder() {
    rows()
        .forEach(
            (customer, rows) -> {
              assertTrue(customers.contains(customer), "nobody asked for " + customer);
              assertFalse(rows.isEmpty(), "an empty list for " + customer);
              long before = Long.MIN_VALUE;
              for (T row : rows) {
                assertEquals(customer, RowParts.number(row, "customerId"));
                long id = RowParts.number(row, "id");
                assertTrue(id > before, id + " after " + before);
                before = id;
              }
            });
  }

  private void counts() {
    Map<Long, List<T>> all = rows();
    source
        .counts(customers)
        .forEach(
            (customer, count) -> {
              assertTrue(customers.contains(customer), "nobody asked for " + customer);
              int rows = all.getOrDefault(customer, List.of()).size();
              assertTrue(count >= rows, customer + " has " + rows + " and not " + count);
            });
    List<Long> sorted = List.copyOf(new TreeSet<>(customers));
    List<Long> everySecond =
        IntStream.range(0, sorted.size())
            .filter(place -> place % 2 == 0)
            .mapToObj(sorted::get)
            .toList();
    assertTrue(everySecond.containsAll(source.counts(everySecond).keySet()), "nobody asked");
    assertEquals(Map.of(), source.counts(Set.of()));
  }

  private void aloneAndAmongOthers() {
    Map<Long, List<T>> all = rows();
    Map<Long, List<T>> alone = new HashMap<>();
    for (long customer : customers) {
      List<T> rows = source.ofCustomer(customer);
      if (!rows.isEmpty()) {
        alone.put(customer, rows);
      }
      assertEquals(
          all.containsKey(customer) ? Map.of(customer, rows) : Map.of(),
          source.ofCustomers(List.of(customer, customer)));
    }
    assertEquals(all, alone);
  }

  private void absentCustomers() {
    assertEquals(Map.of(), source.ofCustomers(List.of()));
    assertEquals(Map.of(), source.ofCustomers(List.of(NOBODY)));
    assertEquals(List.of(), source.ofCustomer(NOBODY));
    assertEquals(List.of(), source.ofCustomer(-1));
  }

  private void manyAtOnce() {
    List<Long> many = new ArrayList<>(customers);
    // Ids that lie far apart, so that no provider can read a span of them.
    LongStream.range(0, MANY - customers.size())
        .forEach(i -> many.add(1_000_000_000_000L + i * 1_000));
    assertEquals(rows(), source.ofCustomers(many));
  }

  private void missingParts() {
    for (String part : source.missing().keySet()) {
      rows().values().stream()
          .flatMap(List::stream)
          .forEach(row -> RowParts.assertSaysNothing(row, part));
    }
  }

  private void rowsOfTheKind() {
    rows().values().stream().flatMap(List::stream).forEach(RowParts::assertWhole);
  }

  private void lookingAgain() {
    Map<Long, List<T>> before = rows();
    source.refresh();
    assertEquals(before, rows());
  }

  private void severalThreads() throws Exception {
    Map<Long, List<T>> expected = rows();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Map<Long, List<T>>>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        answers.add(threads.submit(this::rows));
      }
      for (Future<Map<Long, List<T>>> answer : answers) {
        assertEquals(expected, answer.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Map<Long, List<T>> rows() {
    return source.ofCustomers(customers);
  }
}
