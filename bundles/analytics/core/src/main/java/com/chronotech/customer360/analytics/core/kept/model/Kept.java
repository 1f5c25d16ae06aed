package com.chronotech.customer360.analytics.core.kept.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What is kept of a customer.
 *
 * @param customerId the customer
 * @param asOf the shop's day as of which figures are
 * @param city the folded city; empty when unknown
 * @param days by what it is the day of; those that never were are absent
 * @param counts all of them
 * @param amounts all of them, with two decimals
 * @param standing against the others
 */
public record Kept(
    long customerId,
    LocalDate asOf,
    String city,
    Map<Day, LocalDate> days,
    Map<Count, Integer> counts,
    Map<Amount, BigDecimal> amounts,
    Standing standing) {

  /** Goes up when a formula changes, so that what was kept before is computed again. */
  public static final int FORMULAS = 2;

  /** Days that are kept. */
  public enum Day implements Column {
    /** The first visit. */
    FIRST_VISIT,
    /** The last visit. */
    LAST_VISIT,
    /** The last visit or payment. */
    LAST_SEEN
  }

  /** Counts that are kept. */
  public enum Count implements Column {
    /** Days with a visit. */
    VISITS,
    /** Those of 24 months. */
    VISITS_24M,
    /** Orders neither completed nor cancelled. */
    OPEN_ORDERS,
    /** Paid invoices of 24 months. */
    PAID_24M,
    /** Those, or the visits where the host has no invoices. */
    FREQUENCY
  }

  /** Amounts that are kept, in the shop's currency. */
  public enum Amount implements Column {
    /** Money received in 90 days. */
    REVENUE_90D,
    /** Money received in the 90 days before. */
    REVENUE_90D_BEFORE,
    /** The difference. */
    REVENUE_CHANGE,
    /** Money received in twelve months. */
    REVENUE_12M,
    /** Money received in 24 months. */
    REVENUE_24M,
    /** Money received ever. */
    REVENUE_TOTAL,
    /** Invoices issued in twelve months. */
    INVOICED_12M,
    /** What is owed. */
    OUTSTANDING,
    /** What should have been paid before today. */
    OVERDUE
  }

  /** Something kept in a column of its own. */
  public interface Column {
    /** The constant's name. */
    String name();

    /** The column's name. */
    default String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Creates it. */
  public Kept {
    days = copy(days, Day.class);
    counts = copy(counts, Count.class);
    amounts = copy(amounts, Amount.class);
  }

  private static <K extends Enum<K>, V> Map<K, V> copy(Map<K, V> map, Class<K> type) {
    Map<K, V> copy = new EnumMap<>(type);
    copy.putAll(map);
    return Collections.unmodifiableMap(copy);
  }

  /** A day; null when it never was. */
  public LocalDate day(Day day) {
    return days.get(day);
  }

  /** A count. */
  public int count(Count count) {
    return counts.getOrDefault(count, 0);
  }

  /** An amount. */
  public BigDecimal amount(Amount amount) {
    return amounts.getOrDefault(amount, BigDecimal.ZERO.setScale(2));
  }

  /** The same, standing elsewhere. */
  public Kept standing(Standing other) {
    return new Kept(customerId, asOf, city, days, counts, amounts, other);
  }

  /**
   * Which columns differ from those of another, with both values. Scores are compared where neither
   * is frozen: what is frozen is of another day.
   */
  public Map<String, Object[]> differences(Kept other) {
    Map<String, Object[]> found = new LinkedHashMap<>();
    compare("city", city, other.city, found);
    for (Day day : Day.values()) {
      compare(day.column(), day(day), other.day(day), found);
    }
    for (Count count : Count.values()) {
      compare(count.column(), count(count), other.count(count), found);
    }
    for (Amount amount : Amount.values()) {
      BigDecimal here = amount(amount);
      BigDecimal there = other.amount(amount);
      if (here.compareTo(there) != 0) {
        found.put(amount.column(), new Object[] {here, there});
      }
    }
    standing.differences(other.standing, found);
    return found;
  }

  static void compare(String column, Object here, Object there, Map<String, Object[]> found) {
    if (!Objects.equals(here, there)) {
      found.put(column, new Object[] {here, there});
    }
  }
}
