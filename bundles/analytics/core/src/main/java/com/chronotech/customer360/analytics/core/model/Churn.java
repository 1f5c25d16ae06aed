package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.Said;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely a customer stays away for a year more: the share of absences, as long as the present
 * one measured in the customer's own usual interval, that went on for a year.
 *
 * @param risk in percent
 * @param reasons what it rests on; empty when it cannot be told
 */
public record Churn(Outcome risk, List<Said> reasons) {
  /** For how many days to come it is told. */
  public static final int HORIZON = 365;

  private static final double SLOWING = 1.25;

  /** Creates it. */
  public Churn {
    reasons = List.copyOf(reasons);
  }

  /**
   * Finds it.
   *
   * @param curve how others came back; null while it is not known
   * @param appointment the day of the next appointment; null for none
   */
  public static Churn of(Visits visits, ReturnCurve curve, LocalDate appointment, LocalDate today) {
    Habit habit = visits.days().isEmpty() ? null : Habit.of(visits.days(), today);
    if (habit == null || !habit.enough()) {
      return new Churn(
          Outcome.few(visits.days().size(), Words.said("few.visits", Habit.LEAST + 1)), List.of());
    }
    if (curve == null || !curve.tells(habit.ratio())) {
      return new Churn(
          Outcome.few(visits.days().size(), Words.said("few.absences", ReturnCurve.LEAST)),
          List.of());
    }
    double staying = curve.staying(habit.ratio(), habit.ratio() + HORIZON / habit.usual());
    BigDecimal percent = decimal(staying * 100);
    List<Said> reasons = new ArrayList<>();
    reasons.add(
        Words.said(
            "churn.absence", habit.absent(), decimal(habit.usual()), decimal(habit.ratio())));
    reasons.add(others(curve, habit.ratio(), BigDecimal.valueOf(100).subtract(percent)));
    reasons.add(Words.said("churn.visits", visits.days().size(), habit.intervals().size()));
    slowing(habit, reasons);
    if (appointment != null) {
      reasons.add(Words.said("churn.appointment", appointment.toString()));
    }
    return new Churn(Outcome.of(percent, visits.days().size()), reasons);
  }

  private static Said others(ReturnCurve curve, double ratio, BigDecimal returning) {
    int stretch = curve.stretchOf(ratio);
    long reached = curve.reached(ratio);
    return stretch == 0
        ? Words.said("churn.others.all", reached, returning)
        : Words.said("churn.others", reached, ReturnCurve.EDGES.get(stretch), returning);
  }

  private static void slowing(Habit habit, List<Said> reasons) {
    int last = habit.intervals().size() - 1;
    double before = habit.usualBefore(last);
    if (habit.intervals().get(last) >= before * SLOWING) {
      reasons.add(Words.said("churn.slowing", habit.intervals().get(last), decimal(before)));
    }
  }

  private static BigDecimal decimal(double number) {
    return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_EVEN);
  }
}
