package com.chronotech.customer360.itests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A chapter of the report: those that were not measured this time stay as they are. */
enum Chapter {
  TIMELINE(Part.TIMELINE),
  CONSENTS(Part.CONSENTS),
  LEDGER(Part.CONSENTS),
  SEARCH(Part.SEARCH),
  ANALYTICS(null);

  private final Part part;

  Chapter(Part part) {
    this.part = part;
  }

  /** With what it is measured; null for a command of its own. */
  Part part() {
    return part;
  }

  /** The line it begins with. */
  String mark() {
    return "<!-- chapter: " + name().toLowerCase(Locale.ROOT) + " -->";
  }

  /** The chapters of a report; none when there is no report. */
  static Map<Chapter, String> read(Path report) throws IOException {
    Map<Chapter, String> found = new EnumMap<>(Chapter.class);
    if (!Files.exists(report)) {
      return found;
    }
    Chapter open = null;
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(report)) {
      Chapter begins = beginningWith(line);
      if (begins != null) {
        open = begins;
        text.setLength(0);
      } else if (open != null) {
        text.append(line).append('\n');
        found.put(open, text.toString());
      }
    }
    return found;
  }

  private static Chapter beginningWith(String line) {
    for (Chapter chapter : values()) {
      if (chapter.mark().equals(line.strip())) {
        return chapter;
      }
    }
    return null;
  }
}
