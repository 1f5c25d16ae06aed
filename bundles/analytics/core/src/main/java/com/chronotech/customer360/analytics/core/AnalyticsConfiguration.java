package com.chronotech.customer360.analytics.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of {@code etc/com.chronotech.customer360.analytics.cfg} that are about figures. */
@ObjectClassDefinition(
    id = "com.chronotech.customer360.analytics",
    name = "Customer 360: analytics")
public @interface AnalyticsConfiguration {

  /** When the shop is open, for times to resolve in working hours. */
  @AttributeDefinition(
      description = "Such as: mon-fri 08:00-12:00; mon-fri 13:00-17:00; sat 09:00-12:00")
  String opening_hours() default "mon-fri 08:00-17:00";

  /** How many days between two services of a vehicle are on time. */
  @AttributeDefinition(min = "1", description = "Days from one service of a vehicle to the next.")
  int service_days() default 182;

  /** How many days more are let pass. */
  @AttributeDefinition(min = "0", description = "Days of grace before a service is late.")
  int service_grace_days() default 30;
}
