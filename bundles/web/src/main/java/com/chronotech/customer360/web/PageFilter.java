package com.chronotech.customer360.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Gives a browser that opens an address the page, and everybody else what the REST API answers
 * there: a page is for {@code GET} with {@code text/html} liked, and without {@code
 * X-Requested-With: XMLHttpRequest}.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterName("customer360.pages")
@HttpWhiteboardFilterPattern({"/customers", "/customers/*", "/customer360", "/customer360/*", "/"})
@HttpWhiteboardFilterAsyncSupported
public final class PageFilter implements Filter {
  private static final String SIGN_IN = "sign-in";

  /** The end of the names of the session's cookie, which begin with {@code __Host-} under TLS. */
  private static final String SESSION = "c360_session";

  private final Pages pages;

  /** Creates the filter. */
  @Activate
  public PageFilter(@Reference Pages pages) {
    this.pages = pages;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (isForPeople(asked)) {
      String path = asked.getRequestURI();
      String page = Pages.page(path);
      if (page != null && isStranger(asked) && !page.equals(SIGN_IN)) {
        String wished = asked.getQueryString() == null ? path : path + '?' + asked.getQueryString();
        ((HttpServletResponse) response)
            .sendRedirect(
                "/customer360/sign-in?to=" + URLEncoder.encode(wished, StandardCharsets.UTF_8));
        return;
      }
      if (page != null) {
        answer(page, asked, (HttpServletResponse) response);
        return;
      }
      if (path.equals("/") || path.equals("/customer360") || path.equals("/customer360/")) {
        ((HttpServletResponse) response).sendRedirect("/customers");
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private void answer(String page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = pages.document(page, language(request)).getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", pages.policy());
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    response.setHeader("Vary", "Accept, Accept-Language, Cookie, X-Requested-With");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /**
   * Whether nothing tells who asks; what there is may still be worth nothing, and the API says so.
   */
  private static boolean isStranger(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return request.getHeader("Authorization") == null
        && (cookies == null
            || Arrays.stream(cookies).noneMatch(cookie -> cookie.getName().endsWith(SESSION)));
  }

  private static boolean isForPeople(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
        && accept != null
        && accept.toLowerCase(Locale.ROOT).contains("text/html")
        && !"XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
  }

  private static String language(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Language");
    return accepted != null && accepted.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "fr";
  }

  @Override
  public void init(FilterConfig configuration) {}

  @Override
  public void destroy() {}
}
