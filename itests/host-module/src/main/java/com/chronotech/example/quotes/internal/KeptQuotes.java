package com.chronotech.example.quotes.internal;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostQuotes;
import com.chronotech.example.quotes.QuoteBook;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Quotes in memory, each with the number of its latest writing: that number is the position of who
 * asks what was touched. The ranking puts it before the adapter of the host's tables.
 */
@Component(
    service = {HostQuotes.class, QuoteBook.class},
    property = "service.ranking:Integer=100")
public final class KeptQuotes implements HostQuotes, QuoteBook {
  private final Clock clock;

  /** Begins anew with each book: positions of an earlier one are none of this. */
  private final String name = UUID.randomUUID().toString();

  private final TreeMap<Long, Quote> quotes = new TreeMap<>();
  private final TreeMap<Long, Long> customersByWriting = new TreeMap<>();
  private long writings;
  private boolean open;

  /** Creates a book that is closed. */
  @Activate
  public KeptQuotes(@Reference Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void open() {
    open = true;
  }

  @Override
  public synchronized void close() {
    open = false;
  }

  @Override
  public synchronized Quote write(long customerId, BigDecimal amount) {
    long id = quotes.isEmpty() ? 1 : quotes.lastKey() + 1;
    return put(
        new Quote(
            id,
            customerId,
            "Q-" + id,
            amount,
            State.OPEN.name().toLowerCase(Locale.ROOT),
            State.OPEN,
            clock.instant(),
            null));
  }

  @Override
  public synchronized Quote answer(long id, State state) {
    Quote old = quotes.get(id);
    if (old == null) {
      throw new NoSuchElementException("no quote " + id);
    }
    return put(
        new Quote(
            id,
            old.customerId(),
            old.number(),
            old.amount(),
            state.name().toLowerCase(Locale.ROOT),
            state,
            old.createdAt(),
            old.workOrderId()));
  }

  private Quote put(Quote quote) {
    quotes.put(quote.id(), quote);
    customersByWriting.put(++writings, quote.customerId());
    return quote;
  }

  @Override
  public synchronized Availability availability() {
    return open ? Availability.YES : Availability.no("book_closed");
  }

  @Override
  public synchronized Changes changes() {
    return Changes.AT_ONCE;
  }

  @Override
  public synchronized Map<Long, List<Quote>> ofCustomers(Collection<Long> customerIds) {
    Set<Long> wanted = new HashSet<>(customerIds);
    return open
        ? quotes.values().stream()
            .filter(quote -> wanted.contains(quote.customerId()))
            .collect(Collectors.groupingBy(Quote::customerId))
        : Map.of();
  }

  @Override
  public synchronized Touched touchedSince(String position, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
    String mine = name + ':';
    boolean known = position != null && position.startsWith(mine);
    if (!known) {
      return new Touched(Set.of(), mine + writings, false, position != null);
    }
    long after = Long.parseLong(position.substring(mine.length()));
    List<Map.Entry<Long, Long>> next =
        customersByWriting.tailMap(after, false).entrySet().stream().limit(limit).toList();
    long until = next.isEmpty() ? after : next.get(next.size() - 1).getKey();
    return new Touched(
        next.stream().map(Map.Entry::getValue).collect(Collectors.toSet()),
        mine + until,
        until < writings);
  }
}
