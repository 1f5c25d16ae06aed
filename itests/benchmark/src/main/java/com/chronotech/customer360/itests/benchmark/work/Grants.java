package com.chronotech.customer360.itests.benchmark.work;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentType;

/** Records that a customer agrees to something new, as a host module does. */
record Grants(ConsentService consents, Sample sample) implements Work {

  @Override
  public long once(long number) {
    ConsentType type = Sample.open(number, sample.deciding());
    if (type == null) {
      return 0;
    }
    if (consents.grant(sample.newcomer(number), type, Sample.SOURCE).unchanged()) {
      throw new IllegalStateException("that consent stood already");
    }
    return 1;
  }
}
