package com.chronotech.customer360.profile.core.search;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.profile.CustomerFacet;
import com.chronotech.customer360.profile.CustomerFilter;
import com.chronotech.customer360.profile.CustomerPage;
import com.chronotech.customer360.profile.CustomerSearch;
import com.chronotech.customer360.profile.FoundCustomer;
import com.chronotech.customer360.profile.FoundCustomer.Match;
import com.chronotech.customer360.profile.core.search.model.PageCursor;
import com.chronotech.customer360.profile.core.search.model.Place;
import com.chronotech.customer360.profile.core.search.model.SearchProblems;
import com.chronotech.customer360.profile.core.search.model.SearchText;
import com.chronotech.customer360.profile.core.search.model.SearchWord;
import com.chronotech.customer360.profile.core.search.store.FacetWalk;
import com.chronotech.customer360.profile.core.search.store.TermTable;
import com.chronotech.customer360.profile.core.search.store.WordWalk;
import com.chronotech.customer360.profile.core.segment.store.MemberTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The search, shared by every bundle's facade and by the REST edge: asks whether the caller may,
 * then does it. Each answer is one snapshot. Thread-safe.
 */
@Component(service = SearchEngine.class)
public final class SearchEngine {
  private final Transactions transactions;
  private final Callers callers;
  private final HostCustomers customers;
  private final WordSearch words;
  private final Listing listing;
  private final FacetValues values;
  private final MemberTable members;
  private final IndexWriter writer;
  private final IndexProgress progress;

  /**
   * Creates the engine.
   *
   * @param schema asked for so that the tables stand
   */
  @Activate
  public SearchEngine(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference HostCustomers customers,
      @Reference HostRecords records) {
    this.transactions = transactions;
    this.callers = callers;
    this.customers = customers;
    this.words = new WordSearch(new WordWalk(dataSource));
    this.members = new MemberTable(dataSource);
    FacetWalk walk = new FacetWalk(dataSource);
    this.listing = new Listing(walk, members, customers);
    this.values = new FacetValues(walk, members, customers);
    this.writer = new IndexWriter(customers, records, new TermTable(dataSource));
    this.progress = new IndexProgress(dataSource, customers);
  }

  /** What brings the index in step. */
  IndexWriter writer() {
    return writer;
  }

  /** How far it is. */
  IndexProgress progress() {
    return progress;
  }

  /** See {@link CustomerSearch#search}. */
  public CustomerPage search(
      Caller caller, String text, CustomerFilter filter, String cursor, int perPage) {
    callers.require(caller, CustomerSearch.SEARCH);
    List<SearchWord> wanted = text == null ? List.of() : SearchText.words(text);
    int question = PageCursor.sum("q" + wanted + filter);
    Optional<PageCursor> from =
        SearchProblems.check(SearchProblems.faults(text, wanted), cursor, perPage, question);
    return snapshot(
        () -> {
          WordSearch.Found found =
              words.page(new WordSearch.Wish(wanted, filter), from.orElse(null), question, perPage);
          List<Long> ids = new ArrayList<>();
          List<Match> matches = new ArrayList<>();
          found
              .met()
              .forEach(
                  met -> {
                    ids.add(met.place().customerId());
                    matches.add(new Match(met.kind().code(), met.place().term()));
                  });
          return page(ids, matches, found.next());
        });
  }

  /** See {@link CustomerSearch#list}. */
  public CustomerPage list(Caller caller, CustomerFilter filter, String cursor, int perPage) {
    callers.require(caller, CustomerSearch.SEARCH);
    List<Violation> faults = new ArrayList<>();
    int question = PageCursor.sum("l" + filter);
    Optional<PageCursor> from = SearchProblems.check(faults, cursor, perPage, question);
    Place place = from.map(PageCursor::place).orElse(Place.START);
    return snapshot(
        () -> {
          Listing.Found found = listing.page(filter, place, question, perPage);
          return page(found.ids(), null, found.next());
        });
  }

  /** See {@link CustomerSearch#values}. */
  public List<String> values(Caller caller, CustomerFacet facet, String beginning, int limit) {
    callers.require(caller, CustomerSearch.SEARCH);
    Optional<PageCursor> unused = SearchProblems.check(List.of(), null, limit, 0);
    return snapshot(() -> values.of(facet, beginning == null ? "" : beginning, limit));
  }

  /** See {@link CustomerSearch#refresh}. */
  public void refresh(long customerId) {
    transactions.run(() -> writer.refresh(customerId));
  }

  private <T> T snapshot(Transactions.Work<T, RuntimeException> work) {
    return transactions.isActive() ? work.run() : transactions.required(work);
  }

  private CustomerPage page(List<Long> ids, List<Match> matches, PageCursor next) {
    Map<Long, CustomerRow> rows =
        customers.rows(ids).stream()
            .collect(Collectors.toMap(CustomerRow::id, Function.identity()));
    Map<Long, List<String>> labels =
        members.of(ids).stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.customerId(),
                    Collectors.mapping(one -> one.label(), Collectors.toList())));
    List<FoundCustomer> found = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      CustomerRow row = rows.get(ids.get(i));
      if (row != null) {
        List<String> byRule = labels.getOrDefault(row.id(), List.of());
        found.add(customer(row, byRule, matches == null ? null : matches.get(i)));
      }
    }
    boolean complete = progress.complete();
    return new CustomerPage(
        found, next == null ? null : next.encode(), complete, complete ? 100 : progress.percent());
  }

  private static FoundCustomer customer(CustomerRow row, List<String> byRule, Match matched) {
    Set<String> segments = new LinkedHashSet<>(Labels.of(row.text(CustomerColumn.SEGMENTS)));
    segments.addAll(byRule);
    String phone = row.text(CustomerColumn.PHONE);
    return new FoundCustomer(
        row.id(),
        row.displayName(),
        row.text(CustomerColumn.COMPANY),
        row.text(CustomerColumn.EMAIL),
        phone == null ? row.text(CustomerColumn.MOBILE) : phone,
        row.text(CustomerColumn.CITY),
        row.privacyLevel(),
        List.copyOf(segments),
        matched);
  }
}
