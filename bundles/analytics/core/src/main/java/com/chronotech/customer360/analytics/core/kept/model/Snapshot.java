package com.chronotech.customer360.analytics.core.kept.model;

import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.analytics.core.kept.model.Kept.Amount;
import com.chronotech.customer360.analytics.core.kept.model.Kept.Count;
import com.chronotech.customer360.analytics.core.kept.model.Kept.Day;
import com.chronotech.customer360.analytics.core.model.Dealings;
import com.chronotech.customer360.analytics.core.model.Habit;
import com.chronotech.customer360.analytics.core.model.Money;
import com.chronotech.customer360.analytics.core.model.Outcome;
import com.chronotech.customer360.analytics.core.model.Rfms;
import com.chronotech.customer360.analytics.core.model.ServiceRule;
import com.chronotech.customer360.analytics.core.model.Shop;
import com.chronotech.customer360.analytics.core.model.Visits;
import com.chronotech.customer360.host.HostWorkOrders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The figures of a customer, computed from the host's rows.
 *
 * @param kept what is kept of the customer, standing nowhere yet
 * @param part what the customer adds to the figures of all
 */
public record Snapshot(Kept kept, Part part) {
  private static final int DAYS = 90;

  /**
   * What the customer agreed to.
   *
   * @param profiling whether how visits follow each other may be looked at
   * @param services when a service is on time; null for who did not agree to be measured, whose
   *     services are not looked at
   */
  public record Agreed(boolean profiling, ServiceRule services) {}

  /** Computes. */
  public static Snapshot of(long customerId, CustomerRows rows, Shop shop, Agreed agreed) {
    Movements movements = new Movements(rows, shop);
    Visits visits = Visits.of(rows.dealings(), shop);
    if (agreed.services() != null) {
      movements.services(visits, rows.dealings().garage().vehicles().all(), agreed.services());
    }
    Money money = Money.of(rows.dealings().billing(), shop);
    String city = Folding.fold(rows.city());
    Kept kept =
        new Kept(
            customerId,
            shop.today(),
            city,
            days(visits, money),
            counts(rows.dealings(), visits, money),
            amounts(money),
            Standing.NONE);
    SortedSet<LocalDate> came = visits.days();
    Part part =
        new Part(
            city,
            rows.labels().stream().map(Folding::fold).distinct().sorted().toList(),
            movements.slots(),
            came.isEmpty() ? null : Quarter.of(came.first()),
            movements.quarters(came),
            agreed.profiling() && !came.isEmpty()
                ? Habit.of(came, shop.today()).intervals()
                : List.of(),
            movements.resolved());
    return new Snapshot(kept, part);
  }

  private static Map<Day, LocalDate> days(Visits visits, Money money) {
    Map<Day, LocalDate> days = new EnumMap<>(Day.class);
    if (!visits.days().isEmpty()) {
      days.put(Day.FIRST_VISIT, visits.days().first());
      days.put(Day.LAST_VISIT, visits.days().last());
    }
    Long recency = Rfms.of(visits, money).recency();
    if (recency != null) {
      days.put(Day.LAST_SEEN, money.shop().today().minusDays(recency));
    }
    return days;
  }

  private static Map<Count, Integer> counts(Dealings dealings, Visits visits, Money money) {
    Window two = Rfms.PERIOD.ending(money.shop().today());
    Map<Count, Integer> counts = new EnumMap<>(Count.class);
    counts.put(Count.VISITS, visits.days().size());
    counts.put(Count.VISITS_24M, (int) visits.within(two));
    counts.put(
        Count.OPEN_ORDERS,
        (int)
            dealings.orders().stream()
                .filter(one -> one.state() == HostWorkOrders.State.OPEN)
                .count());
    counts.put(Count.PAID_24M, (int) money.paidInvoices(two));
    counts.put(Count.FREQUENCY, (int) Rfms.of(visits, money).frequency());
    return counts;
  }

  private static Map<Amount, BigDecimal> amounts(Money money) {
    LocalDate today = money.shop().today();
    Window ninety = Window.ending(today, DAYS);
    BigDecimal now = amount(money.revenue(ninety, true));
    BigDecimal before = amount(money.revenue(ninety.before(), true));
    Window year = Period.ONE_YEAR.ending(today);
    Map<Amount, BigDecimal> amounts = new EnumMap<>(Amount.class);
    amounts.put(Amount.REVENUE_90D, now);
    amounts.put(Amount.REVENUE_90D_BEFORE, before);
    amounts.put(Amount.REVENUE_CHANGE, now.subtract(before));
    amounts.put(Amount.REVENUE_12M, amount(money.revenue(year, true)));
    amounts.put(Amount.REVENUE_24M, amount(money.revenue(Rfms.PERIOD.ending(today), true)));
    amounts.put(Amount.REVENUE_TOTAL, amount(money.lifetime()));
    amounts.put(Amount.INVOICED_12M, amount(money.invoiced(year)));
    amounts.put(Amount.OUTSTANDING, amount(money.outstanding()));
    amounts.put(Amount.OVERDUE, amount(money.overdue()));
    return amounts;
  }

  /** What cannot be told is kept as nothing; answers ask the host's shape what can be. */
  private static BigDecimal amount(Outcome outcome) {
    return outcome.value() == null ? BigDecimal.ZERO.setScale(2) : outcome.value();
  }

  /** The labels as they are shown, by their folded spelling. */
  public static Map<String, String> spellings(List<String> labels) {
    Map<String, String> spelled = new HashMap<>();
    labels.forEach(label -> spelled.putIfAbsent(Folding.fold(label), Folding.label(label)));
    return spelled;
  }
}
