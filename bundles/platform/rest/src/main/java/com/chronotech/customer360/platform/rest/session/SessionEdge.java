package com.chronotech.customer360.platform.rest.session;

import com.chronotech.customer360.platform.rest.PublicExchange;
import java.util.Locale;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a browser asked for, through whatever stands before this server, and the cookie that it
 * keeps. A cookie over TLS has a name of its own that browsers take from nobody but this very host
 * ({@code __Host-}, RFC 6265bis); only the one that fits the request is looked at.
 */
@Component(service = SessionEdge.class, configurationPid = "com.chronotech.customer360.security")
@Designate(ocd = SessionConfiguration.class)
public final class SessionEdge {
  static final String PLAIN = "c360_session";
  static final String SECURE = "__Host-" + PLAIN;

  private static final Logger LOG = LoggerFactory.getLogger(SessionEdge.class);
  private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax";

  private volatile Settings settings;

  private enum Marking {
    AUTO,
    ALWAYS,
    NEVER
  }

  private record Settings(Marking marking, boolean trustProxy) {}

  /** Creates the edge. */
  @Activate
  public SessionEdge(SessionConfiguration configuration) {
    modified(configuration);
  }

  /** Puts a changed configuration in force. */
  @Modified
  void modified(SessionConfiguration configuration) {
    settings =
        new Settings(
            marking(configuration.session_cookie_secure()), configuration.session_trust_proxy());
  }

  private static Marking marking(String configured) {
    try {
      return Marking.valueOf(configured.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      LOG.error("session.cookie.secure is auto, always or never, not {}: auto", configured);
      return Marking.AUTO;
    }
  }

  /** The token that a browser sent; null for none. */
  String token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      String name = isSecure(request) ? SECURE : PLAIN;
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  /** Has the browser keep a token until it is closed. */
  void keep(String token, HttpServletRequest request, HttpServletResponse response) {
    cookie(token + ATTRIBUTES, request, response);
  }

  /** Has the browser forget its token. */
  void forget(HttpServletRequest request, HttpServletResponse response) {
    cookie(ATTRIBUTES + "; Max-Age=0", request, response);
  }

  private void cookie(String value, HttpServletRequest request, HttpServletResponse response) {
    boolean secure = isSecure(request);
    response.addHeader(
        "Set-Cookie", (secure ? SECURE : PLAIN) + '=' + value + (secure ? "; Secure" : ""));
  }

  /** The host, and the port where it is not the usual one, that the client asked; null for none. */
  String host(HttpServletRequest request) {
    String forwarded = forwarded(request, "X-Forwarded-Host");
    return forwarded == null ? request.getHeader("Host") : forwarded;
  }

  /** Where the request came from. */
  String address(HttpServletRequest request) {
    return PublicExchange.address(request, settings.trustProxy());
  }

  private boolean isSecure(HttpServletRequest request) {
    return switch (settings.marking()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          request.isSecure() || "https".equalsIgnoreCase(forwarded(request, "X-Forwarded-Proto"));
    };
  }

  /** The last is what our own proxy says; those before it are what the client says. */
  private String forwarded(HttpServletRequest request, String header) {
    String value = settings.trustProxy() ? request.getHeader(header) : null;
    return value == null ? null : value.substring(value.lastIndexOf(',') + 1).strip();
  }
}
