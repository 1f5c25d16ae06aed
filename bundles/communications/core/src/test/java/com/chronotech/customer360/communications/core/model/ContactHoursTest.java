package com.chronotech.customer360.communications.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactHoursTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Montreal");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "08:00-20:00|08:00|20:00",
        "9 h-17 h|09:00|17:00",
        "9 h 30 à 17 h|09:30|17:00",
        "9am-5pm|09:00|17:00",
        "12am - 12pm|00:00|12:00",
        "00:00-24:00|00:00|00:00",
        "8:15 to 16:45|08:15|16:45"
      })
  void hoursAreReadAsPeopleWriteThem(String text, LocalTime from, LocalTime until) {
    ContactHours hours = ContactHours.read(text).orElseThrow();
    assertThat(hours.days()).hasSize(7);
    assertThat(hours.from()).isEqualTo(from);
    assertThat(hours.until()).isEqualTo(until);
  }

  @Test
  void daysAreReadInBothLanguagesAndOverTheWeekend() {
    assertThat(ContactHours.read("lun-ven 9\u00a0h-17\u00a0h").orElseThrow().days())
        .isEqualTo(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    assertThat(ContactHours.read("Monday to Friday 9am-5pm").orElseThrow().days()).hasSize(5);
    assertThat(ContactHours.read("sam-dim 10 h-12 h").orElseThrow().days())
        .isEqualTo(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    assertThat(ContactHours.read("ven-lun 10 h-12 h").orElseThrow().days()).hasSize(4);
    assertThat(ContactHours.read("mardi, 10 h-12 h").orElseThrow().days())
        .isEqualTo(EnumSet.of(DayOfWeek.TUESDAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "le matin", "20:00-08:00", "25:00-26:00", "13pm-14pm", "9-9"})
  void whatIsNoHoursIsNotGuessedAt(String text) {
    assertThat(ContactHours.read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // within; before; after; on a Friday evening; over a weekend
    "2026-06-15T16:00:00Z,2026-06-15T16:00:00Z",
    "2026-06-15T12:59:59Z,2026-06-15T13:00:00Z",
    "2026-06-15T21:00:00Z,2026-06-16T13:00:00Z",
    "2026-06-19T21:00:00Z,2026-06-22T13:00:00Z",
    "2026-06-20T16:00:00Z,2026-06-22T13:00:00Z",
    // the clock goes forward on Sunday 8 March 2026, and back on 1 November
    "2026-03-06T22:30:00Z,2026-03-09T13:00:00Z",
    "2026-10-30T22:30:00Z,2026-11-02T14:00:00Z"
  })
  void aMessageWaitsForTheCustomersClock(Instant now, Instant next) {
    ContactHours hours = ContactHours.read("lun-ven 9 h-17 h").orElseThrow();
    assertThat(hours.next(now, MONTREAL)).isEqualTo(next);
  }

  @Test
  void untilMidnightIsTheDaysEnd() {
    ContactHours hours = ContactHours.read("20:00-24:00").orElseThrow();
    Instant late = Instant.parse("2026-06-16T03:59:59Z");
    assertThat(hours.next(late, MONTREAL)).isEqualTo(late);
    assertThat(hours.next(late.plusSeconds(1), MONTREAL)).isEqualTo("2026-06-17T00:00:00Z");
  }
}
