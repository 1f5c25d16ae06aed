package com.chronotech.customer360.platform.caller;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells who stands behind the credentials of an HTTP request: HTTP Basic against the container's
 * JAAS realm, a signed JWT, or the token of a session. Published by the platform; used by the REST
 * filter and by servlets that stand outside JAX-RS. Thread-safe. A positive answer may be
 * remembered for up to a minute, that about a session for five seconds.
 *
 * <p>{@code Session <token>} is a session of {@link Sessions}. {@code Session} without a token
 * stands for a browser's request with a session that did not prove to come from one of our pages:
 * the platform's filter hands it on so, and only whoever demands a caller refuses it.
 */
@ProviderType
public interface Authenticator {

  /**
   * Authenticates the value of an {@code Authorization} header.
   *
   * @param authorization the header's value, or null when there is none
   * @param acceptLanguage the value of {@code Accept-Language}, or null
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code TOO_MANY}
   *     when the name was tried in vain too often of late; of kind {@code FORBIDDEN} ({@code
   *     session.csrf}) for {@code Session} without a token; of kind {@code UNAVAILABLE} for a
   *     session while the database is away
   * @return the caller; empty when the credentials are missing or wrong, without saying which
   */
  Optional<Caller> authenticate(String authorization, String acceptLanguage);
}
