package com.chronotech.customer360.consents;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Signed links by which a customer withdraws without signing in. Published in the service registry;
 * {@link ConsentService#READ} is needed. Thread-safe.
 */
@ProviderType
public interface UnsubscribeLinks {

  /**
   * Makes the link of a message. It works for at least 60 days (CASL s. 11(2)), names no customer
   * that a reader could know, and reveals nothing about who exists.
   *
   * @param type the purpose that one click withdraws; the page offers all others too
   * @param messageId what the message was, kept as evidence; at most 100 characters, or null
   */
  Link link(long customerId, ConsentType type, String messageId);

  /**
   * A link.
   *
   * @param url absolute where a public address is configured, else a path
   * @param listUnsubscribe the value of {@code List-Unsubscribe}
   * @param listUnsubscribePost the value of {@code List-Unsubscribe-Post} (RFC 8058)
   */
  record Link(String url, String listUnsubscribe, String listUnsubscribePost) {}
}
