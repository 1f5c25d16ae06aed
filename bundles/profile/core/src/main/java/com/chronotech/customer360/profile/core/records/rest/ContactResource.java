package com.chronotech.customer360.profile.core.records.rest;

import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.profile.Contact;
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

/** The contacts of a customer. */
@Component(service = ContactResource.class)
@JaxrsResource
@JaxrsName("customer360.contacts")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("customers/{id: [0-9]{1,18}}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts", description = "People to speak to")
public final class ContactResource extends RecordResource<Contact> {

  /** Creates the resource. */
  @Activate
  public ContactResource(
      @Reference RecordBook book, @Reference Callers callers, @Reference IdempotentWrites writes) {
    super(new RecordEdge<>(book.contacts(), callers, writes, RecordJson::all));
  }

  /** Adds one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Add a contact",
      description = "With Idempotency-Key a repeat gives the first answer, once done.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      "{\"name\":\"Zoé Tremblay\",\"role\":\"billing\",\"phone\":\"514 555-0199\","
                          + "\"email\":\"zoe@example.ca\",\"opt_in_email\":true,\"is_primary\":true}")))
  public Response add(
      @PathParam("id") long id,
      @Parameter(hidden = true) InputStream body,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return edge().add(id, body, uri, headers);
  }
}
