package com.chronotech.customer360.consents.core.rest;

import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentService.Recorded;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.consents.core.ConsentEngine;
import com.chronotech.customer360.consents.core.ConsentSettings;
import com.chronotech.customer360.consents.core.Overview;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.platform.rest.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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

/** The consents of a customer, in the shape of version 1.5 of the brief. */
@Component(service = ConsentResource.class)
@JaxrsResource
@JaxrsName("customer360.consents")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("customers/{id: [0-9]{1,18}}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "consents", description = "What a customer agreed to")
public final class ConsentResource {
  private final ConsentEngine engine;
  private final Callers callers;
  private final IdempotentWrites writes;
  private final ConsentSettings settings;
  private final Clock clock;

  /** Creates the resource. */
  @Activate
  public ConsentResource(
      @Reference ConsentEngine engine,
      @Reference Callers callers,
      @Reference IdempotentWrites writes,
      @Reference ConsentSettings settings,
      @Reference Clock clock) {
    this.engine = engine;
    this.callers = callers;
    this.writes = writes;
    this.settings = settings;
    this.clock = clock;
  }

  /** How every purpose stands. */
  @GET
  @Operation(summary = "Read how every purpose stands, now or as of an instant")
  @Parameter(name = "as_of", in = ParameterIn.QUERY, description = "An instant, ISO-8601")
  @Parameter(
      name = "expiring_within",
      in = ParameterIn.QUERY,
      description = "Only what stands and ends within an ISO-8601 time, such as P30D")
  public Response statuses(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    Instant asOf = parameters.instant("as_of");
    Instant endsBy =
        Ask.after(parameters, "expiring_within", asOf == null ? clock.instant() : asOf);
    parameters.check();
    Overview overview = engine.overview(CurrentCaller.of(callers), id, asOf);
    return Answers.ok(
        headers,
        ConsentAnswers.statuses(overview, asOf, endsBy),
        overview.customer().privacyLevel());
  }

  /** Records a decision. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Record that the customer agrees or refuses",
      description =
          "What stands already is answered with 200 and \"unchanged\": true. With Idempotency-Key"
              + " a repeat gives the first answer, once done.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      "{\"consent_type\":\"marketing_email\",\"is_granted\":true,"
                          + "\"source\":\"web_form\",\"notice_version\":\"1.0\","
                          + "\"language\":\"fr-CA\",\"channel\":\"email\","
                          + "\"evidence\":{\"form\":\"newsletter-7\"}}")))
  public Response record(
      @PathParam("id") long id,
      @HeaderParam(IdempotentWrites.HEADER) String key,
      @Parameter(hidden = true) InputStream sent,
      @Context HttpServletRequest request,
      @Context UriInfo uri) {
    Parameters.of(uri).check();
    JsonBody body = JsonBody.read(sent, ConsentBody.MAX_BYTES);
    NewConsent consent = ConsentBody.read(id, body, address(request), clock.instant());
    return writes.once("POST", uri, key, body.bytes(), () -> recorded(consent));
  }

  /** Records a withdrawal: one call, no body needed. */
  @POST
  @Path("{type: [a-z_]{1,40}}/revoke")
  @Operation(
      summary = "Record that the customer withdraws a consent",
      description = "A body is not needed; it may hold source and reason.")
  public Response revoke(
      @PathParam("id") long id,
      @PathParam("type") String code,
      @HeaderParam(IdempotentWrites.HEADER) String key,
      @Parameter(hidden = true) InputStream sent,
      @Context HttpServletRequest request,
      @Context UriInfo uri) {
    Parameters.of(uri).check();
    JsonBody body = JsonBody.readOptional(sent, ConsentBody.MAX_BYTES);
    NewConsent consent =
        ConsentBody.revocation(id, type(code), body, address(request), clock.instant());
    return writes.once("POST", uri, key, body.bytes(), () -> recorded(consent));
  }

  private Response recorded(NewConsent consent) {
    Caller caller = CurrentCaller.of(callers);
    Recorded recorded = engine.record(caller, List.of(consent)).get(0);
    String level = engine.privacyLevel(caller, consent.customerId());
    Object answer = ConsentAnswers.recorded(recorded, level);
    return recorded.unchanged()
        ? Answers.done(answer, level)
        : Answers.created(
            URI.create("/customers/" + consent.customerId() + "/consents/history"), answer, level);
  }

  /** Every version. */
  @GET
  @Path("history")
  @Operation(summary = "Read every version of every purpose, newest first")
  public Response history(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    Caller caller = CurrentCaller.of(callers);
    String level = engine.privacyLevel(caller, id);
    return Answers.ok(
        headers, ConsentAnswers.history(id, level, engine.history(caller, id)), level);
  }

  /** Whether something is allowed. */
  @GET
  @Path("decide")
  @Operation(summary = "Ask whether something is allowed, and why")
  @Parameter(name = "type", in = ParameterIn.QUERY, required = true, description = "The purpose")
  @Parameter(name = "at", in = ParameterIn.QUERY, description = "An instant, ISO-8601")
  @Parameter(name = "channel", in = ParameterIn.QUERY, description = "email, sms, phone or post")
  @Parameter(
      name = "message_class",
      in = ParameterIn.QUERY,
      description = "commercial, transactional or consent_request: counts implied consent")
  public Response decide(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    ConsentQuestion question = Ask.question(id, Parameters.of(uri));
    Caller caller = CurrentCaller.of(callers);
    String level = engine.privacyLevel(caller, id);
    return Answers.done(
        ConsentAnswers.decided(engine.decide(caller, question), level, caller.locale()), level);
  }

  private static ConsentType type(String code) {
    return ConsentType.ofCode(code)
        .orElseThrow(() -> ConsentProblems.notFound("consents.unknown_type", code));
  }

  private String address(HttpServletRequest request) {
    return ClientAddress.of(request, settings.trustsForwardedFor());
  }
}
