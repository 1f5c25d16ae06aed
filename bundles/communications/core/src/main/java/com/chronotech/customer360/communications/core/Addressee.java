package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.host.HostCustomer;
import java.time.ZoneId;

/**
 * Who a message goes to, as the host knows that customer now.
 *
 * @param customer the customer
 * @param email an address that can be written to; null when there is none
 * @param number a number as E.164; null when there is none
 * @param preferredChannel {@code email}, {@code sms}, {@code phone} or {@code none}; null when the
 *     customer said nothing
 */
record Addressee(HostCustomer customer, String email, String number, String preferredChannel) {

  /** The clock that the customer lives by. */
  ZoneId zone() {
    return customer.zone();
  }
}
