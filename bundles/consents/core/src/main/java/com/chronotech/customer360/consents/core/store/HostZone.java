package com.chronotech.customer360.consents.core.store;

/** What the configuration of the host's adapter says that matters here. */
public @interface HostZone {
  /** The zone of the host's wall-clock times. */
  String zone() default "America/Montreal";
}
