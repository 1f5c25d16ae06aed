package com.chronotech.customer360.timeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeRangeTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Montreal");

  @Test
  void aDayIsAsLongAsTheClocksMakeIt() {
    assertThat(length("2026-03-08", MONTREAL)).isEqualTo(Duration.ofHours(23));
    assertThat(length("2026-11-01", MONTREAL)).isEqualTo(Duration.ofHours(25));
    assertThat(length("2026-07-01", MONTREAL)).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void aDayThatHasNoMidnightBeginsWhenItsDateDoes() {
    // Cairo's clocks go from 24 April 2026 00:00 to 01:00
    TimeRange day = day("2026-04-24", ZoneId.of("Africa/Cairo"));
    assertThat(day.from()).isEqualTo(Instant.parse("2026-04-23T22:00:00Z"));
    assertThat(Duration.between(day.from(), day.until())).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void boundsAreOptional() {
    assertThat(TimeRange.days(null, null, MONTREAL)).isEqualTo(TimeRange.ALWAYS);
  }

  @Property
  void neighbouringDaysTouchAndDoNotOverlap(@ForAll @IntRange(min = 0, max = 40_000) int epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    TimeRange today = TimeRange.days(day, day, MONTREAL);
    TimeRange tomorrow = TimeRange.days(day.plusDays(1), day.plusDays(1), MONTREAL);
    assertThat(today.until()).isEqualTo(tomorrow.from());
    assertThat(today.from()).isBefore(today.until());
  }

  private static TimeRange day(String date, ZoneId zone) {
    return TimeRange.days(LocalDate.parse(date), LocalDate.parse(date), zone);
  }

  private static Duration length(String date, ZoneId zone) {
    TimeRange range = day(date, zone);
    return Duration.between(range.from(), range.until());
  }
}
