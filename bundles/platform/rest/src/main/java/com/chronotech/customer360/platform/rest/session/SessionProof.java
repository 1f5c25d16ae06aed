package com.chronotech.customer360.platform.rest.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/**
 * Tells the requests of our own pages from those that a page of somebody else had the browser send:
 * the cookie goes along with both.
 */
final class SessionProof {
  static final String HEADER = "X-CSRF-Token";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private SessionProof() {}

  /** What our pages send along; it follows from the token, which does not follow from it. */
  static String of(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("csrf:" + token).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Whether a request may go on with the session.
   *
   * @param host what the client asked, as {@code Host} has it; null for unknown
   */
  static boolean isGiven(HttpServletRequest request, String token, String host) {
    if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      return isOfHost(request.getHeader("Origin"), host);
    }
    return SAFE.contains(request.getMethod()) || isEqual(request.getHeader(HEADER), of(token));
  }

  private static boolean isEqual(String sent, String expected) {
    return sent != null
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  /** Browsers leave out the usual port from both. */
  private static boolean isOfHost(String origin, String host) {
    try {
      return origin != null
          && host != null
          && host.equalsIgnoreCase(new URI(origin).getRawAuthority());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
