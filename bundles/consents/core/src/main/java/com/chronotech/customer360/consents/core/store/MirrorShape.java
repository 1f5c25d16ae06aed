package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How {@code customer_consents} stands at this host.
 *
 * @param columns its columns, by lower-case name; empty when there is no such table
 * @param rowAVersion whether it takes one row a version, as the brief has it
 */
record MirrorShape(Map<String, Column> columns, boolean rowAVersion) {
  private static final String ZERO = "0000-00-00";
  private static final List<String> TIMES = List.of("granted_at", "revoked_at", "expires_at");
  private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'");

  /** What a row cannot be inserted without. */
  private static final Set<String> GIVEN =
      Set.of(
          "customer_id",
          "consent_type",
          "is_granted",
          "source",
          "ip_address",
          "collected_by",
          "version",
          "granted_at",
          "revoked_at",
          "expires_at");

  /**
   * A column.
   *
   * @param type such as {@code enum}
   * @param fullType such as {@code enum('a','b')}
   * @param length characters it holds; 0 when it is no text
   * @param nullable whether it may be empty
   * @param optional whether a row may come without it
   * @param fourByte whether it holds every character
   * @param fraction how many digits of a second it holds
   */
  record Column(
      String type,
      String fullType,
      long length,
      boolean nullable,
      boolean optional,
      boolean fourByte,
      int fraction) {

    /** Whether it holds a word. */
    boolean holds(String word) {
      if (type.equals("enum")) {
        Matcher matcher = WORD.matcher(fullType);
        return matcher
            .results()
            .map(found -> found.group(1).toLowerCase(Locale.ROOT))
            .anyMatch(word.toLowerCase(Locale.ROOT)::equals);
      }
      return length >= word.length();
    }
  }

  static MirrorShape read(Connection connection) throws SQLException {
    Map<String, Column> columns = new TreeMap<>();
    Sql.query(
        connection,
        "select lower(column_name), lower(data_type), column_type, character_maximum_length,"
            + " is_nullable, column_default, extra, character_set_name, datetime_precision"
            + " from information_schema.columns"
            + " where table_schema = database() and table_name = 'customer_consents'",
        Sql.Binder.NONE,
        row ->
            columns.put(
                row.getString(1),
                new Column(
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    "YES".equals(row.getString(5)),
                    isOptional(row.getString(5), row.getString(6), row.getString(7)),
                    String.valueOf(row.getString(8)).startsWith("utf8mb4"),
                    row.getInt(9))));
    Map<String, Set<String>> keys = new TreeMap<>();
    Sql.query(
        connection,
        "select index_name, lower(column_name) from information_schema.statistics"
            + " where table_schema = database() and table_name = 'customer_consents'"
            + " and non_unique = 0",
        Sql.Binder.NONE,
        row ->
            keys.computeIfAbsent(row.getString(1), key -> new TreeSet<>()).add(row.getString(2)));
    boolean oneRowAType =
        keys.values().stream().anyMatch(key -> key.equals(Set.of("customer_id", "consent_type")));
    Column word = columns.get("consent_type");
    boolean ourWords =
        word != null && Stream.of(ConsentType.values()).allMatch(type -> word.holds(type.code()));
    return new MirrorShape(
        Map.copyOf(columns),
        ourWords && !oneRowAType && columns.containsKey("version") && complete(columns));
  }

  /** A default of zeros is none: a strict server does not take it. */
  private static boolean isOptional(String nullable, String byDefault, String extra) {
    if (byDefault != null && byDefault.contains(ZERO)) {
      return false;
    }
    return "YES".equals(nullable)
        || byDefault != null
        || String.valueOf(extra).contains("auto_increment");
  }

  private static boolean complete(Map<String, Column> columns) {
    return columns.keySet().containsAll(List.of("customer_id", "is_granted"))
        && columns.entrySet().stream()
            .allMatch(
                column ->
                    TIMES.contains(column.getKey())
                        ? column.getValue().nullable()
                        : column.getValue().optional() || GIVEN.contains(column.getKey()));
  }

  /** Whether there is anything to keep in step. */
  boolean stands() {
    return columns.keySet().containsAll(List.of("id", "customer_id", "consent_type", "is_granted"));
  }

  /** Whether a row can be made of these columns. */
  boolean takesRowsOf(Collection<String> given) {
    return given.containsAll(List.of("customer_id", "consent_type", "is_granted"))
        && columns.entrySet().stream()
            .allMatch(column -> column.getValue().optional() || given.contains(column.getKey()));
  }

  /** The times that are to be emptied in a row that has none, since their default is no time. */
  List<String> timesToEmpty() {
    return TIMES.stream()
        .filter(columns::containsKey)
        .filter(name -> columns.get(name).nullable() && !columns.get(name).optional())
        .toList();
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** Those of the columns that stand. */
  List<String> standing(String... wanted) {
    return Arrays.stream(wanted).filter(columns::containsKey).toList();
  }

  /**
   * What a column of a time is set to by an entry: {@code granted_at}, {@code revoked_at} or {@code
   * expires_at}; null for nothing.
   */
  String time(String column, Entry entry, ZoneId shop) {
    Instant instant =
        switch (column) {
          case "granted_at" -> entry.granted() ? entry.occurredAt() : null;
          case "revoked_at" -> entry.granted() ? null : entry.occurredAt();
          default -> entry.validUntil();
        };
    Column held = columns.get(column);
    return new HostTimeColumn(held.type(), held.fraction()).text(instant, shop);
  }

  /** A text as a column holds it; null when it holds none such. */
  String fitting(String column, String text) {
    Column held = columns.get(column);
    if (text == null || held == null) {
      return null;
    }
    if (held.type().equals("enum")) {
      return held.holds(text) ? text : null;
    }
    String whole = held.fourByte() ? text : text.replaceAll("[^\\x{0}-\\x{ffff}]", "?");
    int length = (int) Math.min(held.length(), whole.length());
    return whole.codePointCount(0, whole.length()) <= held.length()
        ? whole
        : whole.substring(0, length);
  }
}
