package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.host.HostWorkOrders.State;
import com.chronotech.customer360.host.HostWorkOrders.WorkOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How long orders took from being asked for to being completed.
 *
 * @param minutes of each order that was completed in time, ascending
 * @param dropped orders that the host says were completed before they were asked for, or does not
 *     say when they were asked for
 */
public record Resolution(List<Long> minutes, long dropped) {

  /** Creates it. */
  public Resolution {
    minutes = List.copyOf(minutes);
  }

  /**
   * Times of the orders completed within days.
   *
   * @param hours counts these alone; null counts every minute
   */
  public static Resolution of(
      Collection<WorkOrder> orders, Window window, OpeningHours hours, Shop shop) {
    List<Long> minutes = new ArrayList<>();
    long dropped = 0;
    for (WorkOrder order : orders) {
      if (order.state() == State.COMPLETED && window.contains(shop.dayOf(order.completedAt()))) {
        if (order.createdAt() == null || order.completedAt().isBefore(order.createdAt())) {
          dropped++;
        } else {
          minutes.add(taken(order, hours, shop).toMinutes());
        }
      }
    }
    minutes.sort(null);
    return new Resolution(minutes, dropped);
  }

  private static Duration taken(WorkOrder order, OpeningHours hours, Shop shop) {
    return hours == null
        ? Duration.between(order.createdAt(), order.completedAt())
        : hours.between(order.createdAt(), order.completedAt(), shop.zone());
  }

  /** The mean, in minutes with one decimal. */
  public Outcome mean() {
    long sum = minutes.stream().mapToLong(Long::longValue).sum();
    return outcome(BigDecimal.valueOf(sum), minutes.size());
  }

  /** The middle one, or the mean of the two in the middle. */
  public Outcome median() {
    int size = minutes.size();
    return size == 0
        ? outcome(BigDecimal.ZERO, 0)
        : outcome(BigDecimal.valueOf(minutes.get((size - 1) / 2) + minutes.get(size / 2)), 2);
  }

  private Outcome outcome(BigDecimal sum, int among) {
    Outcome found =
        minutes.isEmpty()
            ? Outcome.few(0, Words.said("few.orders"))
            : Outcome.of(
                sum.divide(BigDecimal.valueOf(among), 1, RoundingMode.HALF_EVEN), minutes.size());
    return dropped == 0 ? found : found.noting(Words.said("note.dropped", dropped));
  }
}
