package com.chronotech.customer360.timeline.core.backfill.rest;

import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.timeline.Backfill;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

/** How far the back-fill is; starts and stops it. */
@Component(service = BackfillResource.class)
@JaxrsResource
@JaxrsName("customer360.backfill")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/backfill")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public final class BackfillResource {
  private final Backfill backfill;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public BackfillResource(@Reference Backfill backfill, @Reference Callers callers) {
    this.backfill = backfill;
    this.callers = callers;
  }

  /** How far it is. */
  @GET
  @Operation(
      summary = "Read how far the back-fill of the host's history is",
      description =
          "By source; states are not_available, waiting, partial, done and failed. Needs"
              + " backfill.run.")
  public Response progress(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    require();
    return Answers.ok(headers, told());
  }

  /** Starts. */
  @POST
  @Path("start")
  @Operation(
      summary = "Start the back-fill in the background, or go on with it",
      description = "No effect while one runs; each activity lands once however often it is run.")
  public Response start(@Context UriInfo uri) {
    Parameters.of(uri).check();
    backfill.start();
    return Answers.done(told(), null);
  }

  /** Stops. */
  @POST
  @Path("stop")
  @Operation(summary = "Stop the back-fill after its current chunk; start goes on where it was")
  public Response stop(@Context UriInfo uri) {
    Parameters.of(uri).check();
    backfill.stop();
    return Answers.done(told(), null);
  }

  private void require() {
    callers.require(callers.current().orElseThrow(), Backfill.RUN);
  }

  private Map<String, Object> told() {
    Backfill.Progress progress = backfill.progress();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("running", progress.running());
    answer.put("sources", progress.sources().stream().map(BackfillResource::source).toList());
    return answer;
  }

  private static Map<String, Object> source(Backfill.SourceProgress source) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("source", source.source());
    shown.put("state", source.state().name().toLowerCase(Locale.ROOT));
    shown.put("rows_read", source.rowsRead());
    shown.put("rows_estimated", source.rowsEstimated());
    shown.put("recorded", source.recorded());
    shown.put("skipped", new TreeMap<>(source.skipped()));
    shown.put("updated_at", source.updatedAt() == null ? null : source.updatedAt().toString());
    shown.put("detail", source.detail());
    return shown;
  }
}
