package com.chronotech.customer360.host;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * When a customer last bought or asked for something: what implied consent rests on (CASL, s.
 * 10(10)). Thread-safe. Reads join the caller's transaction.
 *
 * <p>Only what is known to be a dealing counts: a status word that is not understood, or a row
 * without a day, authorises nothing.
 *
 * <p><strong>A module may answer in its place.</strong> The adapter of the host publishes one at
 * {@code service.ranking} 0. A module that knows more, such as quotes kept elsewhere, publishes its
 * own with a greater ranking, and may ask the adapter's for the rest: it finds it with the target
 * filter {@code (customer360.host.adapter=true)}. Consumers take the one of the greatest ranking.
 */
@ConsumerType
public interface HostCommerce {
  /** Service property of the adapter's own service: {@code true}. */
  String ADAPTER = "customer360.host.adapter";

  /** The zone in which the days of the law are counted. */
  ZoneId LAW_ZONE = ZoneId.of("America/Toronto");

  /**
   * The latest purchase, lease or contract of each customer: an invoice that was issued and neither
   * cancelled nor refunded, or a completed work order. A constant number of statements for up to
   * 10,000 customers.
   *
   * @param upTo nothing later counts
   * @param zone the zone of the days answered
   * @return by customer; those without any are absent
   */
  Map<Long, Dealing> lastPurchases(Collection<Long> customerIds, Instant upTo, ZoneId zone);

  /**
   * The latest inquiry of each customer: a quote, an appointment that was not cancelled, or a work
   * order that is asked for and neither completed nor cancelled. As {@link #lastPurchases}
   * otherwise.
   */
  Map<Long, Dealing> lastInquiries(Collection<Long> customerIds, Instant upTo, ZoneId zone);

  /** As {@link #lastPurchases(Collection, Instant, ZoneId)}, in {@link #LAW_ZONE}. */
  default Map<Long, Dealing> lastPurchases(Collection<Long> customerIds, Instant upTo) {
    return lastPurchases(customerIds, upTo, LAW_ZONE);
  }

  /** As {@link #lastInquiries(Collection, Instant, ZoneId)}, in {@link #LAW_ZONE}. */
  default Map<Long, Dealing> lastInquiries(Collection<Long> customerIds, Instant upTo) {
    return lastInquiries(customerIds, upTo, LAW_ZONE);
  }

  /** The sources of dealings, those that this host lacks included. */
  List<Source> available();

  /**
   * Something a customer bought or asked for.
   *
   * @param customerId the customer
   * @param day the day it happened
   * @param evidence the host's row that shows it
   * @param label the row's number as a clerk knows it; never null
   */
  record Dealing(long customerId, LocalDate day, HostReference evidence, String label) {}

  /**
   * A table that tells of dealings.
   *
   * @param name the table's name
   * @param availability whether this host has it, with the columns needed
   */
  record Source(String name, Availability availability) {}
}
