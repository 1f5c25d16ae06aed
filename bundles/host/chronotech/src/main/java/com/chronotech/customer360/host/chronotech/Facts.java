package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostFact;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.chronotech.FactSource.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes facts as a clerk reads them: in French, with the shop's money and clock. */
final class Facts {
  private static final int TITLE = 255;
  private static final int DESCRIPTION_BYTES = 65_535;
  private static final int FIRST_YEAR = 1971;
  private static final int LAST_YEAR = 2037;

  private final HostSettings settings;

  Facts(HostSettings settings) {
    this.settings = settings;
  }

  String currency() {
    return settings.currency();
  }

  HostWords words() {
    return settings.words();
  }

  /**
   * An amount as it is written in Québec: 1 938,34 $. Spelled out here, since the Java runtimes in
   * use write the province's own dollar in several ways.
   */
  String money(BigDecimal amount) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setDecimalSeparator(',');
    symbols.setGroupingSeparator('\u00a0');
    String unit = settings.currency().equals("CAD") ? "$" : settings.currency();
    return new DecimalFormat("#,##0.00", symbols).format(amount) + '\u00a0' + unit;
  }

  /** A day and time on the shop's clock. */
  String clock(Instant instant) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
        .withZone(settings.zone())
        .format(instant);
  }

  /** Whether an instant is one that a TIMESTAMP holds, a year of margin left on either side. */
  static boolean holds(Instant instant) {
    int year = instant.atZone(ZoneOffset.UTC).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /**
   * A fact about a row.
   *
   * @param row the row
   * @param suffix what tells it from other facts of the row; empty for the first
   * @param type the activity's type
   * @param title what a clerk reads
   */
  Draft about(HostRow row, String suffix, String type, String title) {
    return new Draft(row, suffix, type, title);
  }

  /** At most so many characters, with an ellipsis where something was left out. */
  static String cut(String text, int characters) {
    if (text == null || text.codePointCount(0, text.length()) <= characters) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
  }

  /** A fact under way. */
  static final class Draft {
    private final HostRow row;
    private final String suffix;
    private final String type;
    private final String title;
    private String description;
    private String metadata;
    private Long actor;
    private HostReference reference;

    private Draft(HostRow row, String suffix, String type, String title) {
      this.row = row;
      this.suffix = suffix;
      this.type = type;
      this.title = title;
      this.reference = new HostReference(row.table().name(), row.id());
    }

    Draft description(String text) {
      this.description = text;
      return this;
    }

    Draft metadata(JsonText json) {
      this.metadata = json.text();
      return this;
    }

    Draft actor(Long userId) {
      this.actor = userId;
      return this;
    }

    Draft reference(HostReference other) {
      this.reference = other;
      return this;
    }

    /** Ends the fact with the time it happened at. */
    HostFact at(Instant instant) throws Refusal {
      if (instant == null) {
        throw new Refusal("no_date");
      }
      if (!holds(instant)) {
        throw new Refusal("date_out_of_range");
      }
      String id = Long.toString(row.id());
      return new HostFact(
          suffix.isEmpty() ? id : id + ":" + suffix,
          row.number("customer_found"),
          type,
          cut(title, TITLE),
          fitting(description),
          metadata,
          actor,
          reference,
          instant);
    }

    /** A host's TEXT always fits; of a LONGTEXT that does not, the row itself keeps the rest. */
    private static String fitting(String text) {
      return text == null || text.getBytes(StandardCharsets.UTF_8).length <= DESCRIPTION_BYTES
          ? text
          : cut(text, DESCRIPTION_BYTES / 4);
    }
  }
}
