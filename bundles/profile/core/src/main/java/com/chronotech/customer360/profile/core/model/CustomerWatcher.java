package com.chronotech.customer360.profile.core.model;

/**
 * Hears that something about a customer was changed here, in the transaction that changed it: what
 * it writes lands or vanishes with the change. Rooms of this bundle that keep something of their
 * own about customers register it as a service. Thread-safe.
 */
@FunctionalInterface
public interface CustomerWatcher {

  /** The profile, a contact, an address or a vehicle of the customer was changed. */
  void touched(long customerId);
}
