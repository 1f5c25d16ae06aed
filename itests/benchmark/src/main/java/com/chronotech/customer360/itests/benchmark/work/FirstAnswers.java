package com.chronotech.customer360.itests.benchmark.work;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;

/** Asks about a customer that was not asked about before, so that the database must be read. */
record FirstAnswers(ConsentService consents, Sample sample) implements Work {

  @Override
  public long once(long number) {
    long customer = 1 + number;
    if (customer > sample.deciding()) {
      return 0;
    }
    if (consents.isGranted(customer, ConsentType.MARKETING_EMAIL) != Sample.agrees(customer)) {
      throw new IllegalStateException("a wrong answer about customer " + customer);
    }
    return 1;
  }
}
