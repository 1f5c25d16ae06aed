package com.chronotech.customer360.schema.adopt;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.schema.AdoptionReport.Entry;
import com.chronotech.customer360.platform.schema.AdoptionReport.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the report's lines, their details said in one language. */
final class Sentences {
  private final Locale locale;
  private final List<Entry> entries = new ArrayList<>();

  Sentences(Locale locale) {
    this.locale = locale;
  }

  /** Adds a line about a thing of a table. */
  Line about(String table, String item) {
    return new Line(table, item);
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** A line under way. */
  final class Line {
    private final String table;
    private final String item;
    private long rows;

    private Line(String table, String item) {
      this.table = table;
      this.item = item.length() > 190 ? item.substring(0, 189) + "…" : item;
    }

    Line rows(long count) {
      this.rows = count;
      return this;
    }

    /** Ends the line with its outcome and the detail's key and arguments. */
    void is(Outcome outcome, String key, Object... arguments) {
      entries.add(
          new Entry(
              table,
              item,
              outcome,
              rows,
              LocalizedText.of(Sentences.class, key, arguments).in(locale)));
    }
  }
}
