package com.chronotech.customer360.itests.benchmark.work;

import com.chronotech.customer360.consents.ConsentType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The same in a plain map, which knows nothing of callers, ends, or other nodes. */
final class MapAnswers implements Work {
  private static final int CALLS = 10_000;

  private final Map<Long, Set<ConsentType>> answers = new ConcurrentHashMap<>();
  private final long[] customers;

  MapAnswers(Sample sample) {
    customers = CachedAnswers.some(sample);
    for (long customer : customers) {
      answers.put(
          customer,
          Sample.agrees(customer)
              ? EnumSet.of(ConsentType.MARKETING_EMAIL)
              : EnumSet.noneOf(ConsentType.class));
    }
  }

  @Override
  public long once(long number) {
    int wrong = 0;
    for (int i = 0; i < CALLS; i++) {
      long customer = customers[i & (customers.length - 1)];
      boolean granted = answers.get(customer).contains(ConsentType.MARKETING_EMAIL);
      if (granted != Sample.agrees(customer)) {
        wrong++;
      }
    }
    if (wrong > 0) {
      throw new IllegalStateException(wrong + " wrong answers");
    }
    return CALLS;
  }
}
