package com.chronotech.customer360.consents.core.rest;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.consents.core.ConsentEngine;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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

/** What campaigns ask about many customers at once. */
@Component(service = CampaignResource.class)
@JaxrsResource
@JaxrsName("customer360.campaigns")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "consents")
public final class CampaignResource {
  private static final int MAX_BYTES = 4 << 20;
  private static final int MAX_CUSTOMERS = 100_000;
  private static final int MAX_ENDING = 1000;
  private static final int USUAL_ENDING = 100;

  private final ConsentEngine engine;
  private final Callers callers;
  private final Clock clock;

  /** Creates the resource. */
  @Activate
  public CampaignResource(
      @Reference ConsentEngine engine, @Reference Callers callers, @Reference Clock clock) {
    this.engine = engine;
    this.callers = callers;
    this.clock = clock;
  }

  /** Those of many customers whose consent stands. */
  @POST
  @Path("filter")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Keep those of up to 100,000 customers whose consent stands now")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      "{\"customer_ids\":[7,8,9],\"consent_type\":\"marketing_email\","
                          + "\"message_class\":\"commercial\"}")))
  public Response filter(@Parameter(hidden = true) InputStream sent, @Context UriInfo uri) {
    Parameters.of(uri).check();
    FilterBody filter = FilterBody.read(JsonBody.read(sent, MAX_BYTES), MAX_CUSTOMERS);
    ConsentType type = filter.type();
    MessageClass messageClass = filter.messageClass();
    TreeSet<Long> granted =
        new TreeSet<>(
            engine.filterGranted(
                CurrentCaller.of(callers), filter.customerIds(), type, messageClass));
    Map<String, Object> answer = ConsentAnswers.success();
    answer.put("consent_type", type.code());
    answer.put("asked", filter.customerIds().size());
    answer.put("granted_count", granted.size());
    answer.put("granted", granted);
    return Answers.done(answer, null);
  }

  /** What ends soon. */
  @GET
  @Path("expiring")
  @Operation(summary = "Read the consents that stand and end within a time, soonest first")
  @Parameter(name = "within", in = ParameterIn.QUERY, description = "ISO-8601, such as P30D")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, 100 by default")
  public Response expiring(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    Instant now = clock.instant();
    Instant until = Ask.after(parameters, "within", now);
    if (until == null && parameters.text("within") == null) {
      parameters.violation(
          "within",
          "consents.parameter_required",
          ConsentProblems.text("consents.parameter_required"));
    }
    int limit = parameters.integer("limit", USUAL_ENDING, 1, MAX_ENDING);
    parameters.check();
    List<Consent> ending =
        engine.expiringWithin(CurrentCaller.of(callers), 0, Duration.between(now, until), limit);
    Map<String, Object> answer = ConsentAnswers.success();
    answer.put("consents", ending.stream().map(ConsentJson::of).toList());
    return Answers.ok(headers, answer);
  }
}
