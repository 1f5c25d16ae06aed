package com.chronotech.customer360.communications.core.model;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours in which a customer may be written to, on some days of the week.
 *
 * @param days on which; never empty
 * @param from from when, inclusive, by the customer's clock
 * @param until until when, exclusive, after {@code from}; midnight for the day's end
 */
public record ContactHours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
  private static final List<String> FRENCH =
      List.of("lun", "mar", "mer", "jeu", "ven", "sam", "dim");
  private static final List<String> ENGLISH =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String DAY =
      "(lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?";
  private static final String TO = "\\s*(?:-|–|—|à|a|au|to|until)\\s*";
  private static final String TIME = "(\\d{1,2})\\s*(?:h|:)?\\s*(\\d{2})?\\s*(am|pm)?";
  private static final Pattern WRITTEN =
      Pattern.compile("(?:" + DAY + "(?:" + TO + DAY + ")?[\\s,:]*)?" + TIME + TO + TIME);
  private static final int WEEK = 7;
  private static final int NOON = 12;

  /** Creates hours. */
  public ContactHours {
    days = Set.copyOf(days);
    if (days.isEmpty() || !(from.isBefore(until) || until.equals(LocalTime.MIDNIGHT))) {
      throw new DateTimeException("no such hours: " + from + " to " + until);
    }
  }

  /**
   * Reads hours as people write them: {@code 08:00-20:00}, {@code lun-ven 9 h-17 h}, {@code Mon to
   * Fri 9am-5pm}.
   *
   * @return empty for anything else, and for hours that end before they begin
   */
  public static Optional<ContactHours> read(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String plain =
        text.strip().toLowerCase(Locale.ROOT).replace('\u00a0', ' ').replace('\u202f', ' ');
    Matcher matcher = WRITTEN.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ContactHours(
              days(matcher.group(1), matcher.group(2)),
              time(matcher.group(3), matcher.group(4), matcher.group(5)),
              time(matcher.group(6), matcher.group(7), matcher.group(8))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Set<DayOfWeek> days(String first, String last) {
    if (first == null) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    DayOfWeek day = day(first);
    DayOfWeek end = last == null ? day : day(last);
    Set<DayOfWeek> days = EnumSet.of(day);
    while (day != end) {
      day = day.plus(1);
      days.add(day);
    }
    return days;
  }

  private static DayOfWeek day(String name) {
    int french = FRENCH.indexOf(name);
    return DayOfWeek.of(1 + (french >= 0 ? french : ENGLISH.indexOf(name)));
  }

  private static LocalTime time(String hour, String minute, String half) {
    int hours = Integer.parseInt(hour);
    if (half != null) {
      if (hours < 1 || hours > NOON) {
        throw new DateTimeException("no such hour: " + hours + half);
      }
      hours = hours % NOON + (half.equals("pm") ? NOON : 0);
    }
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    return hours == 2 * NOON && minutes == 0 ? LocalTime.MIDNIGHT : LocalTime.of(hours, minutes);
  }

  /**
   * The instant itself when it lies within the hours, else the next at which they begin.
   *
   * @param zone the customer's
   */
  public Instant next(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    for (int ahead = 0; ahead <= WEEK; ahead++) {
      LocalDate day = local.toLocalDate().plusDays(ahead);
      if (!days.contains(day.getDayOfWeek())) {
        continue;
      }
      Instant begin = day.atTime(from).atZone(zone).toInstant();
      LocalDate lastDay = until.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
      Instant end = lastDay.atTime(until).atZone(zone).toInstant();
      if (instant.isBefore(begin)) {
        return begin;
      }
      if (instant.isBefore(end)) {
        return instant;
      }
    }
    throw new IllegalStateException("a week has a day: " + days);
  }
}
