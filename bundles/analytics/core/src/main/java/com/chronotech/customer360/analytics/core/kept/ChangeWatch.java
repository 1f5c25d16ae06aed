package com.chronotech.customer360.analytics.core.kept;

import com.chronotech.customer360.analytics.core.kept.store.Mark;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostSource;
import com.chronotech.customer360.host.HostSource.Touched;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Marks customers of whom the host wrote something behind our back, as far as its tables tell. How
 * far was looked commits with the marks, so that nothing is looked past, on whatever node.
 */
final class ChangeWatch {
  private static final String TOUCHED = "touched.";
  private static final String CUSTOMERS = TOUCHED + "customers";

  private final HostCustomers customers;
  private final Tables tables;
  private final Transactions transactions;
  private final Clock clock;
  private final Map<String, Supplier<? extends HostSource<?>>> kinds = new LinkedHashMap<>();
  private final Settings settings;

  /**
   * How it looks.
   *
   * @param rows about so many rows are looked at in one transaction
   * @param overlap how long a transaction of the host may take to commit what it dated earlier
   * @param pause between two looks, since each finds again what the last minutes hold
   */
  record Settings(int rows, Duration overlap, Duration pause) {}

  ChangeWatch(
      HostSources sources,
      HostCustomers customers,
      Tables tables,
      Transactions transactions,
      Clock clock,
      Settings settings) {
    this.customers = customers;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
    kinds.put("work_orders", sources::workOrders);
    kinds.put("invoices", sources::invoices);
    kinds.put("quotes", sources::quotes);
    kinds.put("appointments", sources::appointments);
    kinds.put("satisfaction", sources::satisfaction);
  }

  /**
   * Looks at every kind.
   *
   * @return whether the place was lost at one of them, so that everything is to be computed again
   */
  boolean look(BooleanSupplier stopped) {
    boolean lost = false;
    Instant began = clock.instant();
    for (Map.Entry<String, Supplier<? extends HostSource<?>>> kind : kinds.entrySet()) {
      boolean more = true;
      while (more && !stopped.getAsBoolean()) {
        Touched touched =
            transactions.requiresNew(
                () -> step(TOUCHED + kind.getKey(), kind.getValue().get(), began));
        lost |= touched.lost();
        more = touched.more();
      }
    }
    if (customers.tellsChanges() && !stopped.getAsBoolean()) {
      rows(stopped);
    }
    return lost;
  }

  private Touched step(String source, HostSource<?> rows, Instant began) {
    Mark mark = tables.marks().lock(source);
    // what this look has begun it ends; what was looked at a moment ago can wait
    boolean waits = mark.at() != null && mark.at().isBefore(began) && tooSoon(mark, began);
    if (waits || !rows.availability().available()) {
      return new Touched(Set.of(), mark.position(), false);
    }
    Touched touched = rows.touchedSince(mark.position(), settings.rows());
    tables.dirty().mark(touched.customerIds());
    tables.marks().save(source, mark.position(touched.position()).at(clock.instant()));
    return touched;
  }

  private boolean tooSoon(Mark mark, Instant now) {
    return now.isBefore(mark.at().plus(settings.pause()));
  }

  /** The customers' own rows: their city and labels. */
  private void rows(BooleanSupplier stopped) {
    Instant now = clock.instant();
    Mark mark = tables.marks().read(CUSTOMERS);
    if (mark.at() == null) {
      through(now);
      return;
    }
    if (tooSoon(mark, now)) {
      return;
    }
    Instant since = mark.at().minus(settings.overlap());
    long after = 0;
    while (!stopped.getAsBoolean()) {
      long from = after;
      List<CustomerRow> some =
          transactions.requiresNew(
              () -> {
                List<CustomerRow> changed = customers.changedSince(since, from, settings.rows());
                tables.dirty().mark(changed.stream().map(CustomerRow::id).toList());
                return changed;
              });
      if (some.size() < settings.rows()) {
        through(now);
        return;
      }
      after = some.get(some.size() - 1).id();
    }
  }

  private void through(Instant now) {
    transactions.<Void, RuntimeException>requiresNew(
        () -> {
          tables.marks().save(CUSTOMERS, tables.marks().lock(CUSTOMERS).at(now));
          return null;
        });
  }
}
