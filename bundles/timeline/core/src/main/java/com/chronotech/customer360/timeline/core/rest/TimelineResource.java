package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.TimelinePage;
import com.chronotech.customer360.timeline.TimelineService.Recorded;
import com.chronotech.customer360.timeline.core.Asking;
import com.chronotech.customer360.timeline.core.FoundActivity;
import com.chronotech.customer360.timeline.core.TimelineEngine;
import com.chronotech.customer360.timeline.core.model.TimelineProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.NotFoundException;
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

/** The timeline of a customer, in the shape of version 1.5 of the brief. */
@Component(service = TimelineResource.class)
@JaxrsResource
@JaxrsName("customer360.timeline")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("customers/{id: [0-9]{1,18}}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timeline", description = "What happened to a customer")
public final class TimelineResource {
  private final TimelineEngine engine;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public TimelineResource(@Reference TimelineEngine engine, @Reference Callers callers) {
    this.engine = engine;
    this.callers = callers;
  }

  /** A page of the timeline. */
  @GET
  @Operation(
      summary = "Read a page of a customer's timeline, newest first",
      description =
          "With cursor the cost does not grow with depth. Dates are whole days in the"
              + " customer's time zone.")
  @Parameter(name = "page", in = ParameterIn.QUERY, description = "From 1; not with cursor")
  @Parameter(name = "per_page", in = ParameterIn.QUERY, description = "1 to 100, 20 by default")
  @Parameter(name = "type", in = ParameterIn.QUERY, description = "Repeatable")
  @Parameter(name = "actor_type", in = ParameterIn.QUERY, description = "Repeatable")
  @Parameter(name = "date_from", in = ParameterIn.QUERY, example = "2026-01-01")
  @Parameter(name = "date_to", in = ParameterIn.QUERY, example = "2026-12-31")
  @Parameter(name = "q", in = ParameterIn.QUERY, description = "Words in title or description")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Of an earlier answer")
  @Parameter(
      name = "start",
      in = ParameterIn.QUERY,
      description = "Begin with the newest of this day or before; no filter, newer ones precede")
  public Response page(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Asking asking = CurrentCaller.of(callers);
    boolean start = uri.getQueryParameters().containsKey("start");
    // only a day to begin with needs to know where the customer lives before the query is made
    ZoneId zone = start ? engine.customer(asking, id).zone() : ZoneOffset.UTC;
    TimelineRequest request = TimelineRequest.timeline(id, Parameters.of(uri), zone);
    TimelinePage page = engine.page(asking, request.query(), request.page());
    return Answers.ok(headers, TimelineAnswers.timeline(page), page.privacyLevel());
  }

  /** How many there are of each type. */
  @GET
  @Path("totals")
  @Operation(
      summary = "Read how many activities a customer has of each type",
      description = "Exact, whatever their number. Types without any are left out.")
  public Response totals(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    Asking asking = CurrentCaller.of(callers);
    String privacyLevel = engine.customer(asking, id).privacyLevel();
    return Answers.ok(
        headers, TimelineAnswers.totals(engine.totals(asking, id), privacyLevel), privacyLevel);
  }

  /** One activity. */
  @GET
  @Path("{activity: [0-9]{1,18}}")
  @Operation(summary = "Read one activity")
  public Response find(
      @PathParam("id") long id,
      @PathParam("activity") long activityId,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    FoundActivity found =
        engine.find(CurrentCaller.of(callers), id, activityId).orElseThrow(NotFoundException::new);
    return Answers.ok(
        headers, TimelineAnswers.one(found.activity(), found.privacyLevel()), found.privacyLevel());
  }

  /** Records an activity. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Record an activity",
      description = "With Idempotency-Key a repeat gives the first answer, once done.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      "{\"activity_type\":\"note\",\"title\":\"Rappeler\",\"description\":null,"
                          + "\"metadata\":{\"canal\":\"téléphone\"},\"reference_id\":456,"
                          + "\"reference_table\":\"work_orders\"}")))
  public Response record(
      @PathParam("id") long id,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Parameter(hidden = true) InputStream body,
      @Context UriInfo uri) {
    Parameters.of(uri).check();
    NewActivity sent =
        ActivityBody.read(id, JsonBody.read(body, ActivityBody.MAX_BYTES), idempotencyKey);
    Asking asking = CurrentCaller.of(callers);
    Recorded recorded = engine.record(asking, sent);
    Activity stands = recorded.activity();
    if (recorded.repeated() && !ActivityBody.says(stands, sent)) {
      throw TimelineProblems.idempotencyConflict();
    }
    return Answers.created(
        URI.create("/customers/" + id + "/timeline/" + stands.id()),
        TimelineAnswers.one(stands, recorded.privacyLevel()),
        recorded.privacyLevel());
  }
}
