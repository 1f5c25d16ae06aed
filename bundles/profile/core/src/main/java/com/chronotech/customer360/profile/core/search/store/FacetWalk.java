package com.chronotech.customer360.profile.core.search.store;

import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.profile.core.search.model.Facet;
import com.chronotech.customer360.profile.core.search.model.Place;
import com.chronotech.customer360.profile.core.search.model.SearchWord;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Walks lists of customers: by one term in the order of ids, or by name. Thread-safe. */
public final class FacetWalk {
  private final Sql sql;

  /** Creates the walk over the data source that joins transactions. */
  public FacetWalk(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** How many customers have a term, counted up to a limit. */
  public int count(String term, int limit) {
    return sql.query(
            "select count(*) from (select 1 as one from c360_search_term force index (primary)"
                + " where term = ? limit ?) t",
            statement -> {
              statement.setString(1, term);
              statement.setInt(2, limit);
            },
            row -> row.getInt(1))
        .get(0);
  }

  /** The terms that begin so, each with the first customer that has it: one look a term. */
  public List<Place> beginning(String beginning, int limit) {
    return sql.query(
        "select term, min(customer_id) from c360_search_term force index (primary)"
            + " where term >= ? and term < ? group by term order by term limit ?",
        statement -> {
          statement.setString(1, beginning);
          statement.setString(2, SearchWord.after(beginning));
          statement.setInt(3, limit);
        },
        row -> new Place(row.getString(1), row.getLong(2)));
  }

  /** The next customers with a term, by id. */
  public List<Long> with(String term, long afterId, int limit) {
    return sql.query(
        "select distinct customer_id from c360_search_term force index (primary)"
            + " where term = ? and customer_id > ? order by customer_id limit ?",
        statement -> {
          statement.setString(1, term);
          statement.setLong(2, afterId);
          statement.setInt(3, limit);
        },
        row -> row.getLong(1));
  }

  /** Those of some customers that have a term. */
  public Set<Long> keep(Collection<Long> customers, String term) {
    if (customers.isEmpty()) {
      return Set.of();
    }
    Clause clause =
        new Clause()
            .add(
                "select customer_id from c360_search_term force index (primary) where term = ?"
                    + " and customer_id",
                term)
            .in(customers);
    return new HashSet<>(sql.query(clause.sql(), clause::bind, row -> row.getLong(1)));
  }

  /** The next customers by name. */
  public List<Place> byName(Place from, int limit) {
    Clause clause =
        new Clause()
            .add("select term, customer_id from c360_search_term force index (primary) where ");
    String end = SearchWord.after(Facet.NAMES);
    if (from.term().isEmpty()) {
      clause.add("term >= ? and term < ?", Facet.NAMES, end);
    } else {
      clause.add(
          "((term = ? and customer_id > ?) or (term > ? and term < ?))",
          from.term(),
          from.customerId(),
          from.term(),
          end);
    }
    clause.add(" order by term, customer_id limit ?", limit);
    return sql.query(
        clause.sql(), clause::bind, row -> new Place(row.getString(1), row.getLong(2)));
  }

  /** The places of some customers in the order of names, in that order. */
  public List<Place> namesOf(Collection<Long> customers, Place from) {
    if (customers.isEmpty()) {
      return List.of();
    }
    Clause clause =
        new Clause()
            .add(
                "select term, customer_id from c360_search_term"
                    + " force index (c360_search_term_customer)"
                    + " where term >= ? and term < ? and customer_id",
                Facet.NAMES,
                SearchWord.after(Facet.NAMES))
            .in(customers)
            .add(
                " and (term > ? or (term = ? and customer_id > ?)) order by term, customer_id",
                from.term(),
                from.term(),
                from.customerId());
    return sql.query(
        clause.sql(), clause::bind, row -> new Place(row.getString(1), row.getLong(2)));
  }
}
