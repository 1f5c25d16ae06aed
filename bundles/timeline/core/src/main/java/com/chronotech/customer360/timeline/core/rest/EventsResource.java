package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.platform.rest.CallerFilter;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.timeline.core.Asking;
import com.chronotech.customer360.timeline.core.TimelineEngine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.sse.Sse;
import javax.ws.rs.sse.SseEventSink;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** A customer's activities as they are recorded, by server-sent events. */
@Component(service = EventsResource.class)
@JaxrsResource
@JaxrsName("customer360.events")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/{id: [0-9]{1,18}}/events")
@Tag(name = "timeline")
public final class EventsResource {
  private final TimelineEngine engine;
  private final LiveClients clients = new LiveClients("customer360-sse");

  /** Creates the resource. */
  @Activate
  public EventsResource(@Reference TimelineEngine engine) {
    this.engine = engine;
  }

  /** Follows a customer until the client goes away. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Follow a customer's activities as they are recorded",
      description =
          "Events named activity carry an activity; their id resumes by Last-Event-ID or since. An"
              + " event named reset says that events were missed and the timeline must be read"
              + " afresh.")
  @Parameter(name = "since", in = ParameterIn.QUERY, description = "The last id received")
  public void follow(
      @PathParam("id") long id,
      @HeaderParam("Last-Event-ID") String lastEventId,
      @Context UriInfo uri,
      @Parameter(hidden = true) @Context SecurityContext security,
      @Parameter(hidden = true) @Context SseEventSink sink,
      @Parameter(hidden = true) @Context Sse sse) {
    Parameters parameters = Parameters.of(uri);
    String since = parameters.text("since");
    parameters.check();
    String last = lastEventId == null || lastEventId.isBlank() ? since : lastEventId.strip();
    // the filters' binding ends before a stream's method begins
    Asking asking = Asking.client(CallerFilter.callerOf(security));
    engine.checkFollow(asking, id, last);
    // from a known moment on, so that a client cut off before its first event misses none
    String from = last == null ? engine.now() : last;
    SseClient client = new SseClient(sink, sse, clients);
    clients.add(client);
    client.open(from);
    client.subscribed(engine.follow(asking, id, from, client));
  }

  /** Ends every stream. */
  @Deactivate
  public void stop() {
    clients.close();
  }
}
