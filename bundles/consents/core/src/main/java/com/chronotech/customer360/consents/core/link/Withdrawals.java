package com.chronotech.customer360.consents.core.link;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.link.model.LinkClaim;
import java.util.Set;

/** Reads links, and withdraws by them. Thread-safe. */
public interface Withdrawals {
  /** Where a withdrawal by a link came from, as its record says. */
  String SOURCE = "unsubscribe_link";

  /**
   * What a token turned out to be.
   *
   * @param type the purpose it names, believed or not; null when it cannot be read
   * @param claim what it says; null unless it is ours
   */
  record Reading(ConsentType type, LinkClaim claim) {
    /** Whether we made it, and it still works. */
    public boolean ours() {
      return claim != null;
    }
  }

  /**
   * How a withdrawal was asked for.
   *
   * @param how {@code one_click} or {@code page}
   * @param address the client's; may be null
   * @param userAgent kept as a hash alone; may be null
   */
  record Request(String how, String address, String userAgent) {}

  /** Reads a token; asks no database. */
  Reading read(String token);

  /**
   * Withdraws purposes, all or none, where the link is ours and its customer is still there; does
   * nothing else, and does not tell which.
   */
  void withdraw(Reading reading, Set<ConsentType> types, Request request);
}
