package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.timeline.TimelinePage;
import com.chronotech.customer360.timeline.core.Asking;
import com.chronotech.customer360.timeline.core.TimelineEngine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

/** The timeline of a customer, in the shape of the second phase of the brief. */
@Component(service = ActivityResource.class)
@JaxrsResource
@JaxrsName("customer360.activity")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/{id: [0-9]{1,18}}/activity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timeline")
public final class ActivityResource {
  private final TimelineEngine engine;
  private final Callers callers;
  private final Clock clock;

  /** Creates the resource. */
  @Activate
  public ActivityResource(
      @Reference TimelineEngine engine, @Reference Callers callers, @Reference Clock clock) {
    this.engine = engine;
    this.callers = callers;
    this.clock = clock;
  }

  /** A page of activities. */
  @GET
  @Operation(
      summary = "Read a customer's activities, newest first",
      description = "As the timeline, with search and period (today, week, month, quarter, year).")
  @Parameter(name = "page", in = ParameterIn.QUERY)
  @Parameter(name = "per_page", in = ParameterIn.QUERY)
  @Parameter(name = "type", in = ParameterIn.QUERY, description = "Repeatable")
  @Parameter(name = "actor_type", in = ParameterIn.QUERY, description = "Repeatable")
  @Parameter(name = "date_from", in = ParameterIn.QUERY)
  @Parameter(name = "date_to", in = ParameterIn.QUERY)
  @Parameter(name = "search", in = ParameterIn.QUERY, description = "Words; q does the same")
  @Parameter(name = "period", in = ParameterIn.QUERY, description = "Not with dates")
  @Parameter(name = "cursor", in = ParameterIn.QUERY)
  public Response page(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Asking asking = CurrentCaller.of(callers);
    boolean period = uri.getQueryParameters().containsKey("period");
    // only a period needs to know where the customer lives before the query is made
    ZoneId zone = period ? engine.customer(asking, id).zone() : ZoneOffset.UTC;
    TimelineRequest request = TimelineRequest.activity(id, Parameters.of(uri), this::today, zone);
    TimelinePage page = engine.page(asking, request.query(), request.page());
    return Answers.ok(headers, TimelineAnswers.activity(page), page.privacyLevel());
  }

  private LocalDate today(ZoneId zone) {
    return LocalDate.now(clock.withZone(zone));
  }
}
