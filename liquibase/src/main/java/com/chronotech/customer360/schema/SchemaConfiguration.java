package com.chronotech.customer360.schema;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Settings of {@code etc/com.chronotech.customer360.schema.cfg}; the zone comes from {@code
 * etc/com.chronotech.customer360.host.cfg}.
 */
@ObjectClassDefinition(
    id = "com.chronotech.customer360.schema",
    name = "Customer 360: schema and adoption")
public @interface SchemaConfiguration {

  /** Whether the data of a host are adopted at start; the structure always is. */
  @AttributeDefinition(description = "Adopt the host's rows when the server starts.")
  boolean adopt_at_start() default true;

  /** Tables of more rows are not copied without an administrator's word. */
  @AttributeDefinition(
      description = "Tables of more rows than this are copied by customer360:adopt --allow-copy.")
  long copy_limit_rows() default 200_000;

  /** The language of the report's details, as an IETF tag. */
  @AttributeDefinition(description = "The language of the adoption report.")
  String language() default "fr-CA";

  /** The zone of the host's wall-clock times. */
  @AttributeDefinition(description = "The time zone of the host's own times.")
  String zone() default "America/Montreal";
}
