package com.chronotech.customer360.platform.rest;

import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** Answers everything that our resources throw in the contract's shape. */
@Component(service = ExceptionMapper.class, scope = ServiceScope.PROTOTYPE)
@JaxrsExtension
@JaxrsName(ProblemMapper.NAME)
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  /** The name of this extension. */
  public static final String NAME = "customer360.problems";

  @Context private HttpHeaders headers;
  @Context private UriInfo uri;
  @Context private ResourceInfo resource;

  @Override
  public Response toResponse(Throwable thrown) {
    if (!OwnResources.concerns(resource, uri)) {
      // Another module's resource: the container's own answer, as if we were not here.
      return null;
    }
    return Problems.answer(Problem.of(thrown), thrown, headers::getHeaderString);
  }
}
