package com.chronotech.customer360.host;

import java.math.BigDecimal;
import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/** The quotes of a host. */
@ConsumerType
public interface HostQuotes extends HostSource<HostQuotes.Quote> {

  /** What the host's word of a status means. */
  enum State {
    /** Not answered yet. */
    OPEN,
    /** The customer said yes. */
    ACCEPTED,
    /** The customer said no. */
    REFUSED,
    /** Lapsed without an answer, or withdrawn. */
    LAPSED,
    /** A draft that no customer has seen: counted nowhere. */
    DRAFT,
    /** A word that is not understood: counted nowhere. */
    UNKNOWN
  }

  /**
   * A quote.
   *
   * @param id the host's id
   * @param customerId whose it is
   * @param number its number as a clerk knows it; never null
   * @param amount in the {@linkplain HostShop#currency() shop's currency}; null when unknown
   * @param status the host's word; null when it has none
   * @param state what the word means
   * @param createdAt when it was made; null when unknown
   * @param workOrderId the order it became; null when it became none, or the host does not tell
   */
  record Quote(
      long id,
      long customerId,
      String number,
      BigDecimal amount,
      String status,
      State state,
      Instant createdAt,
      Long workOrderId) {
    /** Whether it became an order: the host's link says so, else the customer's yes. */
    public boolean converted() {
      return workOrderId != null || state == State.ACCEPTED;
    }
  }
}
