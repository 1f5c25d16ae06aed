package com.chronotech.customer360.itests.benchmark.work;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import java.util.ArrayList;
import java.util.List;

/**
 * Who has decided what. Customers are numbered from 1; those up to {@code deciding} have decided:
 * every one about text messages and, after some thought, about e-mail, to which those with an even
 * number agree. About the other purposes nobody was asked yet.
 *
 * @param deciding how many customers have decided
 * @param total how many customers there are
 */
record Sample(long deciding, long total) {
  /** How many of a campaign are asked about at once. */
  static final int CAMPAIGN = 100_000;

  static final String SOURCE = "benchmark";

  /** The purposes nobody was asked about yet. */
  private static final List<ConsentType> OPEN =
      List.of(
          ConsentType.ANALYTICS,
          ConsentType.PROFILING,
          ConsentType.DATA_SHARING,
          ConsentType.SERVICE_NOTIFICATIONS);

  /** Whether a customer agreed to {@link ConsentType#MARKETING_EMAIL}, and still does. */
  static boolean agrees(long customer) {
    return customer % 2 == 0;
  }

  /** What a customer decided, in that order. */
  static List<NewConsent> decisions(long customer) {
    List<NewConsent> all = new ArrayList<>(3);
    all.add(decision(customer, ConsentType.MARKETING_EMAIL, Decision.GRANTED));
    all.add(
        decision(
            customer,
            ConsentType.MARKETING_SMS,
            agrees(customer) ? Decision.GRANTED : Decision.REFUSED));
    if (!agrees(customer)) {
      all.add(decision(customer, ConsentType.MARKETING_EMAIL, Decision.REVOKED));
    }
    return all;
  }

  private static NewConsent decision(long customer, ConsentType type, Decision decision) {
    return NewConsent.of(customer, type, decision, SOURCE).build();
  }

  /** Those a campaign asks about: every third customer, as far as there are so many. */
  List<Long> campaign() {
    List<Long> ids = new ArrayList<>(CAMPAIGN);
    for (long id = 1; id <= deciding && ids.size() < CAMPAIGN; id += 3) {
      ids.add(id);
    }
    return ids;
  }

  /** Which customer decides next about something open. */
  long newcomer(long number) {
    return 1 + number % deciding;
  }

  /** The same among those who have decided nothing. */
  long stranger(long number) {
    return deciding + 1 + number % (total - deciding);
  }

  /** About what; null when everybody has decided everything. */
  static ConsentType open(long number, long customers) {
    long at = number / customers;
    return at < OPEN.size() ? OPEN.get((int) at) : null;
  }
}
