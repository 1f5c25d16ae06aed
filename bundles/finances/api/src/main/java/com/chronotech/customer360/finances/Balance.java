package com.chronotech.customer360.finances;

import com.chronotech.customer360.host.Availability;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a customer owes today.
 *
 * @param asOf today in the shop's zone
 * @param currency the ISO 4217 code of every amount
 * @param owed over all issued invoices
 * @param overdue the part that was due before today; null where the host knows no due dates
 * @param ageing the amounts of {@code owed} by how long they have been due, every bucket there
 * @param payments whether the host tells payments apart; when not, an invoice that is not paid
 *     counts whole
 */
public record Balance(
    LocalDate asOf,
    String currency,
    Owed owed,
    Overdue overdue,
    Map<AgeingBucket, BigDecimal> ageing,
    Availability payments) {

  /** Creates a balance. */
  public Balance {
    ageing = Collections.unmodifiableMap(new EnumMap<>(ageing));
  }

  /**
   * What is owed.
   *
   * @param amount zero when nothing is
   * @param invoices of how many invoices
   */
  public record Owed(BigDecimal amount, int invoices) {}

  /**
   * What should have been paid.
   *
   * @param amount zero when nothing is overdue
   * @param invoices of how many invoices
   * @param oldestDueOn the earliest due date among them; null when nothing is overdue
   */
  public record Overdue(BigDecimal amount, int invoices, LocalDate oldestDueOn) {}
}
