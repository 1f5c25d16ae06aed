package com.chronotech.customer360.consents.core.ledger.rest;

import com.chronotech.customer360.consents.LedgerService.Verification;
import com.chronotech.customer360.consents.core.ledger.LedgerEngine;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostDirectory;
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

/** One customer's chain. */
@Component(service = CustomerLedgerResource.class)
@JaxrsResource
@JaxrsName("customer360.ledger.customer")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("customers/{id: [0-9]{1,18}}/consents/verify")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger", description = "Proof that the history of consents was not rewritten")
public final class CustomerLedgerResource {
  private final LedgerEngine engine;
  private final HostDirectory host;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public CustomerLedgerResource(
      @Reference LedgerEngine engine, @Reference HostDirectory host, @Reference Callers callers) {
    this.engine = engine;
    this.host = host;
    this.callers = callers;
  }

  /** Verifies the chain. */
  @GET
  @Operation(
      summary = "Verify a customer's chain of consents, against the roots that cover it",
      description = "Answers 200 with sound true or false, and the first broken entry.")
  public Response verify(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    Caller caller =
        callers
            .current()
            .orElseThrow(() -> new IllegalStateException("a request without a caller"));
    Verification found = engine.verifyCustomer(caller, id);
    String level = host.customer(id).map(HostCustomer::privacyLevel).orElse(null);
    return Answers.ok(headers, LedgerAnswers.ofCustomer(level, found), level);
  }
}
