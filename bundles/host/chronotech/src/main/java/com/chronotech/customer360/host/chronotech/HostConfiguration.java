package com.chronotech.customer360.host.chronotech;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Settings of {@code etc/com.chronotech.customer360.host.cfg}. Besides these, {@code
 * reference.url.<table>} gives the address of the host's screen for a row of a table, with {@code
 * {id}} for the row's id.
 */
@ObjectClassDefinition(
    id = "com.chronotech.customer360.host",
    name = "Customer 360: the ChronoTech host")
public @interface HostConfiguration {

  /** The zone of the host's wall-clock times, and of customers without one of their own. */
  @AttributeDefinition(description = "The time zone of the host's own times.")
  String zone() default "America/Montreal";

  /** The currency of the host's amounts, an ISO 4217 code. */
  @AttributeDefinition(description = "The currency of the host's amounts.")
  String currency() default "CAD";
}
