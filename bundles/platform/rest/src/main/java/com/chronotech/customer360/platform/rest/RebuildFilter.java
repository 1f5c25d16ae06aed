package com.chronotech.customer360.platform.rest;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Answers 503 for the instant in which the JAX-RS application is rebuilt, since a resource came or
 * went: CXF then fails before any of our mappers can speak, for want of the endpoint it just
 * closed. Failures of another kind go on as they are.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterName("customer360.rebuild")
@HttpWhiteboardFilterPattern({"/customers/*", "/api/customer360/*", "/api/customers/*"})
@HttpWhiteboardFilterAsyncSupported
public final class RebuildFilter implements Filter {

  @Override
  public void init(FilterConfig configuration) {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (NullPointerException | IllegalStateException e) {
      if (response.isCommitted() || !inTransport(e)) {
        throw e;
      }
      response.resetBuffer();
      ServletProblems.unavailable((HttpServletRequest) request, (HttpServletResponse) response);
    }
  }

  /** Whether it was thrown by CXF's own door, where nothing of a resource runs. */
  static boolean inTransport(RuntimeException thrown) {
    StackTraceElement[] stack = thrown.getStackTrace();
    return stack.length > 0 && stack[0].getClassName().startsWith("org.apache.cxf.transport.");
  }

  @Override
  public void destroy() {}
}
