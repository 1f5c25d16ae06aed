package com.chronotech.customer360.timeline.core.store;

import com.chronotech.customer360.platform.store.UtcTimes;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.core.model.ActivityFilter;
import com.chronotech.customer360.timeline.core.model.Cursor.Direction;
import com.chronotech.customer360.timeline.core.model.Cursor.Place;
import com.chronotech.customer360.timeline.core.model.SearchWords;
import com.chronotech.customer360.timeline.core.model.TimeRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Writes the statements that read a timeline. Every one walks an index in its own order and stops
 * at the page's end, so its cost does not grow with the customer's age; the index is named, since
 * the optimizer's guess changes with the statistics.
 */
final class PageSql {

  /**
   * Which rows of the walk.
   *
   * @param from where to begin; null for the end that lies behind
   * @param direction which way
   * @param limit at most so many
   * @param offset how many to leave out first
   */
  record Walk(Place from, Direction direction, int limit, int offset) {}

  private final ActivityFilter filter;
  private final TableShape shape;

  PageSql(ActivityFilter filter, TableShape shape) {
    this.filter = filter;
    this.shape = shape;
  }

  Clause page(Walk walk) {
    List<String> types = filter.types();
    if (types != null && types.size() > 1) {
      return ofTypes(walk, types);
    }
    String type = types == null ? null : types.get(0);
    Clause clause = new Clause();
    if (walk.offset() == 0) {
      leg(clause, ActivityRows.COLUMNS, type, walk);
      return clause;
    }
    // what is left out is walked on the index alone
    clause.add("select " + ActivityRows.COLUMNS + " from (");
    leg(clause, "a.id, a.created_at", type, walk);
    return joined(clause, walk);
  }

  /** Counts what is found, up to a limit. */
  Clause count(int limit) {
    Clause clause = new Clause().add("select count(*) from (");
    if (filter.types() == null) {
      uncounted(clause, null, limit);
    } else {
      String before = "";
      for (String type : filter.types()) {
        clause.add(before).add("(");
        uncounted(clause, type, limit);
        clause.add(")");
        before = " union all ";
      }
    }
    return clause.add(") found");
  }

  private void uncounted(Clause clause, String type, int limit) {
    clause.add("select 1 as one from customer_activity a" + hint(type));
    conditions(clause, type);
    clause.add(" limit ?", limit);
  }

  /** A walk for each type, so that a rare type costs no more than a frequent one. */
  private Clause ofTypes(Walk walk, List<String> types) {
    Walk each = new Walk(walk.from(), walk.direction(), walk.limit() + walk.offset(), 0);
    Clause clause =
        new Clause().add("select " + ActivityRows.COLUMNS + " from (select id, created_at from (");
    String before = "";
    for (String type : types) {
      clause.add(before).add("(");
      leg(clause, "a.id, a.created_at", type, each);
      clause.add(")");
      before = " union all ";
    }
    clause.add(") u" + order("", walk) + " limit ?", walk.limit());
    if (walk.offset() > 0) {
      clause.add(" offset ?", walk.offset());
    }
    return joined(clause, walk);
  }

  private static Clause joined(Clause clause, Walk walk) {
    return clause.add(") k join customer_activity a on a.id = k.id" + order("k.", walk));
  }

  private void leg(Clause clause, String columns, String type, Walk walk) {
    clause.add("select " + columns + " from customer_activity a" + hint(type));
    conditions(clause, type);
    from(clause, walk);
    clause.add(order("a.", walk)).add(" limit ?", walk.limit());
    if (walk.offset() > 0) {
      clause.add(" offset ?", walk.offset());
    }
  }

  private String hint(String type) {
    return type == null || shape.byType().isEmpty() ? shape.byTime() : shape.byType();
  }

  private static String order(String alias, Walk walk) {
    String way = walk.direction() == Direction.OLDER ? " desc" : " asc";
    return " order by " + alias + "created_at" + way + ", " + alias + "id" + way;
  }

  private void conditions(Clause clause, String type) {
    clause.add(" where a.customer_id = ?", filter.customerId());
    if (type != null && type.isEmpty()) {
      clause.add(" and (a.activity_type is null or a.activity_type = '')");
    } else if (type != null) {
      clause.add(" and a.activity_type = ?", type);
    }
    TimeRange range = filter.range();
    if (range.from() != null) {
      clause.add(" and a.created_at >= ?", UtcTimes.toSql(range.from()));
    }
    if (range.until() != null) {
      clause.add(" and a.created_at < ?", UtcTimes.toSql(range.until()));
    }
    if (!filter.actorTypes().isEmpty()) {
      String before = " and a.actor_type in (?";
      for (ActorType actor : filter.actorTypes().stream().sorted().toList()) {
        clause.add(before, actor.code());
        before = ",?";
      }
      clause.add(")");
    }
    for (String word : filter.words()) {
      String pattern = SearchWords.pattern(word);
      clause
          .add(" and (" + folded("a.title") + " or " + folded("a.description") + ")", pattern)
          .with(pattern);
    }
  }

  /** Accents and case ignored, whatever collation the host gave the column. */
  private static String folded(String column) {
    return "convert("
        + column
        + " using utf8mb4) collate utf8mb4_unicode_ci like convert(? using utf8mb4)"
        + " collate utf8mb4_unicode_ci escape '!'";
  }

  /**
   * Written as two ranges of the index, not as one with a filter behind it: a host's import can
   * give a hundred thousand rows the same second.
   */
  private void from(Clause clause, Walk walk) {
    Place place = walk.from();
    if (place == null) {
      return;
    }
    boolean older = walk.direction() == Direction.OLDER;
    if (place.micros() == Place.UNDATED) {
      clause.add(
          older
              ? " and a.created_at is null and a.id < ?"
              : " and (a.created_at is not null or a.id > ?)",
          place.id());
      return;
    }
    String time = UtcTimes.toSql(Instant.EPOCH.plus(place.micros(), ChronoUnit.MICROS));
    String way = older ? "<" : ">";
    clause
        .add(" and (a.created_at " + way + " ? or (a.created_at = ? and a.id " + way + " ?)", time)
        .with(time)
        .with(place.id());
    clause.add(older && !shape.datedAlways() ? " or a.created_at is null)" : ")");
  }
}
