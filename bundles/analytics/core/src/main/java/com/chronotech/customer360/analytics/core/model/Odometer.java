package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.host.HostRecord;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a vehicle drives. The host keeps one reading of the odometer, so the distance a day is that
 * reading over the time since the model year began: a rough guess, and said to be one.
 *
 * @param kilometres the reading; null when unknown
 * @param modelYear null when unknown
 * @param readOn when it was read, as far as is known: the day the host's record was changed last
 * @param today the shop's day
 */
public record Odometer(Integer kilometres, Integer modelYear, LocalDate readOn, LocalDate today) {
  private static final int YEAR = 365;

  /** Reads a vehicle's record. */
  public static Odometer of(HostRecord vehicle, Shop shop) {
    LocalDate changed = shop.dayOf(vehicle.updatedAt());
    return new Odometer(
        whole(vehicle, "mileage"),
        whole(vehicle, "year"),
        changed == null ? shop.today() : changed,
        shop.today());
  }

  private static Integer whole(HostRecord vehicle, String field) {
    return vehicle.fields().get(field) instanceof Number number ? number.intValue() : null;
  }

  /** Kilometres a year; null when that cannot be told. */
  public Long aYear() {
    return rate() == null ? null : Math.round(rate() * YEAR);
  }

  /** The day a reading is reached; today for one that is passed; null when unknown. */
  public LocalDate dayOf(int reading) {
    Double rate = rate();
    if (rate == null) {
      return null;
    }
    long days = Math.round((reading - kilometres) / rate);
    LocalDate on = readOn.plusDays(Math.min(days, 100L * YEAR));
    return on.isBefore(today) ? today : on;
  }

  /** The reading on a day, to a hundred kilometres; null when unknown. */
  public Integer readingOn(LocalDate day) {
    Double rate = rate();
    if (rate == null || day.isBefore(readOn)) {
      return null;
    }
    double reading = kilometres + rate * ChronoUnit.DAYS.between(readOn, day);
    return (int) Math.min(Integer.MAX_VALUE, Math.round(reading / 100) * 100);
  }

  private Double rate() {
    if (kilometres == null || kilometres <= 0 || modelYear == null) {
      return null;
    }
    if (modelYear < 1900 || modelYear > readOn.getYear()) {
      return null;
    }
    long days = ChronoUnit.DAYS.between(LocalDate.of(modelYear, 1, 1), readOn);
    return days < YEAR ? null : (double) kilometres / days;
  }
}
