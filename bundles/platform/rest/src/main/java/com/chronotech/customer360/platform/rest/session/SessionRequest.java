package com.chronotech.customer360.platform.rest.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/**
 * A request that carries its session as {@code Authorization}. The session is looked up when
 * somebody asks who is there: pictures and style sheets cost nothing. For one thread at a time.
 */
final class SessionRequest extends HttpServletRequestWrapper {
  private static final String AUTHORIZATION = "Authorization";
  private static final String TOKEN = SessionRequest.class.getName();

  private final Supplier<String> lookUp;
  private boolean lookedUp;
  private String authorization;

  /**
   * Wraps a request.
   *
   * @param token as the cookie has it
   * @param lookUp answers the header's value, or null for none; asked once at most
   */
  SessionRequest(HttpServletRequest request, String token, Supplier<String> lookUp) {
    super(request);
    this.lookUp = lookUp;
    request.setAttribute(TOKEN, token);
  }

  /** The token of the cookie that a request came with; null for none. */
  static String token(HttpServletRequest request) {
    return (String) request.getAttribute(TOKEN);
  }

  private String authorization() {
    if (!lookedUp) {
      authorization = lookUp.get();
      lookedUp = true;
    }
    return authorization;
  }

  @Override
  public String getHeader(String name) {
    return AUTHORIZATION.equalsIgnoreCase(name) ? authorization() : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    if (!AUTHORIZATION.equalsIgnoreCase(name)) {
      return super.getHeaders(name);
    }
    String value = authorization();
    return Collections.enumeration(value == null ? List.of() : List.of(value));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    List<String> names = new ArrayList<>(Collections.list(super.getHeaderNames()));
    if (authorization() != null) {
      names.add(AUTHORIZATION);
    }
    return Collections.enumeration(names);
  }
}
