package com.chronotech.customer360.consents.core.transfer.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Times of a file: ISO 8601 with an offset, and nothing that would have to be guessed. */
final class Times {
  private static final Pattern WITHOUT_OFFSET =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\d{1,2}[/.\\-]\\d{1,2}[/.\\-]\\d{2,4}.*");
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  /** A time, or the code that tells why there is none. */
  record Read(Instant instant, String fault) {}

  private Times() {}

  static Read read(String text) {
    if (WITHOUT_OFFSET.matcher(text).matches()) {
      return new Read(null, "import.time_without_zone");
    }
    if (DAY_FIRST.matcher(text).matches()) {
      // 03/04/2026 is in March for some and in April for others.
      return new Read(null, "import.date_not_iso");
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text.replaceFirst(" ", "T"));
      if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
        return new Read(null, "import.time_out_of_range");
      }
      return new Read(time.toInstant().truncatedTo(ChronoUnit.MICROS), null);
    } catch (DateTimeException e) {
      return new Read(null, "import.time");
    }
  }
}
