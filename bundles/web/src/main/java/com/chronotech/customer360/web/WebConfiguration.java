package com.chronotech.customer360.web;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/com.chronotech.customer360.web.cfg}: what the pages show of an installation. */
@ObjectClassDefinition(
    name = "Customer 360: pages",
    description = "Maps and links of the pages. Changes show when a page is loaded anew.")
public @interface WebConfiguration {

  /** The zone in which times are shown where no customer's own is known. */
  @AttributeDefinition
  String zone() default "America/Toronto";

  /**
   * The address of map tiles, with {@code {z}}, {@code {x}} and {@code {y}}; empty shows addresses
   * on an empty ground and calls nobody.
   */
  @AttributeDefinition
  String map_tiles() default "";

  /** Whom the map's makers want named. */
  @AttributeDefinition
  String map_attribution() default "";

  /** The host's page for a new work order, with {@code {customer}} and {@code {vehicle}}. */
  @AttributeDefinition
  String link_work_order_new() default "";

  /** The host's page for a new appointment, with {@code {customer}} and {@code {vehicle}}. */
  @AttributeDefinition
  String link_appointment_new() default "";

  /** The host's page of a vehicle's history, with {@code {customer}} and {@code {vehicle}}. */
  @AttributeDefinition
  String link_vehicle_history() default "";

  /** The host's own page of a customer, with {@code {customer}}. */
  @AttributeDefinition
  String link_customer() default "";

  /** The host's page for a new customer. */
  @AttributeDefinition
  String link_customer_new() default "";
}
