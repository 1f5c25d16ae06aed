package com.chronotech.customer360.consents.core.ledger.rest;

import com.chronotech.customer360.consents.LedgerService.Verification;
import com.chronotech.customer360.consents.core.ledger.LedgerEngine;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
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

/** The ledger as a whole. */
@Component(service = LedgerResource.class)
@JaxrsResource
@JaxrsName("customer360.ledger")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger", description = "Proof that the history of consents was not rewritten")
public final class LedgerResource {
  private final LedgerEngine engine;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public LedgerResource(@Reference LedgerEngine engine, @Reference Callers callers) {
    this.engine = engine;
    this.callers = callers;
  }

  /** Verifies, and answers when it is done. */
  @POST
  @Path("verify")
  @Operation(
      summary = "Verify everything, the root of a day, or one customer",
      description =
          "Answers 200 with sound true or false: a fault that was found is an answer, not an"
              + " error. Without a body everything is verified, which takes some seconds a million"
              + " entries.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject("{\"scope\":\"day\",\"day\":\"2026-11-24\"}")))
  public Response verify(@Parameter(hidden = true) InputStream body, @Context UriInfo uri) {
    Parameters.of(uri).check();
    VerifyRequest request = VerifyRequest.read(body);
    Caller caller = caller();
    Verification found =
        switch (request.scope()) {
          case VerifyRequest.DAY -> engine.verifyDay(caller, request.day());
          case VerifyRequest.CUSTOMER -> engine.verifyCustomer(caller, request.customerId());
          default -> engine.verifyAll(caller, read -> {});
        };
    return Answers.done(LedgerAnswers.one(found), null);
  }

  /** The newest verification that is kept. */
  @GET
  @Path("verification")
  @Operation(
      summary = "Read the newest verification that is kept",
      description = "Those of everything are kept, and those that found a fault. Null before.")
  public Response verification(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    return Answers.ok(headers, LedgerAnswers.one(engine.lastVerification(caller()).orElse(null)));
  }

  /** The roots. */
  @GET
  @Path("roots")
  @Operation(
      summary = "Read the signed roots, newest first",
      description = "A copy of them kept elsewhere is what makes a rewritten ledger provable.")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 10,000, 30 by default")
  public Response roots(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    int limit = parameters.integer("limit", 30, 1, 10_000);
    parameters.check();
    return Answers.ok(headers, LedgerAnswers.roots(engine.roots(caller(), limit)));
  }

  /** The client that the filter at the edge bound; a resource is never reached without one. */
  private Caller caller() {
    return callers
        .current()
        .orElseThrow(() -> new IllegalStateException("a request without a caller"));
  }
}
