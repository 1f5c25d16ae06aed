package com.chronotech.customer360.schema.report;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.schema.AdoptionReport;
import com.chronotech.customer360.platform.schema.AdoptionReport.Entry;
import com.chronotech.customer360.platform.schema.AdoptionReport.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes an adoption report for a person, in plain text, or as JSON. Immutable, thread-safe. */
public final class ReportText {
  private final AdoptionReport report;

  /** Writes a report. */
  public ReportText(AdoptionReport report) {
    this.report = report;
  }

  /**
   * The report in plain text: what needs somebody first, then what changed, what was kept, what is
   * missing, what stands.
   *
   * @param locale French or English; the details stay in the language they were written in
   * @param preview whether nothing was changed, and the words must say "would"
   */
  public String in(Locale locale, boolean preview) {
    StringBuilder text = new StringBuilder();
    text.append(said(locale, preview ? "title.preview" : "title")).append('\n');
    if (report.at() != null) {
      text.append(report.at()).append('\n');
    }
    if (report.entries().isEmpty()) {
      return text.append(said(locale, "never")).append('\n').toString();
    }
    Map<Outcome, List<Entry>> byOutcome =
        report.entries().stream()
            .collect(
                Collectors.groupingBy(
                    Entry::outcome, () -> new EnumMap<>(Outcome.class), Collectors.toList()));
    for (Outcome outcome :
        List.of(
            Outcome.NEEDS_ADMIN,
            Outcome.ADDED,
            Outcome.MAPPED,
            Outcome.KEPT,
            Outcome.NOT_AVAILABLE,
            Outcome.STANDS)) {
      List<Entry> entries = byOutcome.getOrDefault(outcome, List.of());
      if (!entries.isEmpty()) {
        section(text, locale, outcome, entries);
      }
    }
    if (!report.changesAnything()) {
      text.append('\n').append(said(locale, preview ? "nothing.preview" : "nothing")).append('\n');
    }
    return text.toString();
  }

  private static void section(
      StringBuilder text, Locale locale, Outcome outcome, List<Entry> entries) {
    text.append('\n')
        .append(said(locale, "outcome." + outcome.name().toLowerCase(Locale.ROOT)))
        .append(" (")
        .append(entries.size())
        .append(")\n");
    int width = entries.stream().mapToInt(e -> name(e).length()).max().orElse(0);
    for (Entry entry : entries) {
      String name = name(entry);
      text.append("  ")
          .append(name)
          .append(" ".repeat(Math.max(1, Math.min(width, 60) - name.length() + 2)));
      if (entry.rows() > 0) {
        text.append(said(locale, "rows", entry.rows())).append("  ");
      }
      text.append(entry.detail() == null ? "" : entry.detail()).append('\n');
    }
  }

  private static String name(Entry entry) {
    return entry.item().equals("table") ? entry.table() : entry.table() + " · " + entry.item();
  }

  private static String said(Locale locale, String key, Object... arguments) {
    return LocalizedText.of(ReportText.class, key, arguments).in(locale);
  }

  /** The report as a JSON object: {@code at}, {@code changes_anything}, {@code entries}. */
  public String json() {
    String entries =
        report.entries().stream()
            .map(
                entry ->
                    "{\"table\":"
                        + quoted(entry.table())
                        + ",\"item\":"
                        + quoted(entry.item())
                        + ",\"outcome\":"
                        + quoted(entry.outcome().name().toLowerCase(Locale.ROOT))
                        + ",\"rows\":"
                        + entry.rows()
                        + ",\"detail\":"
                        + quoted(entry.detail())
                        + "}")
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"at\":"
        + quoted(report.at() == null ? null : report.at().toString())
        + ",\"changes_anything\":"
        + report.changesAnything()
        + ",\"entries\":"
        + entries
        + "}";
  }

  private static String quoted(String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
