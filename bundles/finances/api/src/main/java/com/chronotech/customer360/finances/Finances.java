package com.chronotech.customer360.finances;

import com.chronotech.customer360.host.Availability;
import java.util.Map;

/**
 * A page of a customer's invoices with what the customer owes, of one snapshot.
 *
 * @param privacyLevel the customer's level of privacy
 * @param availability whether the host at hand keeps invoices, and why not
 * @param missing what the host lacks of its invoices, by the name of the part, such as {@code
 *     dueOn}, and {@code payments}; those parts are null or empty in every invoice
 * @param page the invoices; empty when there are none to be had
 * @param balance over all of the customer's invoices, whatever the page; null when not available
 */
public record Finances(
    String privacyLevel,
    Availability availability,
    Map<String, Availability> missing,
    InvoicePage page,
    Balance balance) {
  /** Creates the answer. */
  public Finances {
    missing = Map.copyOf(missing);
  }
}
