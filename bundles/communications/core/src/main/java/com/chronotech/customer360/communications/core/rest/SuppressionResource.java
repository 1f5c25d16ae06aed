package com.chronotech.customer360.communications.core.rest;

import com.chronotech.customer360.communications.Suppression;
import com.chronotech.customer360.communications.core.suppression.Suppressions;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
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

/** Addresses that nothing is sent to. The address stands in bodies alone, never in an address. */
@Component(service = SuppressionResource.class)
@JaxrsResource
@JaxrsName("customer360.suppressions")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/suppressions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
public final class SuppressionResource {
  private static final int MAX_BYTES = 4 * 1024;
  private static final int DEFAULT = 100;
  private static final int MOST = 1_000;

  private final Suppressions suppressions;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public SuppressionResource(@Reference Suppressions suppressions, @Reference Callers callers) {
    this.suppressions = suppressions;
    this.callers = callers;
  }

  /** Those that stand. */
  @GET
  @Operation(summary = "Read the suppressions that stand, newest first, by hash")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1,000, 100 by default")
  public Response standing(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    int limit = parameters.integer("limit", DEFAULT, 1, MOST);
    parameters.check();
    List<Suppression> found = suppressions.standing(CurrentCaller.of(callers), limit);
    Map<String, Object> answer = success();
    answer.put("suppressions", found);
    return Answers.ok(headers, answer);
  }

  /** Suppresses by hand. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Send nothing to an address any more")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject("{\"address\":\"zoe@example.ca\"}")))
  public Response suppress(@Parameter(hidden = true) InputStream sent, @Context UriInfo uri) {
    Caller caller = CurrentCaller.of(callers);
    Map<String, Object> answer = success();
    answer.put("suppression", suppressions.suppress(caller, address(sent, uri)));
    return Answers.done(answer, null);
  }

  /** Lifts a suppression. */
  @POST
  @Path("lift")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Let an address receive again",
      description = "lifted tells whether it was suppressed.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject("{\"address\":\"zoe@example.ca\"}")))
  public Response lift(@Parameter(hidden = true) InputStream sent, @Context UriInfo uri) {
    Caller caller = CurrentCaller.of(callers);
    Map<String, Object> answer = success();
    answer.put("lifted", suppressions.lift(caller, address(sent, uri)));
    return Answers.done(answer, null);
  }

  private static String address(InputStream sent, UriInfo uri) {
    Parameters.of(uri).check();
    JsonBody body = JsonBody.read(sent, MAX_BYTES);
    String address = body.requiredText("address");
    body.check();
    return address;
  }

  private static Map<String, Object> success() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    return answer;
  }
}
