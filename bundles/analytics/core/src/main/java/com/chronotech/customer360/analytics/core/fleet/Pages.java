package com.chronotech.customer360.analytics.core.fleet;

import com.chronotech.customer360.analytics.core.kept.KeptEngine;
import com.chronotech.customer360.host.HostShop;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** What every answer about all customers begins with. */
record Pages(HostShop shop, KeptEngine kept, Clock clock) {

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), shop.zone());
  }

  Instant asOf() {
    return kept.asOf();
  }

  KeptEngine.Answering answering() {
    return kept.answering();
  }

  String currency() {
    return shop.currency();
  }
}
