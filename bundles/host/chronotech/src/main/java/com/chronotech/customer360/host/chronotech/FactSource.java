package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostFact;
import java.util.List;

/**
 * A table of the host that tells of things that happened.
 *
 * @param tables the names it is known by, the newer first
 * @param needed columns without which it tells nothing
 * @param wanted further columns, read where they stand
 * @param throughInvoice whether the customer is the invoice's
 * @param reader makes the facts of a row
 */
record FactSource(
    List<String> tables,
    List<String> needed,
    List<String> wanted,
    boolean throughInvoice,
    Reader reader) {

  /** Columns that tell when a row was changed, or that something happened to it since. */
  private static final List<String> CHANGES = List.of("updated_at", "completion_date", "signed_at");

  /** The columns that tell of a change, of those that a table has. */
  static List<String> changes(HostTable table) {
    return CHANGES.stream().filter(table::holdsTime).toList();
  }

  /** Makes the facts of a row. */
  @FunctionalInterface
  interface Reader {
    /** The facts; never empty: what cannot be told is {@linkplain Refusal refused}. */
    List<HostFact> facts(HostRow row, Facts facts) throws Refusal;
  }

  /** Why a row cannot become a fact. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
      super(reason, null, false, false);
    }
  }
}
