package com.chronotech.customer360.consents.core;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** What an administrator chose for consents. Immutable. */
@Component(
    service = ConsentSettings.class,
    configurationPid = "com.chronotech.customer360.consents")
@Designate(ocd = ConsentConfiguration.class)
public final class ConsentSettings {
  private final String jurisdiction;
  private final int cachedCustomers;
  private final boolean builtinNotices;
  private final boolean trustsForwardedFor;

  /** Creates the settings. */
  @Activate
  public ConsentSettings(ConsentConfiguration configuration) {
    String named = configuration.jurisdiction().strip();
    if (!named.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
      throw new IllegalArgumentException("jurisdiction is not such as CA-QC: " + named);
    }
    this.jurisdiction = named;
    this.cachedCustomers = Math.max(0, configuration.cache_customers());
    this.trustsForwardedFor = configuration.trust_forwarded_for();
    this.builtinNotices = configuration.builtin_notices();
  }

  /** Under whose law consents are given, such as {@code CA-QC}. */
  public String jurisdiction() {
    return jurisdiction;
  }

  /** Of how many customers answers are remembered; 0 for none. */
  public int cachedCustomers() {
    return cachedCustomers;
  }

  /** Whether each purpose gets a first notice where it has none. */
  public boolean builtinNotices() {
    return builtinNotices;
  }

  /** Whether the header X-Forwarded-For tells where a request came from. */
  public boolean trustsForwardedFor() {
    return trustsForwardedFor;
  }
}
