package com.chronotech.customer360.analytics.core.rest;

import com.chronotech.customer360.analytics.CustomerAnalytics;
import com.chronotech.customer360.analytics.Dashboard;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.RevenueChart;
import com.chronotech.customer360.analytics.RevenueQuery;
import com.chronotech.customer360.analytics.RevenueQuery.Step;
import com.chronotech.customer360.analytics.core.AnalyticsEngine;
import com.chronotech.customer360.analytics.core.model.Words;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** One customer's figures. */
@Component(service = AnalyticsResource.class)
@JaxrsResource
@JaxrsName("customer360.analytics")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/{id: [0-9]{1,18}}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "analytics", description = "What a customer's dealings mean, in figures")
public final class AnalyticsResource {
  private static final String PERIODS = codes(Period.values(), Period::code);
  private static final String STEPS = codes(Step.values(), Step::code);
  private static final Map<Step, Integer> COLUMNS = Map.of(Step.MONTH, 12, Step.QUARTER, 8);
  private static final Map<String, Boolean> TAX = Map.of("in", true, "out", false);

  private final AnalyticsEngine engine;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public AnalyticsResource(@Reference AnalyticsEngine engine, @Reference Callers callers) {
    this.engine = engine;
    this.callers = callers;
  }

  /** The dashboard. */
  @GET
  @Path("dashboard")
  @Operation(
      summary = "Read a customer's dashboard",
      description =
          "Vehicles, open work orders, contacts, addresses, consents, revenue of 90 days and of the"
              + " 90 before, outstanding, overdue, last visit, next appointment. Figures of money"
              + " are withheld without finances.read.")
  public Response dashboard(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    Caller caller = caller();
    Dashboard found = engine.dashboard(caller, id);
    return Answers.ok(headers, answers(caller).dashboard(found), found.privacyLevel());
  }

  /** The figures of a period. */
  @GET
  @Path("analytics")
  @Operation(
      summary = "Read what a customer's dealings mean",
      description =
          "Each figure with its formula, window, observations and status. Figures that rest on"
              + " profiling are not computed without consent.")
  @Parameter(name = "period", in = ParameterIn.QUERY, description = "6m, 1y or 2y; 1y by default")
  @Parameter(
      name = "working_hours",
      in = ParameterIn.QUERY,
      description = "true: times to resolve count opening hours alone")
  public Response analytics(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    Period period = one(parameters, "period", Period::ofCode, PERIODS).orElse(Period.ONE_YEAR);
    Boolean hours = parameters.bool("working_hours");
    parameters.check();
    Caller caller = caller();
    CustomerAnalytics found = engine.analytics(caller, id, period, Boolean.TRUE.equals(hours));
    return Answers.ok(headers, answers(caller).analytics(found), found.privacyLevel());
  }

  /** Revenue over time. */
  @GET
  @Path("revenue-chart")
  @Operation(
      summary = "Read a customer's revenue over time",
      description =
          "By payment date, gaps zero, refunds negative. Needs finances.read. The last column ends"
              + " with today; the comparison has as many columns right before.")
  @Parameter(name = "period", in = ParameterIn.QUERY, description = "month (default) or quarter")
  @Parameter(
      name = "columns",
      in = ParameterIn.QUERY,
      description = "1 to 60; 12 months or 8 quarters by default")
  @Parameter(name = "tax", in = ParameterIn.QUERY, description = "in (default) or out")
  @Parameter(name = "compare", in = ParameterIn.QUERY, description = "true adds the comparison")
  public Response revenueChart(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    Step step = one(parameters, "period", Step::ofCode, STEPS).orElse(Step.MONTH);
    int columns = parameters.integer("columns", COLUMNS.get(step), 1, RevenueQuery.MOST_COLUMNS);
    boolean taxIn =
        one(parameters, "tax", text -> Optional.ofNullable(TAX.get(text)), "in, out").orElse(true);
    Boolean compare = parameters.bool("compare");
    parameters.check();
    Caller caller = caller();
    RevenueChart found =
        engine.revenueChart(
            caller, new RevenueQuery(id, step, columns, taxIn, Boolean.TRUE.equals(compare)));
    return Answers.ok(
        headers, new ChartAnswers(answers(caller)).chart(found), found.privacyLevel());
  }

  private static <T> Optional<T> one(
      Parameters parameters, String name, Function<String, Optional<T>> reader, String known) {
    String sent = parameters.text(name);
    if (sent == null) {
      return Optional.empty();
    }
    Optional<T> read = reader.apply(sent);
    if (read.isEmpty()) {
      String code = "analytics.unknown_" + name;
      parameters.violation(name, code, Words.text(code, sent, known));
    }
    return read;
  }

  private static <T> String codes(T[] values, Function<T, String> code) {
    return Arrays.stream(values).map(code).collect(Collectors.joining(", "));
  }

  private static FigureAnswers answers(Caller caller) {
    return new FigureAnswers(caller.locale());
  }

  private Caller caller() {
    return callers
        .current()
        .orElseThrow(() -> new IllegalStateException("a request without a caller"));
  }
}
