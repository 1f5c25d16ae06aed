package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What recency, frequency and money of a customer are. */
public final class Rfms {
  /** Over which months frequency and money are counted. */
  public static final Period PERIOD = Period.TWO_YEARS;

  private Rfms() {}

  /** The values of a customer, by visits and money. */
  public static RfmValues of(Visits visits, Money money) {
    LocalDate today = money.shop().today();
    Window window = PERIOD.ending(today);
    boolean billed = money.lackingReceipts() == null;
    LocalDate visited = visits.days().isEmpty() ? null : visits.days().last();
    LocalDate paid = billed ? money.lastPayment() : null;
    LocalDate seen = paid == null || (visited != null && visited.isAfter(paid)) ? visited : paid;
    return new RfmValues(
        seen == null ? null : ChronoUnit.DAYS.between(seen, today),
        billed ? money.paidInvoices(window) : visits.within(window),
        billed ? money.revenue(window, true).value() : null);
  }
}
