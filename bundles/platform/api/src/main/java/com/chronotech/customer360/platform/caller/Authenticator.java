package com.chronotech.customer360.platform.caller;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells who stands behind the credentials of an HTTP request: HTTP Basic against the container's
 * JAAS realm, or a signed JWT. Published by the platform; used by the REST filter and by servlets
 * that stand outside JAX-RS. Thread-safe. A positive answer may be remembered for up to a minute.
 */
@ProviderType
public interface Authenticator {

  /**
   * Authenticates the value of an {@code Authorization} header.
   *
   * @param authorization the header's value, or null when there is none
   * @param acceptLanguage the value of {@code Accept-Language}, or null
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code TOO_MANY}
   *     when the name was tried in vain too often of late
   * @return the caller; empty when the credentials are missing or wrong, without saying which
   */
  Optional<Caller> authenticate(String authorization, String acceptLanguage);
}
