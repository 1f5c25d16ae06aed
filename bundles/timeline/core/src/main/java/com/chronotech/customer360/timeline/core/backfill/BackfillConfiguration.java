package com.chronotech.customer360.timeline.core.backfill;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of {@code etc/com.chronotech.customer360.backfill.cfg}. */
@ObjectClassDefinition(
    id = "com.chronotech.customer360.backfill",
    name = "Customer 360: back-fill of the timeline")
public @interface BackfillConfiguration {

  /** Rows of the host read and written in one transaction. */
  @AttributeDefinition(min = "1", max = "10000", description = "Rows of the host a transaction.")
  int chunk_rows() default 5000;

  /** Ids before the last one read that the next run reads again. */
  @AttributeDefinition(
      description =
          "So many ids before the last one read are read again by the next run, since a slow"
              + " transaction of the host may commit a smaller id later.")
  int overlap_ids() default 1000;

  /** Whether a run begins when the server starts. */
  @AttributeDefinition(description = "Begin when the server starts.")
  boolean at_start() default false;
}
