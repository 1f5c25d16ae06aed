package com.chronotech.customer360.host;

import java.time.ZoneId;

/**
 * What the timeline needs of a customer.
 *
 * @param id the host's id
 * @param name the display name; may be empty, never null
 * @param zone the customer's time zone; the shop's when the customer has none or an unknown one
 */
public record HostCustomer(long id, String name, ZoneId zone) {}
