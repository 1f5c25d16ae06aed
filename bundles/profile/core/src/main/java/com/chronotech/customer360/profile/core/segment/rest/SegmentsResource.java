package com.chronotech.customer360.profile.core.segment.rest;

import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.profile.SegmentEvaluation;
import com.chronotech.customer360.profile.SegmentMembers;
import com.chronotech.customer360.profile.SegmentMembership;
import com.chronotech.customer360.profile.SegmentRule;
import com.chronotech.customer360.profile.core.segment.SegmentEngine;
import com.chronotech.customer360.profile.core.segment.model.MemberPaging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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

/** Segments by rule: writing and evaluating the rules, and who is in. */
@Component(service = SegmentsResource.class)
@JaxrsResource
@JaxrsName("customer360.segments")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/segments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "segments", description = "Segments by rule")
public final class SegmentsResource {
  private static final int MAX_BYTES = 64 * 1024;
  private static final String BODY =
      "{\"label\":\"Fidèles\",\"expression\":\"total('workorder') >= 5 and"
          + " days_since('workorder') <= 365\",\"description\":\"Reviennent souvent\"}";

  private final SegmentEngine engine;
  private final HostCustomers customers;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public SegmentsResource(
      @Reference SegmentEngine engine,
      @Reference HostCustomers customers,
      @Reference Callers callers) {
    this.engine = engine;
    this.customers = customers;
    this.callers = callers;
  }

  /** The rules in force. */
  @GET
  @Operation(summary = "List the rules, each in the version in force")
  @Parameter(name = "all", in = ParameterIn.QUERY, description = "true for deactivated ones too")
  public Response rules(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    boolean all = flag(parameters, "all");
    parameters.check();
    return Answers.ok(
        headers, SegmentsJson.answer("segments", SegmentsJson.rules(engine.rules(caller(), all))));
  }

  /** The versions of a rule. */
  @GET
  @Path("{label}")
  @Operation(summary = "Read every version of a rule, newest first")
  public Response versions(
      @PathParam("label") String label, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    return Answers.ok(
        headers,
        SegmentsJson.answer("versions", SegmentsJson.rules(engine.versions(caller(), label))));
  }

  /** Writes a rule. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Write a rule; nobody is in the segment before it is evaluated")
  @RequestBody(
      required = true,
      content = @Content(mediaType = MediaType.APPLICATION_JSON, examples = @ExampleObject(BODY)))
  public Response create(@Parameter(hidden = true) InputStream sent, @Context UriInfo uri) {
    Parameters.of(uri).check();
    JsonBody body = JsonBody.read(sent, MAX_BYTES);
    String label = body.requiredText("label");
    SegmentRule rule = write(body, label, true);
    return Answers.created(
        URI.create(
            "/api/customer360/segments/"
                + URLEncoder.encode(rule.label(), StandardCharsets.UTF_8).replace("+", "%20")),
        SegmentsJson.answer("segment", SegmentsJson.rule(rule)));
  }

  /** Writes a new version. */
  @PUT
  @Path("{label}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Write a new version of a rule; the earlier ones are kept")
  public Response change(
      @PathParam("label") String label,
      @Parameter(hidden = true) InputStream sent,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    SegmentRule rule = write(JsonBody.read(sent, MAX_BYTES), label, false);
    return Answers.ok(headers, SegmentsJson.answer("segment", SegmentsJson.rule(rule)));
  }

  private SegmentRule write(JsonBody body, String label, boolean isNew) {
    String expression = body.requiredText("expression");
    String description = body.text("description");
    body.check();
    return engine.write(caller(), label, expression, description, isNew);
  }

  /** Deactivates a rule. */
  @DELETE
  @Path("{label}")
  @Operation(summary = "Deactivate a rule and end its memberships; its versions are kept")
  public Response deactivate(
      @PathParam("label") String label, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    return Answers.ok(
        headers,
        SegmentsJson.answer("segment", SegmentsJson.rule(engine.deactivate(caller(), label))));
  }

  /** Evaluates every rule. */
  @POST
  @Path("evaluate")
  @Operation(summary = "Evaluate every active rule over all customers")
  @Parameter(name = "dry_run", in = ParameterIn.QUERY, description = "true to write nothing")
  public Response evaluate(@Context UriInfo uri, @Context HttpHeaders headers) {
    return evaluated(null, uri, headers);
  }

  /** Evaluates one rule. */
  @POST
  @Path("{label}/evaluate")
  @Operation(summary = "Evaluate one rule over all customers")
  @Parameter(name = "dry_run", in = ParameterIn.QUERY, description = "true to write nothing")
  public Response evaluate(
      @PathParam("label") String label, @Context UriInfo uri, @Context HttpHeaders headers) {
    return evaluated(label, uri, headers);
  }

  private Response evaluated(String label, UriInfo uri, HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    boolean dryRun = flag(parameters, "dry_run");
    parameters.check();
    SegmentEvaluation evaluation = engine.evaluate(caller(), label, dryRun);
    return Answers.ok(
        headers, SegmentsJson.answer("evaluation", SegmentsJson.evaluation(evaluation)));
  }

  /** Who is in a segment. */
  @GET
  @Path("{label}/members")
  @Operation(
      summary = "List who is in a segment by rule, with why",
      description = "customer_name is null for one whom the host has removed since.")
  @Parameter(name = "per_page", in = ParameterIn.QUERY, description = "1 to 100, 20 by default")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Of an earlier answer")
  public Response members(
      @PathParam("label") String label, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    int perPage = parameters.integer("per_page", 20, 1, 100);
    String cursor = parameters.text("cursor");
    parameters.check();
    SegmentMembers page =
        engine.members(caller(), label, MemberPaging.after(cursor, perPage), perPage);
    Map<Long, String> names = new HashMap<>();
    customers
        .rows(page.members().stream().map(SegmentMembership::customerId).toList())
        .forEach(row -> names.put(row.id(), row.displayName()));
    Map<String, Object> answer =
        SegmentsJson.answer("members", SegmentsJson.members(page.members(), names));
    answer.put("has_more", page.nextCursor() != null);
    answer.put("next_cursor", page.nextCursor());
    return Answers.ok(headers, answer);
  }

  private static boolean flag(Parameters parameters, String name) {
    return Boolean.TRUE.equals(parameters.bool(name));
  }

  private Caller caller() {
    return callers
        .current()
        .orElseThrow(() -> new IllegalStateException("a request without a caller"));
  }
}
