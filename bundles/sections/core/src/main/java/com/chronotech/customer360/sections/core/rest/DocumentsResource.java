package com.chronotech.customer360.sections.core.rest;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.sections.core.Loaded;
import com.chronotech.customer360.sections.core.SectionEngine;
import io.swagger.v3.oas.annotations.Operation;
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

/** The documents of a customer: what a domain of documents publishes as its section. */
@Component(service = DocumentsResource.class)
@JaxrsResource
@JaxrsName("customer360.documents")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/{id: [0-9]{1,18}}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "documents", description = "Documents of a customer")
public final class DocumentsResource {
  private final SectionEngine engine;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public DocumentsResource(@Reference SectionEngine engine, @Reference Callers callers) {
    this.engine = engine;
    this.callers = callers;
  }

  /** The list of them. */
  @GET
  @Operation(
      summary = "Read a customer's documents",
      description =
          "available is false with the reason, and documents null, where no domain of documents is"
              + " installed.")
  public Response documents(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    Caller caller = SectionResource.caller(callers);
    Loaded loaded = engine.load(caller, id, "documents");
    return Answers.ok(
        headers,
        SectionAnswers.values(loaded, caller.locale(), "documents"),
        loaded.data().privacyLevel());
  }
}
