package com.chronotech.customer360.analytics.core.fleet.rest;

import com.chronotech.customer360.analytics.Dimension;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.core.fleet.FleetEngine;
import com.chronotech.customer360.analytics.core.fleet.model.FleetProblems;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.IdempotentWrites;
import com.chronotech.customer360.platform.rest.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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

/** The figures of all customers, for the manager. */
@Component(service = FleetResource.class)
@JaxrsResource
@JaxrsName("customer360.analytics.fleet")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/analytics/fleet")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "analytics")
public final class FleetResource {
  private static final int MOST = FleetProblems.MOST_LINES;

  private final FleetEngine engine;
  private final Callers callers;
  private final IdempotentWrites writes;

  /** Creates the resource. */
  @Activate
  public FleetResource(
      @Reference FleetEngine engine,
      @Reference Callers callers,
      @Reference IdempotentWrites writes) {
    this.engine = engine;
    this.callers = callers;
    this.writes = writes;
  }

  /** Figures by a dimension. */
  @GET
  @Operation(
      summary = "Read the figures of all customers, in total or by a dimension",
      description =
          "From kept figures, with as_of: up to when changes are in. By segment a customer with"
              + " several labels counts in each. Figures of money are withheld without"
              + " finances.read.")
  @Parameter(
      name = "by",
      in = ParameterIn.QUERY,
      description = "total (default), segment, city, technician or vehicle_make")
  @Parameter(name = "period", in = ParameterIn.QUERY, description = "6m, 1y (default) or 2y")
  @Parameter(name = "per_page", in = ParameterIn.QUERY, description = "1 to 100, 20 by default")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Of an earlier answer")
  public Response figures(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    Dimension by = one(parameters, "by", Dimension::ofCode).orElse(Dimension.TOTAL);
    Period period = one(parameters, "period", Period::ofCode).orElse(Period.ONE_YEAR);
    int perPage = parameters.integer("per_page", 20, 1, MOST);
    String cursor = parameters.text("cursor");
    parameters.check();
    return Answers.ok(
        headers, json().figures(engine.figures(caller(), by, period, cursor, perPage)));
  }

  /** Months. */
  @GET
  @Path("months")
  @Operation(
      summary = "Read revenue, invoices and visits month by month",
      description = "Gaps zero; the last month ends with today. Money only with finances.read.")
  @Parameter(name = "months", in = ParameterIn.QUERY, description = "1 to 60, 24 by default")
  public Response months(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    int months = parameters.integer("months", 24, 1, 60);
    parameters.check();
    return Answers.ok(headers, json().months(engine.months(caller(), months)));
  }

  /** Cohorts. */
  @GET
  @Path("cohorts")
  @Operation(summary = "Read how those who first came in a quarter came back, and what they paid")
  @Parameter(name = "quarters", in = ParameterIn.QUERY, description = "1 to 80, 12 by default")
  public Response cohorts(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    int quarters = parameters.integer("quarters", 12, 1, 80);
    parameters.check();
    return Answers.ok(headers, json().cohorts(engine.cohorts(caller(), quarters)));
  }

  /** The grid. */
  @GET
  @Path("rfm")
  @Operation(
      summary = "Read the grid of recency and frequency, and the eleven segments",
      description = "Of customers who agree to profiling alone (Quebec Law 25, s. 8.1).")
  public Response rfm(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    return Answers.ok(headers, json().rfm(engine.rfm(caller())));
  }

  /** Movers. */
  @GET
  @Path("movers")
  @Operation(
      summary = "Read whose revenue of 90 days differs most from the 90 before",
      description = "Needs finances.read. Of customers who agree to profiling alone.")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, 20 by default")
  public Response movers(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    int limit = parameters.integer("limit", 20, 1, MOST);
    parameters.check();
    return Answers.ok(headers, json().movers(engine.movers(caller(), limit)));
  }

  /** Customers at risk. */
  @GET
  @Path("risks")
  @Operation(
      summary = "Read who may not come back, with the reasons, the likeliest first",
      description =
          "Of customers who agree to profiling alone; whoever withdrew a moment ago is left out, so"
              + " that a page may come short.")
  @Parameter(
      name = "from_percent",
      in = ParameterIn.QUERY,
      description = "Only those of at least this risk, 0 to 100, 50 by default")
  @Parameter(name = "per_page", in = ParameterIn.QUERY, description = "1 to 100, 20 by default")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Of an earlier answer")
  public Response risks(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    int from = parameters.integer("from_percent", 50, 0, 100);
    int perPage = parameters.integer("per_page", 20, 1, MOST);
    String cursor = parameters.text("cursor");
    parameters.check();
    return Answers.ok(headers, json().risks(engine.risks(caller(), from, cursor, perPage)));
  }

  /** The state. */
  @GET
  @Path("state")
  @Operation(
      summary = "Read how the kept figures are: backlog, what runs, what was verified",
      description = "With the first hundred differences of the last comparison.")
  public Response state(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    return Answers.ok(headers, json().state(engine.state(caller())));
  }

  /** Computes everything. */
  @POST
  @Path("recompute")
  @Operation(
      summary = "Have everything computed again, or resume what was stopped",
      description = "Answers at once with the state; needs analytics.run.")
  public Response recompute(
      @HeaderParam(IdempotentWrites.HEADER) String key, @Context UriInfo uri) {
    return run(key, uri, engine::recompute);
  }

  /** Compares everything. */
  @POST
  @Path("verify")
  @Operation(
      summary = "Have the kept figures compared with the host's rows",
      description = "Answers at once; state tells what it came to. Needs analytics.run.")
  public Response verify(@HeaderParam(IdempotentWrites.HEADER) String key, @Context UriInfo uri) {
    return run(key, uri, engine::verify);
  }

  /** Stops. */
  @POST
  @Path("stop")
  @Operation(summary = "Stop what goes over all customers; recompute or verify resumes it")
  public Response stop(@HeaderParam(IdempotentWrites.HEADER) String key, @Context UriInfo uri) {
    return run(key, uri, engine::stop);
  }

  private Response run(String key, UriInfo uri, Consumer<Caller> what) {
    Parameters.of(uri).check();
    return writes.once(
        "POST",
        uri,
        key,
        null,
        () -> {
          Caller caller = caller();
          what.accept(caller);
          return Answers.done(json().state(engine.state(caller)), null);
        });
  }

  private static <T> Optional<T> one(
      Parameters parameters, String name, Function<String, Optional<T>> reader) {
    String sent = parameters.text(name);
    if (sent == null) {
      return Optional.empty();
    }
    Optional<T> read = reader.apply(sent);
    if (read.isEmpty()) {
      parameters.violation(
          name, "analytics.unknown_" + name, FleetProblems.text("fleet.unknown_value", sent));
    }
    return read;
  }

  private FleetJson json() {
    return new FleetJson(caller().locale());
  }

  private Caller caller() {
    return callers
        .current()
        .orElseThrow(() -> new IllegalStateException("a request without a caller"));
  }
}
