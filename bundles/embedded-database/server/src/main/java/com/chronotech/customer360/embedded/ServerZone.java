package com.chronotech.customer360.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * The value of {@code TZ} that gives the server the zone of the host's own times. A machine without
 * zone files still gets today's rules, as POSIX writes them; it then applies them to years that had
 * others (before 2007 in Canada) as well.
 */
final class ServerZone {
  private static final Path ZONE_FILES = Path.of("/usr/share/zoneinfo");

  private ServerZone() {}

  static String environment(ZoneId zone) {
    return Files.isRegularFile(ZONE_FILES.resolve(zone.getId())) ? zone.getId() : posix(zone);
  }

  /** The rules of a zone as POSIX writes them, such as {@code <-05>5<-04>,M3.2.0/2,M11.1.0/2}. */
  static String posix(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransitionRule> yearly = rules.getTransitionRules();
    if (yearly.size() != 2) {
      ZoneOffset offset = rules.getOffset(java.time.Instant.EPOCH.plus(Duration.ofDays(40_000)));
      return name(offset) + posixOffset(offset);
    }
    boolean firstIsSummer =
        yearly.get(0).getOffsetAfter().getTotalSeconds()
            > yearly.get(0).getOffsetBefore().getTotalSeconds();
    ZoneOffsetTransitionRule summer = yearly.get(firstIsSummer ? 0 : 1);
    ZoneOffsetTransitionRule winter = yearly.get(firstIsSummer ? 1 : 0);
    ZoneOffset standard = winter.getOffsetAfter();
    ZoneOffset daylight = summer.getOffsetAfter();
    return name(standard)
        + posixOffset(standard)
        + name(daylight)
        + posixOffset(daylight)
        + rule(summer)
        + rule(winter);
  }

  private static String name(ZoneOffset offset) {
    int minutes = Math.abs(offset.getTotalSeconds() / 60);
    String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
    return "<" + sign + two(minutes / 60) + (minutes % 60 == 0 ? "" : two(minutes % 60)) + ">";
  }

  // POSIX counts westwards.
  private static String posixOffset(ZoneOffset offset) {
    int minutes = -offset.getTotalSeconds() / 60;
    String sign = minutes < 0 ? "-" : "";
    minutes = Math.abs(minutes);
    return sign + minutes / 60 + (minutes % 60 == 0 ? "" : ":" + two(minutes % 60));
  }

  private static String rule(ZoneOffsetTransitionRule rule) {
    int day = rule.getDayOfMonthIndicator();
    // The last week of a month is written as a negative day or as its first possible day.
    boolean last = day < 0 || day + 6 >= rule.getMonth().minLength();
    int week = last ? 5 : (day - 1) / 7 + 1;
    int weekday = rule.getDayOfWeek().getValue() % 7;
    LocalTime time = rule.getLocalTime();
    int seconds = time.toSecondOfDay();
    seconds =
        switch (rule.getTimeDefinition()) {
          case WALL -> seconds;
          case UTC -> seconds + rule.getOffsetBefore().getTotalSeconds();
          case STANDARD ->
              seconds
                  + rule.getOffsetBefore().getTotalSeconds()
                  - rule.getStandardOffset().getTotalSeconds();
        };
    return ",M" + rule.getMonth().getValue() + "." + week + "." + weekday + "/" + seconds / 3600;
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
