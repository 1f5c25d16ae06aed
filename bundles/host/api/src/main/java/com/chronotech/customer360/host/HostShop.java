package com.chronotech.customer360.host;

import java.time.ZoneId;
import org.osgi.annotation.versioning.ConsumerType;

/** The shop itself, as configured or as the host tells. Thread-safe; reads nothing. */
@ConsumerType
public interface HostShop {

  /** The zone in which business days begin and end. */
  ZoneId zone();

  /** The ISO 4217 code of every amount, such as {@code CAD}. */
  String currency();
}
