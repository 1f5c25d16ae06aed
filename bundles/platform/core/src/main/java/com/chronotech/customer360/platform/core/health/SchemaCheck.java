package com.chronotech.customer360.platform.core.health;

import com.chronotech.customer360.platform.health.HealthCheck;
import com.chronotech.customer360.platform.schema.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether the database holds the schema that this version needs. */
@Component(service = HealthCheck.class)
public final class SchemaCheck implements HealthCheck {
  private volatile SchemaReady schema;

  /** Creates the check, without a schema yet. */
  @Activate
  public SchemaCheck() {}

  /** Notes that the schema stands. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindSchema(SchemaReady ready) {
    schema = ready;
  }

  /** Notes that it does no longer. */
  void unbindSchema(SchemaReady gone) {
    if (schema == gone) {
      schema = null;
    }
  }

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public Result check() {
    SchemaReady ready = schema;
    return ready == null
        ? new Result(false, "the schema is not there yet; see the log or customer360:adopt")
        : new Result(true, "stands at " + ready.version());
  }
}
