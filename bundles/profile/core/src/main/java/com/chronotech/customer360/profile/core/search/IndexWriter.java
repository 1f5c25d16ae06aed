package com.chronotech.customer360.profile.core.search;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.profile.core.search.model.CustomerTerms;
import com.chronotech.customer360.profile.core.search.model.Term;
import com.chronotech.customer360.profile.core.search.store.TermTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the terms of customers in step with what the host says of them now. Thread-safe. */
final class IndexWriter {
  private final HostCustomers customers;
  private final HostRecords records;
  private final TermTable terms;

  IndexWriter(HostCustomers customers, HostRecords records, TermTable terms) {
    this.customers = customers;
    this.records = records;
    this.terms = terms;
  }

  /** One customer; an unknown one loses all terms. Needs a transaction. */
  void refresh(long customerId) {
    List<CustomerRow> rows = customers.rows(List.of(customerId));
    if (rows.isEmpty()) {
      terms.put(Map.of(customerId, List.of()));
    } else {
      write(rows, List.of());
    }
  }

  /**
   * Many customers. Host and index are read in one snapshot, so that what another transaction
   * changes in both meanwhile is left alone.
   *
   * @param gone customers that the host has no more
   * @return how many rows of the index were written or removed
   */
  int write(List<CustomerRow> rows, Collection<Long> gone) {
    List<Long> ids = rows.stream().map(CustomerRow::id).toList();
    Map<Long, List<HostRecord>> contacts = records(ids, RecordKind.CONTACT);
    Map<Long, List<HostRecord>> vehicles = records(ids, RecordKind.VEHICLE);
    Map<Long, Collection<Term>> wanted = new HashMap<>();
    for (CustomerRow row : rows) {
      wanted.put(
          row.id(),
          CustomerTerms.of(
              row,
              contacts.getOrDefault(row.id(), List.of()),
              vehicles.getOrDefault(row.id(), List.of()),
              Labels.of(row.text(CustomerColumn.SEGMENTS))));
    }
    gone.forEach(id -> wanted.put(id, List.of()));
    return terms.put(wanted);
  }

  private Map<Long, List<HostRecord>> records(List<Long> customerIds, RecordKind kind) {
    return records.available(kind).available() ? records.lists(customerIds, kind) : Map.of();
  }
}
