package com.chronotech.customer360.itests.benchmark.work;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;
import java.util.List;

/** Asks about all customers of a campaign at once. */
record Campaigns(ConsentService consents, List<Long> customers) implements Work {

  @Override
  public long once(long number) {
    check(customers, consents.filterGranted(customers, ConsentType.MARKETING_EMAIL).size());
    return 1;
  }

  static void check(List<Long> customers, int found) {
    long agreeing = customers.stream().filter(Sample::agrees).count();
    if (found != agreeing) {
      throw new IllegalStateException("found " + found + " and not " + agreeing);
    }
  }
}
