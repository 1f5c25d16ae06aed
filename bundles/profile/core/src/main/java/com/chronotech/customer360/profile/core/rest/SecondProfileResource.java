package com.chronotech.customer360.profile.core.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The profile of a customer at the address of the brief's second phase. */
@Component(service = SecondProfileResource.class)
@JaxrsResource
@JaxrsName("customer360.profile.second")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/{id: [0-9]{1,18}}/profile")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "profile")
public final class SecondProfileResource {
  private final ProfileEdge edge;

  /** Creates the resource. */
  @Activate
  public SecondProfileResource(@Reference ProfileEdge edge) {
    this.edge = edge;
  }

  /** The profile. */
  @GET
  @Operation(summary = "Read a customer's profile", description = "As /customers/{id}/profile")
  @Parameter(name = "as_of", in = ParameterIn.QUERY)
  public Response read(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    return edge.read(id, uri, headers);
  }
}
