package com.chronotech.customer360.consents.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of {@code etc/com.chronotech.customer360.consents.cfg}. */
@ObjectClassDefinition(id = "com.chronotech.customer360.consents", name = "Customer 360: consents")
public @interface ConsentConfiguration {

  /** Under whose law consents are given: ISO 3166-1, or 3166-2. */
  @AttributeDefinition(description = "ISO 3166 code of the jurisdiction.")
  String jurisdiction() default "CA-QC";

  /** Of how many customers this node remembers how their consents stand. */
  @AttributeDefinition(min = "0", description = "Customers whose consents are remembered.")
  int cache_customers() default 200_000;

  /** Whether a purpose without any notice gets a plain first one when the server starts. */
  @AttributeDefinition(description = "Publish a first notice where a purpose has none.")
  boolean builtin_notices() default true;

  /** Whether a proxy of ours stands before the server, whose X-Forwarded-For can be believed. */
  @AttributeDefinition(description = "Believe X-Forwarded-For: a proxy of ours sets it.")
  boolean trust_forwarded_for() default false;
}
