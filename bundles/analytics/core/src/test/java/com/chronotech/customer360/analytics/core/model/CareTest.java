package com.chronotech.customer360.analytics.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.analytics.FigureStatus;
import com.chronotech.customer360.analytics.VehicleCare.Basis;
import com.chronotech.customer360.analytics.VehicleCare.Confidence;
import com.chronotech.customer360.analytics.VehicleCare.NextService;
import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.host.HostMaintenance.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CareTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
  private static final Window YEAR = new Window(LocalDate.parse("2025-11-27"), TODAY);
  private static final ServiceRule RULE = new ServiceRule(182, 30);
  private static final Odometer UNKNOWN = new Odometer(null, null, TODAY, TODAY);
  private static final Odometer DRIVEN =
      new Odometer(36_500, 2024, LocalDate.parse("2025-12-31"), TODAY);

  private static SortedSet<LocalDate> days(String... days) {
    return new TreeSet<>(Stream.of(days).map(LocalDate::parse).toList());
  }

  @Test
  void intervalsThatEndInTheWindowCountWhereverTheyBegan() {
    Recurrence recurrence =
        Recurrence.of(days("2025-01-01", "2025-12-01", "2026-06-01", "2026-11-01"), YEAR, RULE);
    assertThat(recurrence.intervals()).containsExactly(334L, 182L, 153L);
    assertThat(recurrence.mean().value()).isEqualTo("223.0");
    assertThat(recurrence.onTime().value()).isEqualTo("66.7");
    assertThat(recurrence.onTime().observations()).isEqualTo(3);
  }

  @Test
  void whoIsDueAndHasNotComeIsLate() {
    Recurrence recurrence = Recurrence.of(days("2025-12-01", "2026-01-01"), YEAR, RULE);
    assertThat(recurrence.missing()).isEqualTo(1);
    assertThat(recurrence.onTime().value()).isEqualTo("50.0");
    assertThat(Recurrence.of(days(TODAY.minusDays(212).toString()), YEAR, RULE).missing()).isZero();
    assertThat(Recurrence.of(days(TODAY.minusDays(213).toString()), YEAR, RULE).missing())
        .isEqualTo(1);
    assertThat(Recurrence.of(days(), YEAR, RULE).onTime().status())
        .isEqualTo(FigureStatus.NOT_ENOUGH_DATA);
  }

  @Test
  void severalVehiclesAreCountedTogether() {
    Recurrence both =
        Recurrence.of(
            List.of(
                Recurrence.of(days("2026-01-01", "2026-03-01"), YEAR, RULE),
                Recurrence.of(days("2026-10-01", "2026-11-01"), YEAR, RULE)),
            RULE);
    assertThat(both.mean().value()).isEqualTo("45.0");
    assertThat(both.onTime().value()).isEqualTo("66.7");
  }

  @Test
  void aPlanAheadCountsWithoutConsentAndOneThatWasDoneDoesNot() {
    List<Plan> plans =
        List.of(
            new Plan(1, 1, 1, LocalDate.parse("2026-05-01"), null),
            new Plan(2, 1, 1, LocalDate.parse("2026-12-24"), null),
            new Plan(3, 1, 1, null, 40_000));
    NextService next = new NextDue(days("2026-06-01"), DRIVEN, false).find(plans);
    assertThat(next.status()).isEqualTo(FigureStatus.OK);
    assertThat(next.byTime().on()).isEqualTo("2026-12-24");
    assertThat(next.byTime().basis()).isEqualTo(Basis.PLAN);
    assertThat(next.byDistance().kilometres()).isEqualTo(40_000);
    assertThat(next.byDistance().on()).isNull();
  }

  @Test
  void withConsentTheDayOfAReadingIsToldAndNeverLiesInThePast() {
    List<Plan> plans = List.of(new Plan(3, 1, 1, null, 40_000), new Plan(4, 1, 1, null, 60_000));
    NextDue due = new NextDue(days(), DRIVEN, true);
    // 36,500 km in 730 days since the model year began: 50 a day, so 70 days after the reading
    assertThat(due.find(plans).byDistance().on()).isEqualTo(TODAY);
    assertThat(due.find(plans.subList(1, 2)).byDistance().on())
        .isEqualTo(LocalDate.parse("2025-12-31").plusDays(470));
  }

  @Test
  void withoutPlanTheOwnIntervalsTellAndTheOdometerFollows() {
    NextDue due =
        new NextDue(days("2025-11-01", "2026-02-09", "2026-05-20", "2026-08-28"), DRIVEN, true);
    NextService next = due.find(List.of());
    assertThat(next.byTime().on()).isEqualTo("2026-12-06");
    assertThat(next.byTime().marginDays()).isZero();
    assertThat(next.byTime().confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(next.byDistance().basis()).isEqualTo(Basis.ODOMETER);
    assertThat(next.byDistance().kilometres()).isEqualTo(53_500);
    assertThat(next.byDistance().confidence()).isEqualTo(Confidence.LOW);
  }

  @Test
  void confidenceFallsWithFewOrVaryingIntervals() {
    assertThat(confidence("2026-01-01", "2026-04-01")).isEqualTo(Confidence.LOW);
    assertThat(confidence("2026-01-01", "2026-02-01", "2026-03-01", "2026-11-01"))
        .isEqualTo(Confidence.LOW);
    assertThat(confidence("2026-01-01", "2026-03-01", "2026-05-01", "2026-07-01", "2026-09-01"))
        .isEqualTo(Confidence.HIGH);
  }

  private static Confidence confidence(String... services) {
    return new NextDue(days(services), UNKNOWN, true).find(List.of()).byTime().confidence();
  }

  @Test
  void withoutConsentOrVisitsNothingIsPredicted() {
    SortedSet<LocalDate> often = days("2026-01-01", "2026-04-01", "2026-07-01");
    assertThat(new NextDue(often, DRIVEN, false).find(List.of()).status())
        .isEqualTo(FigureStatus.NOT_CONSENTED);
    assertThat(new NextDue(days("2026-01-01"), DRIVEN, true).find(List.of()).status())
        .isEqualTo(FigureStatus.NOT_ENOUGH_DATA);
  }

  @Test
  void anOdometerTellsNothingOfAYoungOrUnknownVehicle() {
    assertThat(UNKNOWN.aYear()).isNull();
    assertThat(new Odometer(500, 2026, TODAY, TODAY).aYear()).isNull();
    assertThat(new Odometer(500, 2027, TODAY, TODAY).aYear()).isNull();
    assertThat(new Odometer(0, 2020, TODAY, TODAY).aYear()).isNull();
    assertThat(DRIVEN.aYear()).isEqualTo(18_250);
    assertThat(new Odometer(5, 1990, TODAY, TODAY).dayOf(Integer.MAX_VALUE))
        .isEqualTo(TODAY.plusDays(36_500));
  }
}
