package com.chronotech.customer360.profile.core.search;

import com.chronotech.customer360.host.CustomerColumn;
import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.profile.CustomerFacet;
import com.chronotech.customer360.profile.core.search.model.Facet;
import com.chronotech.customer360.profile.core.search.model.Place;
import com.chronotech.customer360.profile.core.search.store.FacetWalk;
import com.chronotech.customer360.profile.core.segment.store.MemberTable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The values that lists can be narrowed by, spelled as a customer has them. */
final class FacetValues {
  private final FacetWalk walk;
  private final MemberTable members;
  private final HostCustomers customers;

  FacetValues(FacetWalk walk, MemberTable members, HostCustomers customers) {
    this.walk = walk;
    this.members = members;
    this.customers = customers;
  }

  List<String> of(CustomerFacet facet, String beginning, int limit) {
    String begins = Facet.beginning(facet, beginning);
    SortedMap<String, String> spelled = new TreeMap<>();
    List<Place> places = walk.beginning(begins, limit);
    Map<Long, CustomerRow> rows =
        customers.rows(places.stream().map(Place::customerId).distinct().toList()).stream()
            .collect(Collectors.toMap(CustomerRow::id, Function.identity()));
    for (Place place : places) {
      CustomerRow row = rows.get(place.customerId());
      if (row != null) {
        written(facet, row).stream()
            .filter(value -> place.term().equals(Facet.of(facet, value)))
            .findFirst()
            .ifPresent(value -> spelled.put(place.term(), value.strip()));
      }
    }
    if (facet == CustomerFacet.SEGMENT) {
      members.labels().stream()
          .filter(label -> Facet.label(label).startsWith(begins))
          .forEach(label -> spelled.putIfAbsent(Facet.label(label), label));
    }
    return spelled.values().stream().limit(limit).toList();
  }

  private static List<String> written(CustomerFacet facet, CustomerRow row) {
    if (Facet.isLabel(facet)) {
      return Labels.of(row.text(CustomerColumn.SEGMENTS)).stream()
          .filter(label -> !label.isBlank())
          .toList();
    }
    String text =
        row.text(facet == CustomerFacet.CITY ? CustomerColumn.CITY : CustomerColumn.CUSTOMER_TYPE);
    return text == null ? List.of() : List.of(text);
  }
}
