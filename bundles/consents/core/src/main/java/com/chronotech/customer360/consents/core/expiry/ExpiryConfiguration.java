package com.chronotech.customer360.consents.core.expiry;

/** Settings of the announcements in {@code etc/com.chronotech.customer360.consents.cfg}. */
public @interface ExpiryConfiguration {

  /** Seconds between two looks; 0 for none, so that nothing is announced by this node. */
  int expiry_scan_seconds() default 60;
}
