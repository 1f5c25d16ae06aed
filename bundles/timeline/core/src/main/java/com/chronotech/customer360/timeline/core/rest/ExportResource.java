package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.core.Asking;
import com.chronotech.customer360.timeline.core.TimelineEngine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** A whole timeline as a file, streamed. */
@Component(service = ExportResource.class)
@JaxrsResource
@JaxrsName("customer360.timeline.export")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("customers/{id: [0-9]{1,18}}/timeline/export")
@Tag(name = "timeline")
public final class ExportResource {
  private final TimelineEngine engine;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public ExportResource(@Reference TimelineEngine engine, @Reference Callers callers) {
    this.engine = engine;
    this.callers = callers;
  }

  /** The export. */
  @GET
  @Operation(
      summary = "Export a customer's timeline, newest first",
      description =
          "CSV begins with a byte order mark for Excel; cells that a spreadsheet would take for a"
              + " formula begin with an apostrophe.")
  @Parameter(name = "format", in = ParameterIn.QUERY, description = "csv (default), json, ndjson")
  @Parameter(name = "type", in = ParameterIn.QUERY, description = "Repeatable")
  @Parameter(name = "actor_type", in = ParameterIn.QUERY, description = "Repeatable")
  @Parameter(name = "date_from", in = ParameterIn.QUERY)
  @Parameter(name = "date_to", in = ParameterIn.QUERY)
  @Parameter(name = "q", in = ParameterIn.QUERY)
  public Response export(@PathParam("id") long id, @Context UriInfo uri) {
    Parameters parameters = Parameters.of(uri);
    // One file has one format: a second is told as a fault.
    parameters.text("format");
    Set<ExportFormat> formats =
        parameters.each("format", ExportFormat::ofCode, "timeline.unknown_format");
    TimelineQuery query = TimelineRequest.export(id, parameters);
    ExportFormat format = formats.isEmpty() ? ExportFormat.CSV : formats.iterator().next();
    // the caller's binding ends before the first byte is written, so it is taken along
    Asking asking = CurrentCaller.of(callers);
    HostCustomer customer = engine.checkExport(asking, query);
    StreamingOutput output = out -> write(asking, query, format, out);
    return Response.ok(output)
        .type(format.mediaType())
        .header(
            "Content-Disposition",
            "attachment; filename=\"timeline-" + id + "." + format.code() + "\"")
        .header("Cache-Control", "no-store")
        .header(Answers.PRIVACY_LEVEL, customer.privacyLevel())
        .build();
  }

  private void write(Asking asking, TimelineQuery query, ExportFormat format, OutputStream out)
      throws IOException {
    ExportFormat.Writer writer = format.to(out);
    try {
      engine.export(asking, query, activity -> write(writer, activity));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.end();
  }

  private static void write(ExportFormat.Writer writer, Activity activity) {
    try {
      writer.write(activity);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
