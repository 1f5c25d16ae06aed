package com.chronotech.customer360.analytics.core.model;

import static com.chronotech.customer360.analytics.core.model.Given.TORONTO;
import static com.chronotech.customer360.analytics.core.model.Given.done;
import static com.chronotech.customer360.analytics.core.model.Given.order;
import static com.chronotech.customer360.analytics.core.model.Given.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.host.HostWorkOrders.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  private static final Shop SHOP = shop("2026-11-26T12:00:00Z");
  private static final Window ALWAYS =
      new Window(LocalDate.parse("2020-01-01"), LocalDate.parse("2026-11-26"));
  private static final OpeningHours WEEK =
      OpeningHours.parse("mon-fri 08:00-12:00; mon-fri 13:00-17:00; sat 09:00-12:00");

  private static Duration open(OpeningHours hours, String from, String to) {
    return hours.between(
        LocalDateTime.parse(from).atZone(TORONTO).toInstant(),
        LocalDateTime.parse(to).atZone(TORONTO).toInstant(),
        TORONTO);
  }

  @Test
  void opensByTheWeek() {
    assertThat(open(WEEK, "2026-06-05T16:30", "2026-06-08T08:15"))
        .isEqualTo(Duration.ofMinutes(30 + 180 + 15));
    assertThat(open(WEEK, "2026-06-05T12:10", "2026-06-05T12:50")).isZero();
    assertThat(open(WEEK, "2026-06-05T17:00", "2026-06-05T08:00")).isZero();
  }

  @Test
  void aDayIsAsLongAsItIs() {
    OpeningHours night = OpeningHours.parse("sun 00:00-06:00");
    assertThat(open(night, "2026-03-08T00:00", "2026-03-09T00:00")).isEqualTo(Duration.ofHours(5));
    assertThat(open(night, "2026-11-01T00:00", "2026-11-02T00:00")).isEqualTo(Duration.ofHours(7));
    OpeningHours always = OpeningHours.parse("mon-sun 00:00-00:00");
    assertThat(open(always, "2026-11-01T00:00", "2026-11-02T00:00"))
        .isEqualTo(Duration.ofHours(25));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mon 8:00-17:00",
        "mon 17:00-08:00",
        "mon 08:00-08:00",
        "xyz 08:00-09:00",
        "mon 25:00-26:00",
        "mon 08:00-12:00; mon-fri 11:00-13:00",
        "mon 08:00-00:00; mon 22:00-23:00"
      })
  void whatCannotBeReadIsRefused(String text) {
    assertThatThrownBy(() -> OpeningHours.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWeekMayBeginOnAnyDay() {
    assertThat(OpeningHours.parse("sat-mon 10:00-11:00").open()).hasSize(3);
  }

  @Property
  void openTimeAddsUpAndIsNeverMoreThanTime(
      @ForAll @IntRange(max = 40_000) int first,
      @ForAll @IntRange(max = 40_000) int second,
      @ForAll @IntRange(max = 40_000) int third) {
    Instant start = Instant.parse("2026-02-20T00:00:00Z");
    Instant middle = start.plus(Duration.ofMinutes(first + (long) second));
    Instant from = start.plus(Duration.ofMinutes(first));
    Instant end = middle.plus(Duration.ofMinutes(third));
    Duration whole = WEEK.between(from, end, TORONTO);
    assertThat(WEEK.between(from, middle, TORONTO).plus(WEEK.between(middle, end, TORONTO)))
        .isEqualTo(whole);
    assertThat(whole).isLessThanOrEqualTo(Duration.between(from, end));
  }

  @Test
  void timeToResolveCrossesAChangeOfClocksInRealMinutes() {
    Resolution resolution =
        Resolution.of(
            List.of(done("2026-03-07T22:00:00Z", "2026-03-08T13:00:00Z")), ALWAYS, null, SHOP);
    assertThat(resolution.minutes()).containsExactly(15 * 60L);
  }

  @Test
  void whatWasDoneBeforeItWasAskedForIsDroppedAndCounted() {
    Resolution resolution =
        Resolution.of(
            List.of(
                done("2026-03-07T10:00:00Z", "2026-03-07T10:10:59Z"),
                done("2026-03-07T10:00:00Z", "2026-03-07T10:20:00Z"),
                done("2026-03-07T10:00:00Z", "2026-03-07T11:00:00Z"),
                done("2026-03-07T10:00:00Z", "2026-03-07T12:01:00Z"),
                done("2026-03-07T10:00:00Z", "2026-03-07T09:59:00Z"),
                done(null, "2026-03-07T09:59:00Z"),
                done("2026-03-07T10:00:00Z", null),
                order(State.OPEN, "2026-03-07T10:00:00Z", "2026-03-07T11:00:00Z")),
            ALWAYS,
            null,
            SHOP);
    assertThat(resolution.minutes()).containsExactly(10L, 20L, 60L, 121L);
    assertThat(resolution.mean().value()).isEqualTo("52.8");
    assertThat(resolution.median().value()).isEqualTo("40.0");
    assertThat(resolution.dropped()).isEqualTo(2);
    assertThat(resolution.mean().reason().code()).isEqualTo("note.dropped");
  }

  @Test
  void workingHoursAloneCountWhenAsked() {
    Resolution resolution =
        Resolution.of(
            List.of(done("2026-06-05T20:30:00Z", "2026-06-08T12:15:00Z")), ALWAYS, WEEK, SHOP);
    assertThat(resolution.mean().value()).isEqualTo("225.0");
  }

  @Test
  void aPeriodBeginsTheDayAfterTheSameDayMonthsAgo() {
    assertThat(Period.ONE_YEAR.ending(LocalDate.parse("2028-02-29")))
        .isEqualTo(new Window(LocalDate.parse("2027-03-01"), LocalDate.parse("2028-02-29")));
    assertThat(Period.SIX_MONTHS.ending(LocalDate.parse("2026-08-31")))
        .isEqualTo(new Window(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-08-31")));
    assertThat(Period.ONE_YEAR.before(LocalDate.parse("2026-11-26")))
        .isEqualTo(new Window(LocalDate.parse("2024-11-27"), LocalDate.parse("2025-11-26")));
  }
}
