package com.chronotech.customer360.host.chronotech;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostQuotes;
import com.chronotech.customer360.host.HostSource.Changes;
import com.chronotech.customer360.host.HostSources.Offer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankedSourcesTest {
  private final RankedSources sources = new RankedSources();

  private static final class Quotes implements HostQuotes {
    private Availability availability = Availability.YES;
    private RuntimeException fault;
    private int refreshed;

    @Override
    public Availability availability() {
      if (fault != null) {
        throw fault;
      }
      return availability;
    }

    @Override
    public void refresh() {
      refreshed++;
    }

    @Override
    public Map<Long, List<Quote>> ofCustomers(Collection<Long> customerIds) {
      return Map.of();
    }

    @Override
    public Touched touchedSince(String position, int limit) {
      return new Touched(Set.of(), "here", false);
    }
  }

  private static Map<String, Object> ranked(int ranking, long id) {
    return Map.of("service.ranking", ranking, "service.id", id);
  }

  @Test
  void nobodyProvides() {
    assertThat(sources.quotes().availability()).isEqualTo(Availability.no("no_provider"));
    assertThat(sources.invoices().payments()).isEqualTo(Availability.no("no_provider"));
    assertThat(sources.workOrders().ofCustomer(1)).isEmpty();
    assertThat(sources.appointments().ofCustomer(1)).isEmpty();
    assertThat(sources.satisfaction().ofCustomer(1)).isEmpty();
    assertThat(sources.maintenance().touchedSince(null, 1).customerIds()).isEmpty();
    assertThat(sources.survey())
        .hasSize(6)
        .allSatisfy(
            offer -> {
              assertThat(offer.provider()).isNull();
              assertThat(offer.chosen()).isFalse();
              assertThat(offer.availability().reason()).isEqualTo("no_provider");
            });
  }

  @Test
  void theGreatestRankingThatIsAvailableIsAsked() {
    Quotes adapter = new Quotes();
    Quotes module = new Quotes();
    Quotes later = new Quotes();
    sources.addQuotes(adapter, ranked(0, 7));
    sources.addQuotes(later, ranked(0, 9));
    assertThat(sources.quotes()).isSameAs(adapter);
    sources.addQuotes(module, ranked(100, 8));
    assertThat(sources.quotes()).isSameAs(module);
    module.availability = Availability.no("closed");
    assertThat(sources.quotes()).isSameAs(adapter);
    adapter.availability = Availability.no("table_missing");
    later.availability = Availability.no("table_missing");
    assertThat(sources.quotes()).as("none: the first tells why").isSameAs(module);
    module.availability = Availability.YES;
    sources.removeQuotes(module);
    later.availability = Availability.YES;
    assertThat(sources.quotes()).isSameAs(later);
  }

  @Test
  void aProviderThatFailsIsPassedOver() {
    Quotes adapter = new Quotes();
    Quotes module = new Quotes();
    module.fault = new IllegalStateException("away");
    sources.addQuotes(adapter, ranked(0, 1));
    sources.addQuotes(module, ranked(100, 2));
    assertThat(sources.quotes()).isSameAs(adapter);
    List<Offer> offers =
        sources.survey().stream().filter(offer -> offer.kind().equals("quotes")).toList();
    assertThat(offers)
        .extracting(Offer::chosen, offer -> offer.availability().reason())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(false, "provider_failed"),
            org.assertj.core.groups.Tuple.tuple(true, null));
    assertThat(offers.get(1).changes()).isEqualTo(Changes.ADDED_ONLY);
    assertThat(adapter.refreshed + module.refreshed).isEqualTo(2);
  }
}
