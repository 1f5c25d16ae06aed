package com.chronotech.customer360.consents.core.ledger;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** When roots are made, in {@code etc/com.chronotech.customer360.consents.cfg}. */
@ObjectClassDefinition(name = "Customer 360: roots of the ledger")
public @interface LedgerConfiguration {

  /** Whether this node makes roots by itself. */
  @AttributeDefinition(description = "Make the root of each day after its end, in UTC.")
  boolean anchor_daily() default true;

  /** How long after midnight, in UTC, the root of the day before is made. */
  @AttributeDefinition(min = "0", max = "1380", description = "Minutes after midnight, in UTC.")
  int anchor_minutes() default 10;

  /** Whether the node that made a root verifies everything then. */
  @AttributeDefinition(description = "Verify everything after each root that this node made.")
  boolean verify_daily() default true;
}
