package com.chronotech.customer360.analytics.core.kept;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How figures are kept. */
@ObjectClassDefinition(
    id = "com.chronotech.customer360.analytics.kept",
    name = "Customer 360: figures that are kept")
public @interface KeptConfiguration {

  /** Whether this node works on them. */
  @AttributeDefinition(
      description =
          "Whether this node computes kept figures; of several nodes one works at a time.")
  boolean computes() default true;

  /** Seconds between two looks. */
  @AttributeDefinition(
      description = "Seconds between two looks at what was recorded or decided here.")
  int round_seconds() default 2;

  /** When everything is computed again. */
  @AttributeDefinition(
      description = "When everything is computed again each day, by the shop's clock, as 01:30.")
  String daily_at() default "01:30";

  /** Customers of one transaction at most. */
  @AttributeDefinition(
      description =
          "Customers of one transaction at most, 1 to 10000; fewer where they have many rows.")
  int chunk_customers() default 4000;

  /** Rows looked at in one transaction. */
  @AttributeDefinition(description = "Rows of the host looked at for changes in one transaction.")
  int watched_rows() default 5000;

  /** Minutes within which the host commits. */
  @AttributeDefinition(
      description = "Minutes within which a transaction of the host commits what it dated earlier.")
  int overlap_minutes() default 5;

  /** Seconds between two looks at the host's tables. */
  @AttributeDefinition(
      description =
          "Seconds between two looks at what the host changed by itself; each finds again what it"
              + " changed within the last minutes.")
  int watch_seconds() default 30;

  /** When the health check complains. */
  @AttributeDefinition(
      description = "Hours after which figures that were not computed again count as too old.")
  int old_hours() default 50;
}
