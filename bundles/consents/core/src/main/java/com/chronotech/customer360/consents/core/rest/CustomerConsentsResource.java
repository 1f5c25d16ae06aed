package com.chronotech.customer360.consents.core.rest;

import com.chronotech.customer360.consents.core.ConsentEngine;
import com.chronotech.customer360.consents.core.Overview;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
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

/** The consents of a customer, in the shape of the brief's second family of addresses. */
@Component(service = CustomerConsentsResource.class)
@JaxrsResource
@JaxrsName("customer360.customer-consents")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/{id: [0-9]{1,18}}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "consents")
public final class CustomerConsentsResource {
  private final ConsentEngine engine;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public CustomerConsentsResource(@Reference ConsentEngine engine, @Reference Callers callers) {
    this.engine = engine;
    this.callers = callers;
  }

  /** How every purpose stands, and what is wrong with it. */
  @GET
  @Operation(summary = "Read how every purpose stands, with what needs attention under the law")
  public Response statuses(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    Caller caller = CurrentCaller.of(callers);
    Overview overview = engine.overview(caller, id, null);
    return Answers.ok(
        headers,
        ConsentAnswers.withGdprStatus(overview, caller.locale()),
        overview.customer().privacyLevel());
  }
}
