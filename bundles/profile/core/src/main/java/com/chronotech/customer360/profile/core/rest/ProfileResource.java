package com.chronotech.customer360.profile.core.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
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

/** The profile of a customer, and its history. */
@Component(service = ProfileResource.class)
@JaxrsResource
@JaxrsName("customer360.profile")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("customers/{id: [0-9]{1,18}}/profile")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "profile", description = "Who the customer is")
public final class ProfileResource {
  private final ProfileEdge edge;

  /** Creates the resource. */
  @Activate
  public ProfileResource(@Reference ProfileEdge edge) {
    this.edge = edge;
  }

  /** The profile. */
  @GET
  @Operation(
      summary = "Read a customer's profile",
      description = "The host's columns, the six fields of the brief, segments with why, totals.")
  @Parameter(
      name = "as_of",
      in = ParameterIn.QUERY,
      description = "The six fields as of an instant",
      example = "2026-11-22T13:45:00Z")
  public Response read(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    return edge.read(id, uri, headers);
  }

  /** Changes some of the fields. */
  @PATCH
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      summary = "Change some fields of a profile",
      description =
          "A merge patch: a field not sent stays, null clears, one wrong value refuses all."
              + " If-Match and Idempotency-Key are honoured.")
  @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Why, at most 500 characters")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      "{\"language_code\":\"en-CA\",\"timezone\":\"America/Toronto\","
                          + "\"segments\":[\"VIP\",\"Entreprise\"],"
                          + "\"privacy_level\":\"confidentiel\","
                          + "\"preferred_contact_channel\":\"email\",\"tax_exempt\":true}")))
  public Response change(
      @PathParam("id") long id,
      @Parameter(hidden = true) InputStream body,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return edge.change(id, body, uri, headers);
  }

  /** What was changed. */
  @GET
  @Path("changes")
  @Operation(summary = "Read what was changed in a profile, newest first")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Of an earlier answer")
  @Parameter(name = "per_page", in = ParameterIn.QUERY, description = "1 to 100, 20 by default")
  public Response history(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    return edge.history(id, uri, headers);
  }

  /** Takes a set of changes back. */
  @POST
  @Path("changes/{set: [0-9a-f-]{36}}/revert")
  @Operation(
      summary = "Give the fields of one set of changes the values they had before",
      description = "409 with the fields' names where one was changed later.")
  @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Why, at most 500 characters")
  public Response revert(
      @PathParam("id") long id,
      @PathParam("set") String set,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return edge.revert(id, set, uri, headers);
  }
}
