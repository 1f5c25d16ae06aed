package com.chronotech.customer360.platform.core.caller;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * {@code etc/com.chronotech.customer360.permissions.cfg}: what each of the host's roles may do. A
 * role of the host that is not named here can be added; {@code *} grants everything, {@code
 * timeline.*} everything of the timeline.
 */
@ObjectClassDefinition(
    name = "Customer 360: permissions",
    description = "Permissions by role, separated by commas. Changes take effect at once.")
public @interface PermissionsConfiguration {

  /** Administrators. */
  @AttributeDefinition
  String admin() default "*";

  /** Managers. */
  @AttributeDefinition
  String manager() default
      "timeline.read, timeline.write, timeline.export, backfill.run, adoption.read, roles.read,"
          + " health.read, metrics.read, api.read";

  /** Supervisors. */
  @AttributeDefinition
  String supervisor() default
      "timeline.read, timeline.write, timeline.export, health.read, api.read";

  /** Sales. */
  @AttributeDefinition
  String commercial() default "timeline.read, timeline.write, timeline.export, api.read";

  /** Technicians. */
  @AttributeDefinition
  String technician() default "timeline.read, timeline.write, api.read";

  /** Office staff. */
  @AttributeDefinition
  String staff() default "timeline.read, timeline.write, api.read";

  /** Guests: nothing. */
  @AttributeDefinition
  String guest() default "";

  /** Modules of the server itself and clients with a service's token. */
  @AttributeDefinition
  String service() default "timeline.read, timeline.write, health.read, metrics.read, api.read";
}
