package com.chronotech.customer360.platform.rest.operations;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/com.chronotech.customer360.operations.cfg}. */
@ObjectClassDefinition(
    name = "Customer 360: operations",
    description = "Who may see health and metrics.")
public @interface OperationsConfiguration {

  /**
   * Whether {@code /health} and {@code /metrics} answer without credentials, for a balancer or a
   * Prometheus that has none. Only where the addresses are not reachable from outside.
   */
  @AttributeDefinition
  boolean anonymous() default false;
}
