package com.chronotech.customer360.schema.adopt;

import com.chronotech.customer360.schema.shape.Column;
import com.chronotech.customer360.schema.shape.Table;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The changes of a host's {@code customer_activity} that copy the table: times as true instants to
 * the microsecond, text that takes every character, InnoDB. All in one {@code ALTER}, so that the
 * table is copied once.
 *
 * @param time the column of times, as it stands, when it must change; else null
 * @param texts columns whose text takes three-byte characters only
 * @param type the column of types when it cannot hold the thirteen; else null
 * @param engine the engine when it is not InnoDB; else null
 */
record ActivityConversion(Column time, List<Column> texts, Column type, String engine) {
  private static final String TABLE = Needs.ACTIVITY;
  private static final String STEP = "customer_activity.created_at";
  private static final Pattern DEFAULT = Pattern.compile("(?i) DEFAULT ('(?:[^']|'')*')");
  private static final String UTF8MB4 = " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci";

  /** The first instant a TIMESTAMP holds; stands where the host wrote no date at all. */
  static final String NO_DATE = "1970-01-01 00:00:01";

  /** What a table needs. */
  static ActivityConversion of(Table table) {
    Column created = table.columns().get("created_at");
    // Our own table says that its times are UTC.
    boolean timeStands =
        created == null
            || (created.fractionDigits() == 6
                && !created.rewrittenOnUpdate()
                && (created.dataType().equals("timestamp") || created.comment().equals("UTC")));
    List<Column> texts =
        table.columns().values().stream()
            .filter(Column::threeByteText)
            .filter(column -> !column.dataType().equals("enum") && !column.dataType().equals("set"))
            .toList();
    Column type = table.columns().get("activity_type");
    boolean typeStands = type == null || (type.takesWords(Needs.TYPES) && wideEnough(type));
    return new ActivityConversion(
        timeStands ? null : created,
        texts,
        typeStands ? null : type,
        table.engine().equalsIgnoreCase("InnoDB") ? null : table.engine());
  }

  private static boolean wideEnough(Column type) {
    String narrow = type.columnType().toLowerCase(Locale.ROOT).replaceAll("[^0-9]", "");
    return !type.dataType().equals("varchar") || Integer.parseInt(narrow) >= 13;
  }

  boolean needed() {
    return time != null || !texts.isEmpty() || type != null || engine != null;
  }

  /** Whether the times are wall-clock times of the shop, to be turned into UTC. */
  boolean shiftsTimes() {
    return time != null && !time.dataType().equals("timestamp");
  }

  /** How many rows have no date that a TIMESTAMP can hold, missing dates aside. */
  static long datesOutOfRange(Queries queries) throws SQLException {
    return queries.number(
        "select count(*) from customer_activity where created_at >= '2038-01-01'"
            + " or (created_at < '1970-01-02' and created_at > '0001-01-01'"
            + " and created_at <> '"
            + NO_DATE
            + "')");
  }

  /** How many rows have no date. */
  static long withoutDate(Queries queries) throws SQLException {
    return queries.number(
        "select count(*) from customer_activity where created_at is null"
            + " or created_at < '0001-01-01'");
  }

  /**
   * Converts. The shift of the times and the mark of how far it went commit together, under a lock
   * that keeps the host's writers out until the column has its new type. A run that was killed
   * between the two is taken up from the mark: rows shifted before are left, and those that the
   * host has added since, by its own clock again, are shifted then.
   */
  void run(Queries queries, ZoneId zone) throws SQLException {
    Map<String, String> definitions = queries.definitions(TABLE);
    boolean lock = shiftsTimes();
    if (lock && engine != null) {
      // First of all: the shift must be whole or not done, which other engines do not promise.
      queries.execute("alter table " + TABLE + " engine = InnoDB");
    }
    if (lock) {
      queries.execute("lock tables " + TABLE + " write, c360_adoption_step write");
    }
    try {
      if (time != null) {
        dateless(queries);
      }
      if (shiftsTimes()) {
        shift(queries, zone);
      }
      queries.connection().commit();
      queries.execute("alter table " + TABLE + " " + String.join(", ", clauses(definitions)));
    } finally {
      if (lock) {
        queries.execute("unlock tables");
      }
    }
    queries.update("delete from c360_adoption_step where step = ?", STEP);
    queries.connection().commit();
  }

  private static void dateless(Queries queries) throws SQLException {
    queries.update(
        "update customer_activity set created_at = '"
            + NO_DATE
            + "' where created_at is null or created_at < '0001-01-01'");
  }

  private static void shift(Queries queries, ZoneId zone) throws SQLException {
    long done = queries.number("select through_id from c360_adoption_step where step = ?", STEP);
    LocalDateTime from = LocalDateTime.of(1970, 1, 1, 0, 0);
    LocalDateTime to = LocalDateTime.of(2038, 1, 1, 0, 0);
    queries.update(
        "update customer_activity set created_at = "
            + LocalTimes.toUtc("created_at", zone, from, to)
            + " where id > ? and created_at <> '"
            + NO_DATE
            + "'",
        done);
    queries.update(
        "replace into c360_adoption_step (step, through_id, done_at)"
            + " select ?, coalesce(max(id), 0), utc_timestamp(6) from customer_activity",
        STEP);
  }

  private List<String> clauses(Map<String, String> definitions) {
    List<String> clauses = new ArrayList<>();
    if (engine != null && !shiftsTimes()) {
      clauses.add("engine = InnoDB");
    }
    if (time != null) {
      clauses.add("modify `created_at` timestamp(6) not null default current_timestamp(6)");
    }
    if (type != null) {
      String nullable =
          definitions.get("activity_type").toUpperCase(Locale.ROOT).contains("NOT NULL")
              ? " not null"
              : " null";
      clauses.add(
          "modify `activity_type` varchar(50)"
              + UTF8MB4
              + nullable
              + standing(definitions.get("activity_type")));
    }
    for (Column text : texts) {
      if (type == null || !text.name().equals("activity_type")) {
        clauses.add("modify `" + text.name() + "` " + wide(definitions.get(text.name())));
      }
    }
    return clauses;
  }

  /** The default of a definition, for a host that counts on it. */
  private static String standing(String definition) {
    Matcher found = DEFAULT.matcher(definition);
    return found.find() ? " default " + found.group(1) : "";
  }

  /** A column's definition with the character set replaced, and nothing else. */
  static String wide(String definition) {
    String bare =
        definition
            .replaceAll("(?i) CHARACTER SET [a-z0-9_]+", "")
            .replaceAll("(?i) COLLATE [a-z0-9_]+", "");
    return bare.replaceFirst("^(\\w+(?:\\([^)]*\\))?)", "$1" + UTF8MB4);
  }
}
