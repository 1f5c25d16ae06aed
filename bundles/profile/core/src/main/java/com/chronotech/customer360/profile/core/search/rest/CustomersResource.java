package com.chronotech.customer360.profile.core.search.rest;

import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.profile.CustomerFacet;
import com.chronotech.customer360.profile.CustomerFilter;
import com.chronotech.customer360.profile.CustomerFilter.Sort;
import com.chronotech.customer360.profile.CustomerSearch;
import com.chronotech.customer360.profile.core.search.SearchEngine;
import com.chronotech.customer360.profile.core.search.model.SearchProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
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

/** Lists and searches customers. */
@Component(service = CustomersResource.class)
@JaxrsResource
@JaxrsName("customer360.customers")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customers", description = "Finding customers")
public final class CustomersResource {
  private final SearchEngine engine;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public CustomersResource(@Reference SearchEngine engine, @Reference Callers callers) {
    this.engine = engine;
    this.callers = callers;
  }

  /** Customers that a text finds. */
  @GET
  @Path("search")
  @Operation(
      summary = "Find customers by name, company, e-mail, phone, plate, VIN or contact",
      description =
          "Every word must be met by the beginning of one of the customer's; accents, case,"
              + " apostrophes and hyphens are ignored. While complete is false the host was not"
              + " read whole yet.")
  @Parameter(name = "q", in = ParameterIn.QUERY, required = true, example = "tremblay 514 555")
  @Parameter(name = "segment", in = ParameterIn.QUERY, description = "By hand or by rule")
  @Parameter(name = "city", in = ParameterIn.QUERY)
  @Parameter(name = "customer_type", in = ParameterIn.QUERY)
  @Parameter(name = "privacy_level", in = ParameterIn.QUERY)
  @Parameter(name = "per_page", in = ParameterIn.QUERY, description = "1 to 100, 20 by default")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Of an earlier answer")
  public Response search(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    String text = parameters.text("q");
    CustomerFilter filter = filter(parameters, Sort.ID);
    String cursor = parameters.text("cursor");
    int perPage = perPage(parameters);
    parameters.check();
    return Answers.ok(
        headers,
        CustomersJson.page(engine.search(caller(), text, filter, cursor, perPage), perPage));
  }

  /** Customers that pass a filter. */
  @GET
  @Operation(summary = "List customers, by id or by name")
  @Parameter(name = "segment", in = ParameterIn.QUERY, description = "By hand or by rule")
  @Parameter(name = "city", in = ParameterIn.QUERY)
  @Parameter(name = "customer_type", in = ParameterIn.QUERY)
  @Parameter(name = "privacy_level", in = ParameterIn.QUERY)
  @Parameter(name = "sort", in = ParameterIn.QUERY, description = "id (by default) or name")
  @Parameter(name = "per_page", in = ParameterIn.QUERY, description = "1 to 100, 20 by default")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Of an earlier answer")
  public Response list(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    CustomerFilter filter = filter(parameters, sort(parameters));
    String cursor = parameters.text("cursor");
    int perPage = perPage(parameters);
    parameters.check();
    return Answers.ok(
        headers, CustomersJson.page(engine.list(caller(), filter, cursor, perPage), perPage));
  }

  /** Values to narrow by. */
  @GET
  @Path("values")
  @Operation(
      summary = "Read the cities, segments or types of customers that a list can be narrowed by",
      description = "Each once however it is accented, spelled as a customer has it.")
  @Parameter(
      name = "of",
      in = ParameterIn.QUERY,
      required = true,
      description = "segment, label_by_hand, city or customer_type")
  @Parameter(name = "q", in = ParameterIn.QUERY, description = "How they begin")
  @Parameter(name = "per_page", in = ParameterIn.QUERY, description = "1 to 100, 20 by default")
  public Response values(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    String of = parameters.text("of");
    Optional<CustomerFacet> facet = CustomerFacet.ofCode(of);
    if (facet.isEmpty()) {
      unknown(parameters, "of", "profile.unknown_facet", of == null ? "" : of);
    }
    String beginning = parameters.text("q");
    int limit = perPage(parameters);
    parameters.check();
    return Answers.ok(
        headers, CustomersJson.values(of, engine.values(caller(), facet.get(), beginning, limit)));
  }

  private static CustomerFilter filter(Parameters parameters, Sort sort) {
    return new CustomerFilter(
        parameters.text("segment"),
        parameters.text("city"),
        parameters.text("customer_type"),
        level(parameters),
        sort);
  }

  private static int perPage(Parameters parameters) {
    return parameters.integer(
        "per_page", CustomerSearch.DEFAULT_PER_PAGE, 1, CustomerSearch.MAX_PER_PAGE);
  }

  private static String level(Parameters parameters) {
    String level = parameters.text("privacy_level");
    if (level != null && !HostCustomer.PRIVACY_LEVELS.contains(level)) {
      unknown(parameters, "privacy_level", "profile.unknown_privacy_level", level);
      return null;
    }
    return level;
  }

  private static Sort sort(Parameters parameters) {
    String sort = parameters.text("sort");
    if (sort == null || sort.equals("id")) {
      return Sort.ID;
    }
    if (!sort.equals("name")) {
      unknown(parameters, "sort", "profile.unknown_sort", sort);
    }
    return Sort.NAME;
  }

  private static void unknown(Parameters parameters, String field, String code, String value) {
    parameters.violation(field, code, SearchProblems.violation(field, code, value).message());
  }

  private Caller caller() {
    return callers
        .current()
        .orElseThrow(() -> new IllegalStateException("a request without a caller"));
  }
}
