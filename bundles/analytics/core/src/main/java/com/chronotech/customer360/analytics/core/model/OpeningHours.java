package com.chronotech.customer360.analytics.core.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a shop is open in a week, by its own clock. A day on which clocks change is as long as it
 * is: an hour that does not exist is not open, one that comes twice is open twice.
 *
 * @param open the open stretches of each day, in order, not touching; days without are closed
 * @param text as configured
 */
public record OpeningHours(Map<DayOfWeek, List<Stretch>> open, String text) {
  private static final Pattern RULES = Pattern.compile(";");
  private static final Pattern RULE =
      Pattern.compile("([a-z]{3})(?:-([a-z]{3}))?\\s+([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})");

  /** Creates opening hours. */
  public OpeningHours {
    open = Map.copyOf(open);
  }

  /**
   * An open stretch of a day.
   *
   * @param from when it opens
   * @param to when it closes, later than {@code from}; midnight for the end of the day
   */
  public record Stretch(LocalTime from, LocalTime to) {
    private boolean endsTheDay() {
      return to.equals(LocalTime.MIDNIGHT);
    }
  }

  /**
   * Reads opening hours such as {@code mon-fri 08:00-12:00; mon-fri 13:00-17:00; sat 09:00-00:00}.
   *
   * @throws IllegalArgumentException when they cannot be read, or stretches of a day overlap
   */
  public static OpeningHours parse(String text) {
    Map<DayOfWeek, List<Stretch>> open = new EnumMap<>(DayOfWeek.class);
    for (String rule : RULES.splitAsStream(text.toLowerCase(Locale.ROOT)).toList()) {
      Matcher read = RULE.matcher(rule.strip());
      if (!read.matches()) {
        throw new IllegalArgumentException("not opening hours: " + rule);
      }
      Stretch stretch = new Stretch(time(read.group(3)), time(read.group(4)));
      if (!stretch.endsTheDay() && !stretch.to().isAfter(stretch.from())) {
        throw new IllegalArgumentException("closes before it opens: " + rule);
      }
      DayOfWeek last = day(read.group(2) == null ? read.group(1) : read.group(2));
      DayOfWeek day = day(read.group(1));
      add(open, day, stretch);
      while (day != last) {
        day = day.plus(1);
        add(open, day, stretch);
      }
    }
    return new OpeningHours(open, text.strip());
  }

  private static void add(Map<DayOfWeek, List<Stretch>> open, DayOfWeek day, Stretch added) {
    List<Stretch> all = new ArrayList<>(open.getOrDefault(day, List.of()));
    boolean overlaps =
        all.stream()
            .anyMatch(
                other ->
                    (other.endsTheDay() || added.from().isBefore(other.to()))
                        && (added.endsTheDay() || other.from().isBefore(added.to())));
    if (overlaps) {
      throw new IllegalArgumentException("open twice at once on " + day);
    }
    all.add(added);
    open.put(day, List.copyOf(all));
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a time: " + text, e);
    }
  }

  private static DayOfWeek day(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).startsWith(name)) {
        return day;
      }
    }
    throw new IllegalArgumentException("not a day: " + name);
  }

  /** The open time between two instants; zero when the second is not later. */
  public Duration between(Instant from, Instant to, ZoneId zone) {
    Duration sum = Duration.ZERO;
    LocalDate last = to.atZone(zone).toLocalDate();
    for (LocalDate day = from.atZone(zone).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (Stretch stretch : open.getOrDefault(day.getDayOfWeek(), List.of())) {
        Instant opens = at(day, stretch.from(), zone);
        Instant closes =
            stretch.endsTheDay()
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : at(day, stretch.to(), zone);
        Instant begins = opens.isAfter(from) ? opens : from;
        Instant ends = closes.isBefore(to) ? closes : to;
        if (ends.isAfter(begins)) {
          sum = sum.plus(Duration.between(begins, ends));
        }
      }
    }
    return sum;
  }

  private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
