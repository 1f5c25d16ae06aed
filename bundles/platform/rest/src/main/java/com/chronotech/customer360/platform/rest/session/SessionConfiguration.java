package com.chronotech.customer360.platform.rest.session;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What {@code etc/com.chronotech.customer360.security.cfg} says of cookies. */
@ObjectClassDefinition(
    name = "Customer 360: cookies of sessions",
    description = "How browsers keep a sign-in. Changes take effect at once.")
public @interface SessionConfiguration {

  /**
   * Whether cookies are marked as Secure: {@code always}, {@code never}, or {@code auto} for those
   * of requests that came over TLS.
   */
  @AttributeDefinition
  String session_cookie_secure() default "auto";

  /**
   * Whether a proxy before this server tells what the client asked for, in {@code
   * X-Forwarded-Proto}, {@code -Host} and {@code -For}. Only where it sets them itself.
   */
  @AttributeDefinition
  boolean session_trust_proxy() default false;
}
