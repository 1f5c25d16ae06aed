package com.chronotech.customer360.itests.support.host;

import com.chronotech.customer360.host.HostSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * What every provider of a kind of row promises, as tests. Whoever writes a provider runs them over
 * it in a {@code @TestFactory}:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheContract() {
 *   return HostSourceContract.of(quotes, Set.of(1L, 2L))
 *       .adding(customer -> book.add(customer))
 *       .changing(customer -> book.touch(customer))
 *       .tests();
 * }
 * }</pre>
 *
 * The tests add and change rows only by what they are given; without that they only read.
 *
 * @param <T> the rows
 */
public final class HostSourceContract<T> {
  private final HostSource<T> source;
  private final Set<Long> customers;
  private LongConsumer adding;
  private LongConsumer changing;

  private HostSourceContract(HostSource<T> source, Set<Long> customers) {
    this.source = source;
    this.customers = customers;
  }

  /**
   * The contract of a provider.
   *
   * @param customers some customers, of whom at least two have rows where the provider is available
   */
  public static <T> HostSourceContract<T> of(HostSource<T> source, Collection<Long> customers) {
    return new HostSourceContract<>(source, Set.copyOf(customers));
  }

  /** How a row of a customer is added, and committed. */
  public HostSourceContract<T> adding(LongConsumer row) {
    adding = row;
    return this;
  }

  /** How a row that a customer has is changed, and committed. */
  public HostSourceContract<T> changing(LongConsumer row) {
    changing = row;
    return this;
  }

  /** The tests, one a promise. */
  public Stream<DynamicTest> tests() {
    return promises().entrySet().stream()
        .map(promise -> DynamicTest.dynamicTest(promise.getKey(), promise.getValue()));
  }

  /** Runs all tests, and fails with every promise that was broken. */
  public void verify() {
    List<Executable> all = promises().entrySet().stream().map(HostSourceContract::named).toList();
    Assertions.assertAll(source.getClass().getSimpleName(), all);
  }

  private static Executable named(Map.Entry<String, Executable> promise) {
    return () -> {
      try {
        promise.getValue().execute();
      } catch (Throwable broken) {
        throw new AssertionError(promise.getKey() + ": " + broken.getMessage(), broken);
      }
    };
  }

  private Map<String, Executable> promises() {
    Map<String, Executable> all = new TreeMap<>(new ReadingPromises<>(source, customers).all());
    all.putAll(new TouchedPromises(source, customers, adding, changing).all());
    return all;
  }
}
