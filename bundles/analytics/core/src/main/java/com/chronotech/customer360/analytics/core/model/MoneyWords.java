package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.Said;

/** How figures of money are found, which depends on what the host keeps. */
public final class MoneyWords {

  private MoneyWords() {}

  /** Revenue, with taxes or without. */
  public static Said revenue(Dealings.Billing billing, boolean withTaxes) {
    String by = billing.byPayments() ? "revenue.payments" : "revenue.paid_invoices";
    return Words.formula(withTaxes ? by : by + ".tax_out");
  }

  /** All that was ever received. */
  public static Said lifetime(Dealings.Billing billing) {
    return Words.formula(
        billing.byPayments() ? "lifetime_value.payments" : "lifetime_value.paid_invoices");
  }

  /** What is owed, or overdue. */
  public static Said owed(Dealings.Billing billing, boolean overdue) {
    String what = overdue ? "overdue" : "outstanding";
    return Words.formula(billing.byPayments() ? what + ".payments" : what + ".invoices");
  }
}
