package com.chronotech.customer360.analytics.core.kept.model;

import java.util.Locale;

/** What is added up over customers and days. Amounts are in hundredths of the shop's currency. */
public enum Total {
  /** Money received. */
  REVENUE,
  /** Invoices issued, in money. */
  INVOICED,
  /** What is still owed, on the day it is due. */
  OUTSTANDING,
  /** How often money came or went. */
  RECEIPTS,
  /** Invoices issued. */
  INVOICES,
  /** Invoices on which something is owed, on the day it is due. */
  OPEN_INVOICES,
  /** Visits. */
  VISITS,
  /** Orders completed whose time to resolve is known. */
  RESOLVED,
  /** Minutes that those took together. */
  RESOLVE_MINUTES,
  /** Orders that the host says were completed before they were asked for, or not when. */
  DROPPED,
  /** Quotes made. */
  QUOTES,
  /** Quotes that became orders, on the day the quote was made. */
  CONVERTED,
  /** Quotes not answered yet, on the day the quote was made. */
  QUOTES_OPEN,
  /** Answers on how likely one is to recommend the shop. */
  RECOMMEND,
  /** Those of 9 and 10. */
  PROMOTERS,
  /** Those of 0 to 6. */
  DETRACTORS,
  /** Answers on how satisfied one was. */
  SATISFACTION,
  /** Those of 4 and 5. */
  SATISFIED,
  /** Services of vehicles that came before, of customers who agreed to be measured. */
  SERVICES,
  /** Days since the service before, of those together. */
  SERVICE_DAYS,
  /** Those that came on time. */
  SERVICES_ON_TIME,
  /** Vehicles that have not come since, on the last day on which that is on time. */
  SERVICES_DUE;

  private final String column = name().toLowerCase(Locale.ROOT);

  /** Its place among the numbers of a {@link Tally}, and in what is stored of one. */
  @SuppressWarnings("EnumOrdinal") // the order is what is stored; Kept.FORMULAS goes up with it
  int place() {
    return ordinal();
  }

  /** The column's name. */
  public String column() {
    return column;
  }
}
