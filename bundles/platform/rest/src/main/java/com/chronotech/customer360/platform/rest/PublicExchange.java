package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.caller.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A request of somebody who is not signed in, and the page that answers it. */
public final class PublicExchange {

  private PublicExchange() {}

  /** The language asked for by {@code ?lang=}, else by the browser. */
  public static Locale locale(HttpServletRequest request) {
    String query = request.getQueryString();
    if ("lang=en".equals(query)) {
      return Locale.CANADA;
    }
    return "lang=fr".equals(query)
        ? Locale.CANADA_FRENCH
        : Caller.localeFor(request.getHeader("Accept-Language"));
  }

  /**
   * Where a request came from.
   *
   * @param trustProxy whether a proxy of ours says so
   */
  public static String address(HttpServletRequest request, boolean trustProxy) {
    String forwarded = request.getHeader("X-Forwarded-For");
    if (trustProxy && forwarded != null) {
      // The last is what our own proxy saw; those before it are what the client says.
      return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
    return request.getRemoteAddr();
  }

  /** What follows the servlet's own path; empty for nothing. */
  public static String token(HttpServletRequest request) {
    return request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
  }

  /** Answers with a page that nobody keeps, frames or finds by a search. */
  public static void write(HttpServletResponse response, int status, String html, String policy)
      throws IOException {
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Vary", "Accept-Language");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
