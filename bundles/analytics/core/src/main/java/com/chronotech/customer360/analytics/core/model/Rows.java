package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A customer's rows of one kind, and whether the host has them.
 *
 * @param availability whether it has the kind
 * @param missing what its rows lack, by the component's name
 * @param all the rows; empty when not available
 */
public record Rows<T>(Availability availability, Map<String, Availability> missing, List<T> all) {

  /** Creates rows. */
  public Rows {
    missing = Map.copyOf(missing);
    all = List.copyOf(all);
  }

  /** Rows as a provider answered them. */
  public static <T> Rows<T> of(HostSource<T> source, List<T> rows) {
    return new Rows<>(source.availability(), source.missing(), rows);
  }

  /** Rows without anything lacking. */
  public static <T> Rows<T> of(List<T> rows) {
    return new Rows<>(Availability.YES, Map.of(), rows);
  }

  /** The first reason why these rows, or one of some components, are lacking; null for none. */
  public String lacking(String... components) {
    if (!availability.available()) {
      return availability.reason();
    }
    return Stream.of(components)
        .filter(missing::containsKey)
        .map(component -> missing.get(component).reason())
        .findFirst()
        .orElse(null);
  }

  /** The rows. */
  public Stream<T> stream() {
    return all.stream();
  }
}
