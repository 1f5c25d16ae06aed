package com.chronotech.customer360.itests.benchmark.work;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;

/** Asks ten thousand times about customers that are asked about all the time. */
final class CachedAnswers implements Work {
  private static final int CALLS = 10_000;

  private final ConsentService consents;
  private final long[] customers;

  CachedAnswers(ConsentService consents, Sample sample) {
    this.consents = consents;
    this.customers = some(sample);
  }

  /** Some customers, half of whom agree; a power of two of them. */
  static long[] some(Sample sample) {
    long[] customers = new long[1024];
    long step = (sample.deciding() / customers.length) | 1;
    for (int i = 0; i < customers.length; i++) {
      customers[i] = 1 + (i * step) % sample.deciding();
    }
    return customers;
  }

  @Override
  public long once(long number) {
    int wrong = 0;
    for (int i = 0; i < CALLS; i++) {
      long customer = customers[i & (customers.length - 1)];
      if (consents.isGranted(customer, ConsentType.MARKETING_EMAIL) != Sample.agrees(customer)) {
        wrong++;
      }
    }
    if (wrong > 0) {
      throw new IllegalStateException(wrong + " wrong answers");
    }
    return CALLS;
  }
}
