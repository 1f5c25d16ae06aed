package com.chronotech.customer360.profile.core.records.rest;

import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.profile.Address;
import com.chronotech.customer360.profile.core.records.RecordBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import javax.ws.rs.Consumes;
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

/** The addresses of a customer. */
@Component(service = AddressResource.class)
@JaxrsResource
@JaxrsName("customer360.addresses")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("customers/{id: [0-9]{1,18}}/addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "addresses", description = "Places to go or to write to")
public final class AddressResource extends RecordResource<Address> {

  /** Creates the resource. */
  @Activate
  public AddressResource(
      @Reference RecordBook book, @Reference Callers callers, @Reference IdempotentWrites writes) {
    super(new RecordEdge<>(book.addresses(), callers, writes, RecordJson::all));
  }

  /** Adds one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Add an address",
      description = "With Idempotency-Key a repeat gives the first answer, once done.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      "{\"label\":\"Entrepôt\",\"street\":\"12, rue du"
                          + " Port\",\"city\":\"Québec\",\"province\":\"QC\",\"postal_code\":\"G1K"
                          + " 3X2\",\"country\":\"Canada\","
                          + "\"delivery_window_start\":\"22:00\",\"delivery_window_end\":\"04:00\","
                          + "\"window_over_midnight\":true}")))
  public Response add(
      @PathParam("id") long id,
      @Parameter(hidden = true) InputStream body,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return edge().add(id, body, uri, headers);
  }
}
