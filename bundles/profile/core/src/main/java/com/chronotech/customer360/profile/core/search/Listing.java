package com.chronotech.customer360.profile.core.search;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.profile.CustomerFilter;
import com.chronotech.customer360.profile.core.search.model.Facet;
import com.chronotech.customer360.profile.core.search.model.PageCursor;
import com.chronotech.customer360.profile.core.search.model.Place;
import com.chronotech.customer360.profile.core.search.store.FacetWalk;
import com.chronotech.customer360.profile.core.segment.store.MemberTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lists a page of customers by what the index says of them. */
final class Listing {
  /** A condition that fewer meet is read whole and sorted; one that more meet is walked past. */
  private static final int FEW = 5000;

  /** Customers looked at in one page at most, in steps that grow while little is found. */
  private static final int[] STEPS = {256, 1024, 4096, 8000};

  private final FacetWalk walk;
  private final MemberTable members;
  private final HostCustomers customers;

  Listing(FacetWalk walk, MemberTable members, HostCustomers customers) {
    this.walk = walk;
    this.members = members;
    this.customers = customers;
  }

  /**
   * A page.
   *
   * @param ids the customers, in order
   * @param next where to go on; null at the end
   */
  record Found(List<Long> ids, PageCursor next) {}

  /** Something that customers meet or do not. */
  private interface Condition {
    int count(int limit);

    List<Long> next(long afterId, int limit);

    Set<Long> keep(List<Long> ids);
  }

  Found page(CustomerFilter filter, Place from, int question, int perPage) {
    List<Condition> conditions = new ArrayList<>(conditions(filter));
    conditions.sort(Comparator.comparingInt(condition -> condition.count(FEW + 1)));
    return switch (filter.sort()) {
      case ID -> byId(conditions, from, question, perPage);
      case NAME -> byName(conditions, from, question, perPage);
    };
  }

  private Found byId(List<Condition> conditions, Place from, int question, int perPage) {
    List<Long> found = new ArrayList<>();
    long after = from.customerId();
    for (int step : STEPS) {
      List<Long> ids =
          conditions.isEmpty()
              ? customers.after(after, perPage + 1).stream().map(CustomerRow::id).toList()
              : conditions.get(0).next(after, step);
      int wanted = conditions.isEmpty() ? perPage + 1 : step;
      List<Long> kept = keep(ids, conditions, 1);
      found.addAll(kept);
      if (found.size() > perPage) {
        return cut(found, perPage, question);
      }
      if (ids.size() < wanted) {
        return new Found(found, null);
      }
      after = ids.get(ids.size() - 1);
    }
    return new Found(found, new PageCursor(new Place("", after), 0, question));
  }

  private static Found cut(List<Long> found, int perPage, int question) {
    List<Long> page = found.subList(0, perPage);
    return new Found(page, new PageCursor(new Place("", page.get(perPage - 1)), 0, question));
  }

  private Found byName(List<Condition> conditions, Place from, int question, int perPage) {
    if (!conditions.isEmpty() && conditions.get(0).count(FEW + 1) <= FEW) {
      List<Long> all = keep(conditions.get(0).next(0, FEW), conditions, 1);
      return named(walk.namesOf(all, from), question, perPage, null);
    }
    List<Place> found = new ArrayList<>();
    Place at = from;
    for (int step : STEPS) {
      int wanted = conditions.isEmpty() ? perPage + 1 : step;
      List<Place> places = walk.byName(at, wanted);
      Set<Long> kept =
          new LinkedHashSet<>(keep(places.stream().map(Place::customerId).toList(), conditions, 0));
      places.stream().filter(place -> kept.contains(place.customerId())).forEach(found::add);
      if (found.size() > perPage || places.size() < wanted) {
        return named(found, question, perPage, null);
      }
      at = places.get(places.size() - 1);
    }
    return named(found, question, perPage, new PageCursor(at, 0, question));
  }

  private static Found named(List<Place> found, int question, int perPage, PageCursor open) {
    List<Place> page = found.subList(0, Math.min(perPage, found.size()));
    PageCursor next =
        found.size() > perPage ? new PageCursor(page.get(perPage - 1), 0, question) : open;
    return new Found(page.stream().map(Place::customerId).toList(), next);
  }

  private static List<Long> keep(List<Long> ids, List<Condition> conditions, int first) {
    List<Long> kept = ids;
    for (Condition condition :
        conditions.subList(Math.min(first, conditions.size()), conditions.size())) {
      Set<Long> meets = condition.keep(kept);
      kept = kept.stream().filter(meets::contains).toList();
    }
    return kept;
  }

  private List<Condition> conditions(CustomerFilter filter) {
    List<Condition> all = new ArrayList<>();
    if (filter.city() != null) {
      all.add(new OfTerm(Facet.city(filter.city())));
    }
    if (filter.customerType() != null) {
      all.add(new OfTerm(Facet.type(filter.customerType())));
    }
    if (filter.privacyLevel() != null) {
      all.add(new OfTerm(Facet.privacy(filter.privacyLevel())));
    }
    if (filter.segment() != null) {
      all.add(new OfSegment(new OfTerm(Facet.label(filter.segment())), filter.segment()));
    }
    return all;
  }

  /** Customers with a term; a text without a word is nobody's. */
  private final class OfTerm implements Condition {
    private final String term;

    OfTerm(String term) {
      this.term = term == null ? Facet.NOBODYS : term;
    }

    @Override
    public int count(int limit) {
      return walk.count(term, limit);
    }

    @Override
    public List<Long> next(long afterId, int limit) {
      return walk.with(term, afterId, limit);
    }

    @Override
    public Set<Long> keep(List<Long> ids) {
      return walk.keep(ids, term);
    }
  }

  /** Customers with a label, by hand or by rule. */
  private final class OfSegment implements Condition {
    private final Condition byHand;
    private final String label;

    OfSegment(Condition byHand, String label) {
      this.byHand = byHand;
      this.label = label;
    }

    @Override
    public int count(int limit) {
      return Math.min(limit, byHand.count(limit) + members.count(label, limit));
    }

    @Override
    public List<Long> next(long afterId, int limit) {
      Set<Long> both = new TreeSet<>(byHand.next(afterId, limit));
      both.addAll(members.next(label, afterId, limit));
      return both.stream().limit(limit).toList();
    }

    @Override
    public Set<Long> keep(List<Long> ids) {
      Set<Long> both = new TreeSet<>(byHand.keep(ids));
      both.addAll(members.keep(ids, label));
      return both;
    }
  }
}
