package com.chronotech.customer360.consents.core.transfer.csv;

import com.chronotech.customer360.consents.NewConsent;
import java.util.Comparator;

/**
 * A sound line of a file.
 *
 * @param line its number in the file, the header being 1
 * @param consent what it says
 */
public record ImportLine(long line, NewConsent consent) {
  /** By customer, and of one customer by time: in this order a file is recorded. */
  public static final Comparator<ImportLine> BY_CUSTOMER_AND_TIME =
      Comparator.comparingLong((ImportLine line) -> line.consent().customerId())
          .thenComparing(line -> line.consent().occurredAt())
          .thenComparingLong(ImportLine::line);
}
