package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.caller.Authenticator;
import com.chronotech.customer360.platform.problem.ProblemException;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * Answers the framework's own refusals (404, 405, 406, 415 …) in the contract's shape. They come
 * before any filter, so that this is also the place where a stranger gets 401 instead of learning
 * which addresses exist.
 */
@Component(service = ExceptionMapper.class, scope = ServiceScope.PROTOTYPE)
@JaxrsExtension
@JaxrsName("customer360.statuses")
public final class StatusMapper implements ExceptionMapper<WebApplicationException> {
  private final Authenticator authenticator;

  @Context private HttpHeaders headers;
  @Context private UriInfo uri;
  @Context private ResourceInfo resource;

  /** Creates the mapper. */
  @Activate
  public StatusMapper(@Reference Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public Response toResponse(WebApplicationException thrown) {
    Response own = thrown.getResponse();
    int status = own.getStatus();
    if (status < 400 || own.hasEntity() || !OwnResources.concerns(resource, uri)) {
      return own;
    }
    try {
      if (isStranger()) {
        return Problems.answer(Problem.unauthenticated(), null, headers::getHeaderString);
      }
    } catch (ProblemException e) {
      return Problems.answer(Problem.of(e), e, headers::getHeaderString);
    }
    Problem problem = status == 500 ? Problem.of(thrown) : Problem.ofStatus(status);
    Response answer = Problems.answer(problem, thrown, headers::getHeaderString);
    String allow = own.getHeaderString(HttpHeaders.ALLOW);
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }

  private boolean isStranger() {
    return authenticator
        .authenticate(headers.getHeaderString(HttpHeaders.AUTHORIZATION), null)
        .isEmpty();
  }
}
