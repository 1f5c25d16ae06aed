package com.chronotech.customer360.analytics.core.model;

import static com.chronotech.customer360.analytics.core.model.Given.dealings;
import static com.chronotech.customer360.analytics.core.model.Given.done;
import static com.chronotech.customer360.analytics.core.model.Given.invoice;
import static com.chronotech.customer360.analytics.core.model.Given.paid;
import static com.chronotech.customer360.analytics.core.model.Given.shop;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.analytics.FigureStatus;
import com.chronotech.customer360.analytics.RfmSegment;
import com.chronotech.customer360.analytics.Said;
import com.chronotech.customer360.analytics.core.model.RfmBounds.Score;
import com.chronotech.customer360.host.HostInvoices.State;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

  @Test
  void fifthsOfAHundredValuesHaveTwentyEach() {
    Quintiles quintiles = Quintiles.of(LongStream.rangeClosed(1, 100).toArray());
    assertThat(quintiles.cuts()).containsExactly(20L, 40L, 60L, 80L);
    assertThat(quintiles.fifthOf(20)).isEqualTo(1);
    assertThat(quintiles.fifthOf(21)).isEqualTo(2);
    assertThat(quintiles.fifthOf(1000)).isEqualTo(5);
    assertThat(Quintiles.of(new long[] {7}).fifthOf(7)).isEqualTo(1);
  }

  @Property
  void aGreaterValueIsNeverInALesserFifth(
      @ForAll @Size(min = 1, max = 60) long[] base, @ForAll long one, @ForAll long other) {
    long[] before = base.clone();
    Quintiles quintiles = Quintiles.of(base);
    assertThat(base).isEqualTo(before);
    assertThat(quintiles.fifthOf(Math.min(one, other)))
        .isLessThanOrEqualTo(quintiles.fifthOf(Math.max(one, other)));
  }

  @Test
  void theGridHasAllElevenSegmentsWhereTheyAreCustomary() {
    Set<RfmSegment> seen = EnumSet.noneOf(RfmSegment.class);
    for (int r = 1; r <= 5; r++) {
      for (int f = 1; f <= 5; f++) {
        for (int m = 1; m <= 5; m++) {
          seen.add(new Score(r, f, m).segment());
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(RfmSegment.values());
    assertThat(new Score(5, 5, 5).segment()).isEqualTo(RfmSegment.CHAMPIONS);
    assertThat(new Score(4, 4, 4).segment()).isEqualTo(RfmSegment.LOYAL);
    assertThat(new Score(4, 2, 3).segment()).isEqualTo(RfmSegment.POTENTIAL_LOYALIST);
    assertThat(new Score(5, 1, 1).segment()).isEqualTo(RfmSegment.NEW_CUSTOMERS);
    assertThat(new Score(4, 1, 1).segment()).isEqualTo(RfmSegment.PROMISING);
    assertThat(new Score(3, 3, 3).segment()).isEqualTo(RfmSegment.NEED_ATTENTION);
    assertThat(new Score(3, 2, 2).segment()).isEqualTo(RfmSegment.ABOUT_TO_SLEEP);
    assertThat(new Score(2, 4, 4).segment()).isEqualTo(RfmSegment.AT_RISK);
    assertThat(new Score(1, 5, 5).segment()).isEqualTo(RfmSegment.CANNOT_LOSE);
    assertThat(new Score(2, 1, 2).segment()).isEqualTo(RfmSegment.HIBERNATING);
    assertThat(new Score(1, 1, 1).segment()).isEqualTo(RfmSegment.LOST);
    assertThat(new Score(5, 4, 3).digits()).isEqualTo(543);
  }

  @Test
  void valuesAreCountedOverTwentyFourMonths() {
    Shop shop = shop("2026-11-26T12:00:00Z");
    Dealings dealings =
        dealings(
            List.of(done("2026-11-01T12:00:00Z", "2026-11-10T12:00:00Z")),
            invoice(State.PAID, "10.00", "11.50", paid("11.50", "2026-11-16T12:00:00Z")),
            invoice(State.PAID, "10.00", "11.50", paid("11.50", "2024-11-26T12:00:00Z")),
            invoice(State.PAID, "10.00", "11.50", paid("11.50", "2024-11-27T12:00:00Z")),
            invoice(State.OPEN, "10.00", "11.50", paid("5.00", "2026-01-16T12:00:00Z")));
    RfmValues values = Rfms.of(Visits.of(dealings, shop), Money.of(dealings.billing(), shop));
    assertThat(values).isEqualTo(new RfmValues(10L, 2, Given.money("28.00")));
    assertThat(values.inBase(TODAY)).isTrue();
    assertThat(new RfmValues(729L, 0, null).inBase(TODAY)).isTrue();
    assertThat(new RfmValues(730L, 0, null).inBase(TODAY)).isFalse();
    assertThat(new RfmValues(null, 0, null).inBase(TODAY)).isFalse();
  }

  private static SortedSet<LocalDate> every(int days, int visits, LocalDate last) {
    SortedSet<LocalDate> all = new TreeSet<>();
    for (int i = 0; i < visits; i++) {
      all.add(last.minusDays((long) i * days));
    }
    return all;
  }

  private static ReturnCurve curve(int returned, int stayed) {
    ReturnCurve.Tally tally = new ReturnCurve.Tally();
    for (int i = 0; i < returned; i++) {
      // two usual intervals of 100 days, and one of 140: the absence ended at 1.4 times the usual
      SortedSet<LocalDate> visits = every(100, 3, TODAY.minusDays(140));
      visits.add(TODAY);
      tally.add(Habit.of(visits, TODAY));
    }
    for (int i = 0; i < stayed; i++) {
      tally.add(Habit.of(every(100, 3, TODAY.minusDays(1300)), TODAY));
    }
    return tally.curve(TODAY);
  }

  @Test
  void theTableCountsWhoReachedWhoEndedAndWhoIsStillAway() {
    ReturnCurve curve = curve(60, 40);
    // everybody reaches 1.25 times; those who came back there begin anew, with no absence yet
    assertThat(curve.stretches().get(4)).isEqualTo(new ReturnCurve.Stretch(100, 60, 0));
    assertThat(curve.stretches().get(5)).isEqualTo(new ReturnCurve.Stretch(40, 0, 0));
    assertThat(curve.stretches().get(0)).isEqualTo(new ReturnCurve.Stretch(160, 0, 60));
    assertThat(curve.stretches().get(10)).isEqualTo(new ReturnCurve.Stretch(40, 0, 40));
    assertThat(curve.staying(1.25, 1.5)).isEqualTo(0.4);
    assertThat(curve.staying(1.25, 1.375)).isBetween(0.63, 0.64);
  }

  @Property
  void theLongerTheLessLikelyAndNeverOutsideNoughtAndOne(
      @ForAll @DoubleRange(min = 0, max = 20) double from,
      @ForAll @DoubleRange(min = 0, max = 20) double middle,
      @ForAll @DoubleRange(min = 0, max = 20) double to) {
    ReturnCurve curve = curve(7, 5);
    double[] at = {from, middle, to};
    Arrays.sort(at);
    double whole = curve.staying(at[0], at[2]);
    assertThat(whole).isBetween(0.0, 1.0).isLessThanOrEqualTo(curve.staying(at[0], at[1]));
    assertThat(curve.staying(at[0], at[1]) * curve.staying(at[1], at[2]))
        .isCloseTo(whole, Offset.offset(1e-9));
  }

  private static Visits visits(SortedSet<LocalDate> days) {
    return new Visits(days, Map.of(), null);
  }

  @Test
  void aRiskIsToldWithItsReasons() {
    Churn churn =
        Churn.of(
            visits(every(100, 4, TODAY.minusDays(130))), curve(60, 40), TODAY.plusDays(3), TODAY);
    // away 1.3 times the usual; 0.4 to the power of 0.2 / 0.25 stay away beyond 1.5 times
    assertThat(churn.risk().value()).isEqualTo("48.0");
    assertThat(churn.reasons())
        .extracting(Said::code)
        .containsExactly("churn.absence", "churn.others", "churn.visits", "churn.appointment");
    assertThat(churn.reasons().get(0).words().in(Locale.CANADA))
        .contains("130 days", "100 days", "1.3 times");
    assertThat(churn.reasons().get(1).words().in(Locale.CANADA))
        .contains("100 absences", "1.25 times", "52%");
  }

  @Test
  void anAbsenceThatHasJustBegunIsComparedWithAll() {
    Said others =
        Churn.of(visits(every(100, 4, TODAY.minusDays(10))), curve(60, 40), null, TODAY)
            .reasons()
            .get(1);
    assertThat(others.code()).isEqualTo("churn.others.all");
    assertThat(others.words().in(Locale.CANADA)).contains("160 absences").doesNotContain("0 times");
  }

  @Test
  void aRiskIsNotToldOfFewVisitsOrFewOthers() {
    assertThat(Churn.of(visits(every(100, 2, TODAY)), curve(60, 40), null, TODAY).risk().status())
        .isEqualTo(FigureStatus.NOT_ENOUGH_DATA);
    assertThat(Churn.of(visits(new TreeSet<>()), curve(60, 40), null, TODAY).risk().status())
        .isEqualTo(FigureStatus.NOT_ENOUGH_DATA);
    assertThat(Churn.of(visits(every(100, 4, TODAY)), null, null, TODAY).risk().reason().code())
        .isEqualTo("few.absences");
    assertThat(
            Churn.of(visits(every(10, 4, TODAY.minusDays(50))), curve(60, 10), null, TODAY)
                .risk()
                .status())
        .isEqualTo(FigureStatus.NOT_ENOUGH_DATA);
  }

  @Property
  void aHabitForgetsTheOrderInWhichVisitsAreNamed(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 900) Integer> ago) {
    List<LocalDate> days = ago.stream().map(TODAY::minusDays).toList();
    Habit habit = Habit.of(days, TODAY);
    assertThat(habit).isEqualTo(Habit.of(new TreeSet<>(days).descendingSet(), TODAY));
    assertThat(habit.absent())
        .isEqualTo(ago.stream().mapToInt(Integer::intValue).min().orElseThrow());
    assertThat(habit.intervals()).allMatch(interval -> interval > 0);
  }
}
