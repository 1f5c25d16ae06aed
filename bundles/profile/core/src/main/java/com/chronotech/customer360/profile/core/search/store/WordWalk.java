package com.chronotech.customer360.profile.core.search.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.profile.CustomerFilter;
import com.chronotech.customer360.profile.core.search.model.Facet;
import com.chronotech.customer360.profile.core.search.model.Place;
import com.chronotech.customer360.profile.core.search.model.SearchWord;
import com.chronotech.customer360.profile.core.search.model.TermKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Walks the index along one word, in its own order, and keeps the customers that the other words
 * find too. A customer is met at the first of its terms that begins so. Thread-safe.
 */
public final class WordWalk {
  /** Terms that are worth counting to tell a rare word from a common one. */
  private static final int COUNTED = 20_000;

  private static final String RANGE =
      "select term, customer_id, kind from c360_search_term force index (primary) where ";

  /**
   * A customer met.
   *
   * @param place where
   * @param kind what the term was taken from
   */
  public record Met(Place place, TermKind kind) {}

  /**
   * What to walk along.
   *
   * @param driver the word that leads
   * @param others the words that must be met too
   * @param filter what the customers must pass too
   */
  public record Course(SearchWord driver, List<SearchWord> others, CustomerFilter filter) {}

  private final Sql sql;

  /** Creates the walk over the data source that joins transactions. */
  public WordWalk(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Which of the words has the fewest terms, counted up to a limit; of common ones the longest. */
  public int rarest(List<SearchWord> words) {
    if (words.size() == 1) {
      return 0;
    }
    Clause clause = new Clause();
    for (int i = 0; i < words.size(); i++) {
      String head = words.get(i).head();
      clause
          .add(i == 0 ? "" : " union all ")
          .add(
              "select "
                  + i
                  + ", count(*) from (select 1 as one from c360_search_term force index (primary)"
                  + " where term >= ? and term < ? limit "
                  + COUNTED
                  + ") t"
                  + i,
              head,
              SearchWord.after(head));
    }
    Map<Integer, Long> counts = new TreeMap<>();
    sql.query(clause.sql(), clause::bind, row -> counts.put(row.getInt(1), row.getLong(2)));
    int best = 0;
    for (int i = 1; i < words.size(); i++) {
      int order = Long.compare(counts.get(i), counts.get(best));
      if (order < 0
          || (order == 0 && words.get(i).head().length() > words.get(best).head().length())) {
        best = i;
      }
    }
    return best;
  }

  /**
   * Those met among the next terms.
   *
   * @param from behind which to go on
   * @param terms how many terms to look at
   * @param limit at most so many customers
   */
  public List<Met> next(Course course, Place from, int terms, int limit) {
    SearchWord driver = course.driver();
    Clause clause = new Clause().add("select d.term, d.customer_id, d.kind from (" + RANGE);
    range(clause, driver, from);
    clause.add(" limit ?) d where ", terms);
    // met before at a smaller term
    clause.add(
        "(select 1 from c360_search_term e force index (c360_search_term_customer)"
            + " where e.customer_id = d.customer_id and e.term >= ? and e.term < d.term limit 1)"
            + " is null",
        driver.head());
    further(clause, driver);
    for (SearchWord word : course.others()) {
      clause.add(" and ");
      begins(clause, word.head());
      further(clause, word);
    }
    passes(clause, course.filter());
    clause.add(" order by d.term, d.customer_id, d.kind limit ?", limit);
    List<Met> found = new ArrayList<>();
    sql.query(
        clause.sql(),
        clause::bind,
        row ->
            found.add(
                new Met(new Place(row.getString(1), row.getLong(2)), TermKind.of(row.getInt(3)))));
    return found;
  }

  /** The place of the last of the next terms; null when there are fewer. */
  public Place skip(SearchWord driver, Place from, int terms) {
    Clause clause = new Clause().add(RANGE);
    range(clause, driver, from);
    clause.add(" limit 1 offset ?", terms - 1);
    List<Place> last =
        sql.query(clause.sql(), clause::bind, row -> new Place(row.getString(1), row.getLong(2)));
    return last.isEmpty() ? null : last.get(0);
  }

  /** Two ranges of the index, not one with a filter behind it: a name can be that of thousands. */
  private static void range(Clause clause, SearchWord driver, Place from) {
    String end = SearchWord.after(driver.head());
    if (from.term().isEmpty()) {
      clause.add("term >= ? and term < ?", driver.head(), end);
    } else {
      clause.add(
          "((term = ? and customer_id > ?) or (term > ? and term < ?))",
          from.term(),
          from.customerId(),
          from.term(),
          end);
    }
    clause.add(" order by term, customer_id, kind");
  }

  private static void further(Clause clause, SearchWord word) {
    if (word.joined() == null) {
      return;
    }
    clause.add(" and (");
    begins(clause, word.joined());
    clause.add(" or (");
    String before = "";
    for (String part : word.parts()) {
      clause.add(before);
      begins(clause, part);
      before = " and ";
    }
    clause.add("))");
  }

  private static void passes(Clause clause, CustomerFilter filter) {
    if (filter.city() != null) {
      has(clause.add(" and "), Facet.city(filter.city()));
    }
    if (filter.customerType() != null) {
      has(clause.add(" and "), Facet.type(filter.customerType()));
    }
    if (filter.privacyLevel() != null) {
      has(clause.add(" and "), Facet.privacy(filter.privacyLevel()));
    }
    if (filter.segment() != null) {
      has(clause.add(" and ("), Facet.label(filter.segment()));
      clause.add(
          " or (select 1 from c360_segment_member m where m.label = ?"
              + " and m.customer_id = d.customer_id limit 1) = 1)",
          filter.segment());
    }
  }

  private static void has(Clause clause, String facet) {
    clause.add(
        "(select 1 from c360_search_term e force index (c360_search_term_customer)"
            + " where e.customer_id = d.customer_id and e.term = ? limit 1) = 1",
        facet == null ? Facet.NOBODYS : facet);
  }

  /** A subquery with a limit is what no optimizer turns into a join over all that begins so. */
  private static void begins(Clause clause, String beginning) {
    clause.add(
        "(select 1 from c360_search_term e force index (c360_search_term_customer)"
            + " where e.customer_id = d.customer_id and e.term >= ? and e.term < ? limit 1) = 1",
        beginning,
        SearchWord.after(beginning));
  }
}
