package com.chronotech.customer360.platform.rest;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * Lets a client ask for errors as {@code application/problem+json} and nothing else: that is a wish
 * about failures, and must not turn what would succeed into 406.
 */
@PreMatching
@Component(service = ContainerRequestFilter.class, scope = ServiceScope.PROTOTYPE)
@JaxrsExtension
@JaxrsName("customer360.problem-json")
public final class ProblemJsonFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    if (ProblemBody.wantsRfc9457(accept)
        && !accept.contains(MediaType.APPLICATION_JSON)
        && !accept.contains(MediaType.WILDCARD)) {
      request
          .getHeaders()
          .putSingle(HttpHeaders.ACCEPT, accept + ", " + MediaType.APPLICATION_JSON + ";q=0.5");
    }
  }
}
