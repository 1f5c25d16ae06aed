package com.chronotech.customer360.platform.core.event;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/com.chronotech.customer360.outbox.cfg}: how events leave. */
@ObjectClassDefinition(name = "Customer 360: outbox", description = "How events leave.")
public @interface OutboxConfiguration {

  /** How often another node's events are looked for; this node's own are sent at once. */
  @AttributeDefinition
  int poll_millis() default 200;

  /** For how many days events can be resumed from. */
  @AttributeDefinition
  int retention_days() default 7;

  /**
   * The name under which this node remembers how far it got; must differ from every other node's.
   * Empty makes one of the host's name and the place of the installation.
   */
  @AttributeDefinition
  String node() default "";
}
