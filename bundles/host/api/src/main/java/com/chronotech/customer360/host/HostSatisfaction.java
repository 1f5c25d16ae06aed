package com.chronotech.customer360.host;

import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/** What customers answered when they were asked how a visit was. */
@ConsumerType
public interface HostSatisfaction extends HostSource<HostSatisfaction.Answer> {

  /**
   * An answer.
   *
   * @param id unique within the provider
   * @param customerId who answered
   * @param about the visit, such as a work order; null when unknown
   * @param recommend how likely the customer is to recommend the shop, 0 to 10; null when not asked
   *     or not answered
   * @param satisfied how satisfied the customer was, 1 to 5; null when not asked or not answered
   * @param comment null when there is none
   * @param at when it was answered
   */
  record Answer(
      long id,
      long customerId,
      HostReference about,
      Integer recommend,
      Integer satisfied,
      String comment,
      Instant at) {}
}
