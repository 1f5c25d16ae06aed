package com.chronotech.customer360.platform.rest.session;

import com.chronotech.customer360.platform.caller.Sessions;
import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a browser's cookie stand for the {@code Authorization} header, whoever answers. Nothing is
 * refused here, since addresses that ask for nobody, of ours and of other modules, are to answer as
 * without a cookie: where a request does not prove to come from our pages, it goes on with a header
 * that is refused by whoever demands a caller.
 */
@Component(service = Filter.class, property = "service.ranking:Integer=100")
@HttpWhiteboardFilterName("customer360.session")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class SessionFilter implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(SessionFilter.class);

  private final Sessions sessions;
  private final SessionEdge edge;

  /** Creates the filter. */
  @Activate
  public SessionFilter(@Reference Sessions sessions, @Reference SessionEdge edge) {
    this.sessions = sessions;
    this.edge = edge;
  }

  @Override
  public void init(FilterConfig configuration) {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    String token = asked.getHeader("Authorization") == null ? edge.token(asked) : null;
    if (token == null) {
      chain.doFilter(request, response);
      return;
    }
    HttpServletResponse answer = (HttpServletResponse) response;
    chain.doFilter(
        new SessionRequest(asked, token, () -> authorization(asked, answer, token)), response);
  }

  private String authorization(
      HttpServletRequest request, HttpServletResponse response, String token) {
    if (!stands(token)) {
      edge.forget(request, response);
      return null;
    }
    return SessionProof.isGiven(request, token, edge.host(request))
        ? Sessions.SCHEME + ' ' + token
        : Sessions.SCHEME;
  }

  private boolean stands(String token) {
    try {
      return sessions.find(token).isPresent();
    } catch (RuntimeException e) {
      // Whoever demands a caller will meet it again, and knows how to say so.
      LOG.debug("a session could not be looked up", e);
      return true;
    }
  }

  @Override
  public void destroy() {}
}
