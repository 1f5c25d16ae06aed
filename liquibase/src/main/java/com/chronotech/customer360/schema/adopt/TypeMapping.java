package com.chronotech.customer360.schema.adopt;

import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.LegacyTypes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps the host's own words for types to the thirteen, in short transactions, and keeps each word
 * in the metadata. Metadata that is no JSON object is kept there too, under {@code raw}.
 */
final class TypeMapping {
  private static final int CHUNK = 5000;
  private static final int WORDS_AT_ONCE = 100;

  /** A stored word byte for byte: collations would take {@code Note} for {@code note}. */
  static final String WORD = "cast(convert(activity_type using utf8mb4) as binary)";

  /** Whether a row's type is none of the thirteen. */
  static final String FOREIGN =
      "(activity_type is null or " + WORD + " not in ('" + String.join("', '", Needs.TYPES) + "'))";

  /** Whether a row's metadata is a JSON object. The engine asks for the type of valid JSON only. */
  static final String JSON_OBJECT =
      "if(json_valid(metadata), json_type(metadata) = 'OBJECT', false)";

  private final Queries queries;

  TypeMapping(Queries queries) {
    this.queries = queries;
  }

  /** The words that are none of the thirteen, with how many rows have each; null included. */
  Map<String, Long> foreignWords(long afterId) throws SQLException {
    return queries.counts(
        "select convert(word using utf8mb4), total from (select "
            + WORD
            + " as word, count(*) as total from customer_activity where id > ? and "
            + FOREIGN
            + " group by "
            + WORD
            + ") words order by 2 desc, 1",
        afterId);
  }

  /** The type that a word of the host means; what is unknown is the system's. */
  static ActivityType meaning(String word) {
    return LegacyTypes.map(word).orElse(ActivityType.SYSTEM);
  }

  /** Maps the rows after an id that have one of some words; answers how many. */
  long map(Map<String, Long> words, long afterId) throws SQLException {
    long mapped = 0;
    List<String> all = new ArrayList<>(words.keySet());
    for (int from = 0; from < all.size(); from += WORDS_AT_ONCE) {
      mapped += mapBatch(all.subList(from, Math.min(from + WORDS_AT_ONCE, all.size())), afterId);
    }
    return mapped;
  }

  private long mapBatch(List<String> words, long afterId) throws SQLException {
    Map<String, String> meanings = new LinkedHashMap<>();
    words.stream()
        .filter(word -> word != null)
        .forEach(word -> meanings.put(word, meaning(word).code()));
    String sql = statement(meanings.size(), words.contains(null));
    long mapped = 0;
    long from = afterId;
    while (true) {
      long through =
          queries.number(
              "select coalesce(max(id), 0) from (select id from customer_activity where id > ?"
                  + " order by id limit "
                  + CHUNK
                  + ") chunk",
              from);
      if (through == 0) {
        return mapped;
      }
      List<Object> parameters = new ArrayList<>();
      meanings.forEach(
          (word, code) -> {
            parameters.add(word);
            parameters.add(code);
          });
      parameters.add(from);
      parameters.add(through);
      parameters.addAll(meanings.keySet());
      mapped += queries.update(sql, parameters.toArray());
      queries.connection().commit();
      from = through;
    }
  }

  private static String statement(int words, boolean withNull) {
    String original = "convert(activity_type using utf8mb4)";
    StringBuilder sql = new StringBuilder("update customer_activity set ");
    // Before the type: assignments go from left to right.
    sql.append("metadata = case when metadata is null then json_object('original_type', ")
        .append(original)
        .append(") when ")
        .append(JSON_OBJECT)
        .append(" then json_set(metadata, '$.original_type', ")
        .append(original)
        .append(") else json_object('raw', convert(metadata using utf8mb4), 'original_type', ")
        .append(original)
        .append(") end, ");
    // A host's ON UPDATE must not move the time.
    sql.append("created_at = created_at, activity_type = case");
    if (words > 0) {
      sql.append((" when " + WORD + " = ? then ?").repeat(words));
    }
    sql.append(" when true then 'system' end where id > ? and id <= ? and (");
    sql.append(withNull ? "activity_type is null" : "false");
    if (words > 0) {
      sql.append(" or ").append(WORD).append(" in (?").append(", ?".repeat(words - 1)).append(")");
    }
    return sql.append(")").toString();
  }
}
