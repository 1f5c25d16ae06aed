package com.chronotech.customer360.consents.core.transfer.rest;

import com.chronotech.customer360.consents.ConsentTransfer.ImportReport;
import com.chronotech.customer360.consents.ConsentTransfer.LineFault;
import com.chronotech.customer360.consents.core.transfer.Transfers;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.rest.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Files of consents. */
@Component(service = ImportResource.class)
@JaxrsResource
@JaxrsName("customer360.consents.import")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/consents/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "consents")
public final class ImportResource {
  private static final int UNPROCESSABLE = 422;

  private final Transfers transfers;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public ImportResource(@Reference Transfers transfers, @Reference Callers callers) {
    this.transfers = transfers;
    this.callers = callers;
  }

  /** Imports a file, or tries it. */
  @POST
  @Consumes("text/csv")
  @Operation(
      summary = "Import consents from a CSV file, whole or not at all",
      description =
          "With dry_run nothing is written. A file with a fault writes nothing and answers 422 with"
              + " every bad line. The same file again writes nothing and says so.")
  @Parameter(name = "dry_run", in = ParameterIn.QUERY, description = "true or false (default)")
  @Parameter(name = "name", in = ParameterIn.QUERY, description = "The file's name, for the record")
  public Response importFile(@Parameter(hidden = true) InputStream body, @Context UriInfo uri) {
    Parameters parameters = Parameters.of(uri);
    String dry = parameters.text("dry_run");
    String name = parameters.text("name");
    if (dry != null && !dry.equals("true") && !dry.equals("false")) {
      parameters.violation(
          "dry_run",
          "import.dry_run",
          LocalizedText.of(ImportResource.class, "import.dry_run", dry));
    }
    parameters.check();
    Caller caller =
        callers
            .current()
            .orElseThrow(() -> new IllegalStateException("a request without a caller"));
    boolean write = !"true".equals(dry);
    ImportReport report =
        transfers.file(
            caller, name == null || name.isBlank() ? "upload" : name, body, write, true, n -> {});
    boolean sound = report.faultCount() == 0;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", sound);
    if (!sound) {
      answer.put("code", "import.faults");
      answer.put("status", UNPROCESSABLE);
      answer.put(
          "message",
          LocalizedText.of(ImportResource.class, "import.faults", report.faultCount())
              .in(caller.locale()));
    }
    answer.put("import", body(report, !write));
    return Response.status(sound ? Response.Status.OK.getStatusCode() : UNPROCESSABLE)
        .header("Cache-Control", "no-store")
        .entity(answer)
        .build();
  }

  private static Map<String, Object> body(ImportReport report, boolean dryRun) {
    boolean written = !dryRun && !report.repeated() && report.faultCount() == 0;
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("dry_run", dryRun);
    body.put("written", written);
    body.put("repeated", report.repeated());
    body.put("lines", report.lines());
    body.put("recorded", report.recorded());
    body.put("unchanged", report.unchanged());
    body.put("fault_count", report.faultCount());
    body.put("faults", report.faults().stream().map(ImportResource::fault).toList());
    return body;
  }

  private static Map<String, Object> fault(LineFault fault) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("line", fault.line());
    body.put("field", fault.field());
    body.put("code", fault.code());
    body.put("message", fault.message());
    return body;
  }
}
