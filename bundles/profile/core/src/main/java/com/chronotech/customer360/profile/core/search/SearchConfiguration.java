package com.chronotech.customer360.profile.core.search;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of {@code etc/com.chronotech.customer360.search.cfg}. */
@ObjectClassDefinition(
    id = "com.chronotech.customer360.search",
    name = "Customer 360: index of customers")
public @interface SearchConfiguration {

  /** Whether this node reads the host into the index. */
  @AttributeDefinition(description = "Whether this node reads the host into the index.")
  boolean reads() default true;

  /** Customers read and written in one transaction. */
  @AttributeDefinition(min = "1", max = "5000", description = "Customers a transaction.")
  int chunk_customers() default 2000;

  /** Seconds between two looks at what the host changed. */
  @AttributeDefinition(
      description =
          "Seconds between two looks at what the host changed; longer where a look takes long, so"
              + " that looking takes at most a twentieth of the time.")
  int round_seconds() default 10;

  /** Minutes that a transaction of the host may take. */
  @AttributeDefinition(
      description = "Changes dated so many minutes before the last look are read again.")
  int overlap_minutes() default 5;

  /** Hours between two passes over everything; 0 for never. */
  @AttributeDefinition(
      description =
          "Hours between two passes over everything, which find what the host changed without"
              + " dating it, such as vehicles, and customers it deleted; 0 for never.")
  int again_hours() default 24;
}
