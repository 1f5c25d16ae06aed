package com.chronotech.customer360.consents.core.transfer.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * The columns of a file, in whatever order its header has them.
 *
 * @param places the place of each column that the file has
 * @param count how many cells a line has
 */
record Columns(Map<String, Integer> places, int count) {
  static final String CUSTOMER = "customer_id";
  static final String TYPE = "consent_type";
  static final String DECISION = "decision";
  static final String OCCURRED = "occurred_at";
  static final String SOURCE = "source";
  static final String CHANNEL = "channel";
  static final String NOTICE = "notice_version";
  static final String LANGUAGE = "language";
  static final String EXPIRES = "expires_at";
  static final String EVIDENCE = "evidence";
  static final String IP = "ip_address";
  static final String COLLECTED_BY = "collected_by";

  private static final List<String> NEEDED = List.of(CUSTOMER, TYPE, DECISION, OCCURRED, SOURCE);
  private static final List<String> KNOWN =
      List.of(
          CUSTOMER,
          TYPE,
          DECISION,
          OCCURRED,
          SOURCE,
          CHANNEL,
          NOTICE,
          LANGUAGE,
          EXPIRES,
          EVIDENCE,
          IP,
          COLLECTED_BY);

  /** Reads a header; every fault of it is told. */
  static Columns of(CSVRecord header, List<Fault> found) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).strip().toLowerCase(Locale.ROOT);
      if (!KNOWN.contains(name)) {
        found.add(Fault.of(1, name, "import.unknown_column", name, String.join(", ", KNOWN)));
      } else if (places.put(name, i) != null) {
        found.add(Fault.of(1, name, "import.column_twice", name));
      }
    }
    List<String> missing = new ArrayList<>(NEEDED);
    missing.removeAll(places.keySet());
    for (String name : missing) {
      found.add(Fault.of(1, name, "import.column_missing", name));
    }
    return new Columns(Collections.unmodifiableMap(places), header.size());
  }

  /** A cell without the blanks around it; null when it is empty or the file has no such column. */
  String cell(CSVRecord line, String column) {
    Integer place = places.get(column);
    if (place == null || place >= line.size()) {
      return null;
    }
    String text = line.get(place).strip();
    return text.isEmpty() ? null : text;
  }
}
