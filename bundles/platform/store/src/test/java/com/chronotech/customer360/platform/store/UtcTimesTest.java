package com.chronotech.customer360.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T13:45:00.123456Z, 2026-11-22 13:45:00.123456",
    "2026-01-02T03:04:05Z, 2026-01-02 03:04:05.000000",
    "1969-12-31T23:59:59.999999999Z, 1969-12-31 23:59:59.999999",
    "0000-01-01T00:00:00Z, 0000-01-01 00:00:00.000000",
    "9999-12-31T23:59:59.000001Z, 9999-12-31 23:59:59.000001",
  })
  void instantsAreWrittenInUtcToTheMicrosecond(Instant instant, String text) {
    assertThat(UtcTimes.toSql(instant)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22 13:45:00, 2026-11-22T13:45:00Z",
    "2026-11-22 13:45:00.1, 2026-11-22T13:45:00.100Z",
    "2026-11-22T13:45:00.123456, 2026-11-22T13:45:00.123456Z",
    "2026-11-22, 2026-11-22T00:00:00Z",
  })
  void textsOfTheDatabaseAreRead(String text, Instant instant) {
    assertThat(UtcTimes.parse(text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-11-22 13:45",
        "2026-13-22 13:45:00",
        "2026-11-22 13:45:00,1"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> UtcTimes.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Random random = new Random(360);
    for (int i = 0; i < 10_000; i++) {
      Instant instant =
          Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L))
              .plusNanos(random.nextInt(1_000_000) * 1000L);
      assertThat(UtcTimes.parse(UtcTimes.toSql(instant))).isEqualTo(instant);
    }
  }

  @Test
  void nullsStayNull() {
    assertThat(UtcTimes.parse(null)).isNull();
    assertThat(UtcTimes.fromSql(null)).isNull();
    assertThat(UtcTimes.fromSql(LocalDateTime.of(2026, 1, 1, 0, 0)))
        .isEqualTo("2026-01-01T00:00:00Z");
    InstantConverter converter = new InstantConverter();
    assertThat(converter.convertToDatabaseColumn(null)).isNull();
    assertThat(converter.convertToEntityAttribute(null)).isNull();
  }

  @Test
  void yearsTheDatabaseCannotHoldAreRefused() {
    assertThatThrownBy(() -> UtcTimes.toSql(Instant.MAX)).isInstanceOf(DateTimeException.class);
  }
}
