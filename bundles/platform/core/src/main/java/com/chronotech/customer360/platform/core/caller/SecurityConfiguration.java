package com.chronotech.customer360.platform.core.caller;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/com.chronotech.customer360.security.cfg}: who is believed. */
@ObjectClassDefinition(
    name = "Customer 360: security",
    description = "How callers prove who they are. Changes take effect at once.")
public @interface SecurityConfiguration {

  /** The JAAS realm for HTTP Basic. */
  @AttributeDefinition
  String jaas_realm() default "karaf";

  /** The shared secret of HS256 tokens, 32 bytes or more of UTF-8; empty refuses such tokens. */
  @AttributeDefinition
  String jwt_key() default "";

  /** The PEM public key of RS256 or EdDSA tokens; empty refuses such tokens. */
  @AttributeDefinition
  String jwt_public_key() default "";

  /** The only issuer to be believed; empty believes any that holds the key. */
  @AttributeDefinition
  String jwt_issuer() default "";

  /** The audience that tokens must name; empty asks for none. */
  @AttributeDefinition
  String jwt_audience() default "";

  /** By how many seconds clocks may differ. */
  @AttributeDefinition
  int jwt_clock_skew_seconds() default 30;

  /** For how many seconds a positive answer is remembered, 0 to 60. */
  @AttributeDefinition
  int cache_seconds() default 60;

  /** After how many minutes a session ends that is not used, 1 to 10080. */
  @AttributeDefinition
  int session_idle_minutes() default 30;

  /** After how many hours a session ends whatever happens, 1 to 720. */
  @AttributeDefinition
  int session_absolute_hours() default 10;
}
