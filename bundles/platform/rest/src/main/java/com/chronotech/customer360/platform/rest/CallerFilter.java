package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.caller.Authenticator;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.util.Optional;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.slf4j.MDC;

/**
 * The one door of our resources: finds out who is asking, or answers 401; binds the caller to the
 * thread until the answer is ready, and gives the request its trace id.
 *
 * <p>The binding ends when the response filters run. What goes on afterwards (a {@code
 * StreamingOutput}, another thread) takes the {@link Caller} with it and enters it again, or its
 * calls would be the bundle's own. For server-sent events the filters run even before the
 * resource's method, which finds its caller by {@link #callerOf}.
 */
@Component(
    service = {ContainerRequestFilter.class, ContainerResponseFilter.class},
    scope = ServiceScope.PROTOTYPE)
@JaxrsExtension
@JaxrsName(CallerFilter.NAME)
@Priority(Priorities.AUTHENTICATION)
public final class CallerFilter implements ContainerRequestFilter, ContainerResponseFilter {
  /** The name of this extension; every resource selects it. */
  public static final String NAME = "customer360.caller";

  private static final String SCOPE = "customer360.caller.scope";

  private final Callers callers;
  private final Authenticator authenticator;

  @Context private ResourceInfo resource;

  /** Creates the filter over the platform's services. */
  @Activate
  public CallerFilter(@Reference Callers callers, @Reference Authenticator authenticator) {
    this.callers = callers;
    this.authenticator = authenticator;
  }

  /**
   * The caller of a request, from the {@code SecurityContext} that JAX-RS hands to a resource: for
   * methods that run after the response filters. A method with an {@code SseEventSink} is one,
   * since its answer begins before it.
   *
   * @throws IllegalStateException when the request did not come through this filter
   */
  public static Caller callerOf(SecurityContext security) {
    if (security.getUserPrincipal() instanceof CallerContext.User user) {
      return user.caller();
    }
    throw new IllegalStateException("a request that did not come through " + NAME);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!OwnResources.includes(resource)) {
      return;
    }
    MDC.put(
        TraceIds.MDC_KEY,
        TraceIds.choose(
            request.getHeaderString("traceparent"), request.getHeaderString(TraceIds.HEADER)));
    Optional<Caller> caller;
    try {
      caller =
          authenticator.authenticate(
              request.getHeaderString(HttpHeaders.AUTHORIZATION),
              request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    } catch (ProblemException e) {
      request.abortWith(Problems.answer(Problem.of(e), e, request::getHeaderString));
      return;
    }
    if (caller.isEmpty()) {
      request.abortWith(Problems.answer(Problem.unauthenticated(), null, request::getHeaderString));
      return;
    }
    request.setSecurityContext(
        new CallerContext(caller.get(), request.getSecurityContext().isSecure()));
    request.setProperty(SCOPE, callers.enter(caller.get()));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(SCOPE) instanceof Callers.Scope scope) {
      request.removeProperty(SCOPE);
      scope.close();
    }
    String traceId = MDC.get(TraceIds.MDC_KEY);
    if (traceId != null) {
      response.getHeaders().putSingle(TraceIds.HEADER, traceId);
      MDC.remove(TraceIds.MDC_KEY);
    }
  }
}
