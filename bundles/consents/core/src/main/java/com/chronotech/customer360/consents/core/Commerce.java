package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.ConsentStatus.Implied;
import com.chronotech.customer360.consents.core.model.ImpliedConsent;
import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostCommerce.Dealing;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What implies consent, by what customers bought or asked for. Thread-safe. */
@Component(service = Commerce.class)
public final class Commerce {
  private static final int CUSTOMERS_A_CALL = 10_000;

  private final HostCommerce host;

  /** Creates the access; a module that knows more than the adapter takes its place. */
  @Activate
  public Commerce(@Reference(policyOption = ReferencePolicyOption.GREEDY) HostCommerce host) {
    this.host = host;
  }

  /** What implies a customer's consent at an instant. */
  Optional<Implied> implied(long customerId, Instant at) {
    return Optional.ofNullable(implied(List.of(customerId), at).get(customerId));
  }

  /** What implies customers' consent at an instant; those without are absent. */
  Map<Long, Implied> implied(Collection<Long> customerIds, Instant at) {
    List<Long> all = List.copyOf(customerIds);
    Map<Long, Implied> implied = new HashMap<>();
    for (int from = 0; from < all.size(); from += CUSTOMERS_A_CALL) {
      List<Long> some = all.subList(from, Math.min(all.size(), from + CUSTOMERS_A_CALL));
      Map<Long, Dealing> purchases = host.lastPurchases(some, at);
      Map<Long, Dealing> inquiries = host.lastInquiries(some, at);
      for (Long customer : some) {
        ImpliedConsent.of(purchases.get(customer), inquiries.get(customer), at)
            .ifPresent(found -> implied.put(customer, found));
      }
    }
    return implied;
  }
}
