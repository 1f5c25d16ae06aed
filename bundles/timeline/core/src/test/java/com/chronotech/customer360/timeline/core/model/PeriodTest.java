package com.chronotech.customer360.timeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "today,2026-11-22,2026-11-22,2026-11-22",
    "week,2026-11-22,2026-11-16,2026-11-22",
    "week,2027-01-01,2026-12-28,2027-01-03",
    "month,2028-02-10,2028-02-01,2028-02-29",
    "quarter,2026-11-22,2026-10-01,2026-12-31",
    "quarter,2026-03-31,2026-01-01,2026-03-31",
    "year,2026-11-22,2026-01-01,2026-12-31"
  })
  void beginsAndEndsAsAClerkMeansIt(String code, LocalDate today, LocalDate first, LocalDate last) {
    Period period = Period.ofCode(code).orElseThrow();
    assertThat(period.first(today)).isEqualTo(first);
    assertThat(period.last(today)).isEqualTo(last);
  }

  @Property
  void holdsToday(@ForAll Period period, @ForAll @IntRange(min = 0, max = 60_000) int epochDay) {
    LocalDate today = LocalDate.ofEpochDay(epochDay);
    assertThat(today).isBetween(period.first(today), period.last(today));
    assertThat(period.first(period.last(today).plusDays(1)))
        .isEqualTo(period.last(today).plusDays(1));
  }
}
