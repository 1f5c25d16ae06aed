package com.chronotech.customer360.host.chronotech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostTimesTest {
  private static final ZoneId SHOP = ZoneId.of("America/Toronto");

  private static Instant at(String type, String text) {
    return HostTimes.instant(type, text, SHOP);
  }

  @Test
  void wallClocksAndInstants() {
    assertThat(at("datetime", "2026-07-15 12:00:00")).isEqualTo("2026-07-15T16:00:00Z");
    assertThat(at("timestamp", "2026-07-15 12:00:00")).isEqualTo("2026-07-15T12:00:00Z");
    assertThat(at("datetime", "2026-07-15 12:00:00.1")).isEqualTo("2026-07-15T16:00:00.100Z");
    assertThat(at("datetime", "2026-07-15 12:00:00.000001"))
        .isEqualTo("2026-07-15T16:00:00.000001Z");
    assertThat(at("date", "2026-07-15")).isEqualTo("2026-07-15T04:00:00Z");
    assertThat(at("varchar", "2026-07-15T12:00")).isEqualTo("2026-07-15T16:00:00Z");
  }

  @Test
  void theClockIsChanged() {
    assertThat(at("datetime", "2026-03-08 02:30:00")).isEqualTo("2026-03-08T07:30:00Z");
    assertThat(at("datetime", "2026-11-01 01:30:00")).isEqualTo("2026-11-01T05:30:00Z");
  }

  @Test
  void whatIsNoTime() {
    for (String text :
        List.of(
            "0000-00-00",
            "0000-00-00 00:00:00",
            "2026-00-15",
            "2026-02-30",
            "2026-02-03 25:00:00",
            "2026-02-03 12",
            "2026-02-03 12:0x:00",
            "20260203",
            "hier",
            "")) {
      assertThat(at("datetime", text)).as(text).isNull();
      assertThat(HostTimes.day("date", text, SHOP)).as(text).isNull();
    }
    assertThat(at("datetime", null)).isNull();
  }

  @Test
  void daysAreTheShops() {
    assertThat(HostTimes.day("date", "2026-07-15", SHOP)).isEqualTo(LocalDate.of(2026, 7, 15));
    assertThat(HostTimes.day("datetime", "2026-07-15 23:59:59", SHOP))
        .isEqualTo(LocalDate.of(2026, 7, 15));
    assertThat(HostTimes.day("timestamp", "2026-07-15 03:00:00", SHOP))
        .isEqualTo(LocalDate.of(2026, 7, 14));
  }
}
