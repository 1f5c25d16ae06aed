package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentStatus.Implied;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.Notices.Shelf;
import com.chronotech.customer360.consents.core.model.ChainHead;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Renewal;
import com.chronotech.customer360.consents.core.model.States;
import com.chronotech.customer360.consents.core.store.ConsentStore;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads consents. Each answer is one snapshot on one connection. */
final class Reading {
  private final Transactions transactions;
  private final Clock clock;
  private final Customers customers;
  private final Notices notices;
  private final Commerce commerce;
  private final ConsentStore store;
  private final OpenToImplied openToImplied;

  Reading(
      Transactions transactions,
      Clock clock,
      Customers customers,
      Notices notices,
      Commerce commerce,
      ConsentStore store) {
    this.transactions = transactions;
    this.clock = clock;
    this.customers = customers;
    this.notices = notices;
    this.commerce = commerce;
    this.store = store;
    this.openToImplied = new OpenToImplied(store);
  }

  /**
   * In the caller's transaction a read is done as it is: one that finds nothing must not mark that
   * transaction for rollback.
   */
  <T> T snapshot(Transactions.Work<T, RuntimeException> work) {
    return transactions.isActive() ? work.run() : transactions.required(work);
  }

  Overview overview(long customerId, Instant asOf) {
    return snapshot(
        () -> {
          HostCustomer customer = customers.known(customerId);
          Instant at = asOf == null ? clock.instant() : asOf;
          Map<String, Entry> standing =
              store.entries().at(customerId, asOf).stream()
                  .collect(Collectors.toMap(Entry::type, Function.identity()));
          LocalDate born = store.chains().find(customerId).map(ChainHead::birthDate).orElse(null);
          Implied implied = commerce.implied(customerId, at).orElse(null);
          Shelf shelf = notices.shelf();
          List<ConsentStatus> statuses = new ArrayList<>();
          Set<ConsentType> byMinor = EnumSet.noneOf(ConsentType.class);
          Set<ConsentType> underNotice = EnumSet.noneOf(ConsentType.class);
          for (ConsentType type : ConsentType.values()) {
            Entry entry = standing.get(type.code());
            boolean open = implied != null && openToImplied.is(customerId, type, entry, at);
            statuses.add(status(type, entry, at, shelf, open ? implied : null));
            if (States.byMinor(entry, born, customer.zone())) {
              byMinor.add(type);
            }
            if (shelf.current(type).isPresent()) {
              underNotice.add(type);
            }
          }
          return new Overview(customer, at, statuses, byMinor, underNotice);
        });
  }

  private static ConsentStatus status(
      ConsentType type, Entry entry, Instant at, Shelf shelf, Implied implied) {
    ConsentState state = States.of(entry, at);
    return new ConsentStatus(
        type,
        state,
        entry == null ? null : Consents.of(entry),
        state == ConsentState.GRANTED && Renewal.isDue(entry, shelf.current(type), at),
        implied);
  }

  String privacyLevel(long customerId) {
    return snapshot(() -> customers.known(customerId).privacyLevel());
  }

  List<Consent> history(long customerId) {
    return snapshot(
        () -> {
          customers.known(customerId);
          List<Consent> history =
              new ArrayList<>(
                  store.entries().history(customerId).stream().map(Consents::of).toList());
          Collections.reverse(history);
          return history;
        });
  }

  List<Consent> expiringWithin(long customerId, Duration within, int limit) {
    return snapshot(
        () -> {
          if (customerId != 0) {
            customers.known(customerId);
          }
          Instant now = clock.instant();
          return store.endings().between(customerId, now, now.plus(within), limit).stream()
              .map(Consents::of)
              .toList();
        });
  }
}
