package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostSource;
import com.chronotech.customer360.host.HostSources.Offer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers of one kind, in the order of OSGi: the greatest ranking first, and of equals the
 * one that was there first. Thread-safe.
 *
 * @param <S> the kind
 */
final class Ranked<S extends HostSource<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(Ranked.class);
  private static final String RANKING = "service.ranking";
  private static final String ID = "service.id";

  private final String kind;
  private final S absent;
  private volatile List<Provider<S>> providers = List.of();

  /**
   * Begins without a provider.
   *
   * @param kind the name of the kind
   * @param absent what answers where there is none
   */
  Ranked(String kind, S absent) {
    this.kind = kind;
    this.absent = absent;
  }

  private record Provider<S>(S source, int ranking, long id) {}

  synchronized void add(S source, Map<String, Object> properties) {
    int ranking = properties.get(RANKING) instanceof Integer number ? number : 0;
    long id = properties.get(ID) instanceof Long number ? number : 0;
    List<Provider<S>> all = new ArrayList<>(providers);
    all.add(new Provider<>(source, ranking, id));
    all.sort(
        Comparator.comparingInt((Provider<S> one) -> -one.ranking())
            .thenComparingLong(Provider::id));
    providers = List.copyOf(all);
  }

  synchronized void remove(S source) {
    providers = providers.stream().filter(one -> one.source() != source).toList();
  }

  /** The one to ask now. */
  S best() {
    S first = null;
    for (Provider<S> one : providers) {
      if (availability(one.source()).available()) {
        return one.source();
      }
      first = first == null ? one.source() : first;
    }
    return first == null ? absent : first;
  }

  /** A module's fault makes its rows not available; it must not take a customer's page down. */
  private Availability availability(S source) {
    try {
      return source.availability();
    } catch (RuntimeException e) {
      LOG.warn("a provider of {} cannot tell whether it has any: {}", kind, name(source), e);
      return Availability.no("provider_failed");
    }
  }

  List<Offer> survey() {
    List<Provider<S>> all = providers;
    all.forEach(one -> lookAgain(one.source()));
    S chosen = best();
    return all.isEmpty()
        ? List.of(offer(absent, chosen, null))
        : all.stream().map(one -> offer(one.source(), chosen, name(one.source()))).toList();
  }

  private void lookAgain(S source) {
    try {
      source.refresh();
    } catch (RuntimeException e) {
      LOG.warn("a provider of {} cannot look again: {}", kind, name(source), e);
    }
  }

  private Offer offer(S source, S chosen, String provider) {
    Availability availability = availability(source);
    return availability.available()
        ? new Offer(
            kind,
            provider,
            source == chosen,
            availability,
            source.missing(),
            source.changes(),
            source.remarks())
        : new Offer(kind, provider, false, availability, Map.of(), null, List.of());
  }

  private static String name(Object source) {
    return source.getClass().getName();
  }
}
