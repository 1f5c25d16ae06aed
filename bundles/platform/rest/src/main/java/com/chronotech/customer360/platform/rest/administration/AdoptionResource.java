package com.chronotech.customer360.platform.rest.administration;

import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.platform.schema.Adoption;
import com.chronotech.customer360.platform.schema.AdoptionReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.GET;
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

/** What became of the host's tables. */
@Component(service = AdoptionResource.class)
@JaxrsResource
@JaxrsName("customer360.adoption")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/adoption")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public final class AdoptionResource {
  private static final Permission READ = new Permission("adoption.read");

  private final Adoption adoption;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public AdoptionResource(@Reference Adoption adoption, @Reference Callers callers) {
    this.adoption = adoption;
    this.callers = callers;
  }

  /** The report. */
  @GET
  @Operation(
      summary = "Read the report of the last adoption of the host's database",
      description =
          "Outcomes are stands, added, mapped, kept, needs_admin and not_available. Changing"
              + " anything is for the console, customer360:adopt. Needs adoption.read.")
  public Response report(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    callers.require(callers.current().orElseThrow(), READ);
    AdoptionReport report = adoption.lastReport();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("at", report.at() == null ? null : report.at().toString());
    answer.put("changes_anything", report.changesAnything());
    answer.put("entries", report.entries().stream().map(AdoptionResource::entry).toList());
    return Answers.ok(headers, answer);
  }

  private static Map<String, Object> entry(AdoptionReport.Entry entry) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("table", entry.table());
    shown.put("item", entry.item());
    shown.put("outcome", entry.outcome().name().toLowerCase(Locale.ROOT));
    shown.put("rows", entry.rows());
    shown.put("detail", entry.detail());
    return shown;
  }
}
