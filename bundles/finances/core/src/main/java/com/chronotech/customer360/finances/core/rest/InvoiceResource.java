package com.chronotech.customer360.finances.core.rest;

import com.chronotech.customer360.finances.CustomerInvoice;
import com.chronotech.customer360.finances.Finances;
import com.chronotech.customer360.finances.InvoicePaging;
import com.chronotech.customer360.finances.InvoiceQuery;
import com.chronotech.customer360.finances.InvoiceState;
import com.chronotech.customer360.finances.core.FinanceEngine;
import com.chronotech.customer360.finances.core.model.FinanceProblems;
import com.chronotech.customer360.finances.core.model.InvoicePages;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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

/** The invoices of a customer. */
@Component(service = InvoiceResource.class)
@JaxrsResource
@JaxrsName("customer360.invoices")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/{id: [0-9]{1,18}}/invoices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "finances", description = "What a customer was asked to pay, and owes still")
public final class InvoiceResource {
  private final FinanceEngine engine;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public InvoiceResource(@Reference FinanceEngine engine, @Reference Callers callers) {
    this.engine = engine;
    this.callers = callers;
  }

  /** A page of invoices. */
  @GET
  @Operation(
      summary = "Read a customer's invoices, newest first, and what the customer owes",
      description =
          "The balance is over all invoices, whatever the page. available is false with the reason,"
              + " and invoices null, where the host keeps none. Needs finances.read.")
  @Parameter(
      name = "status",
      in = ParameterIn.QUERY,
      description =
          "draft, open, overdue, paid, cancelled, refunded or unknown; repeatable. open does not"
              + " include overdue")
  @Parameter(name = "overdue", in = ParameterIn.QUERY, description = "true or false")
  @Parameter(name = "page", in = ParameterIn.QUERY, description = "From 1; not with cursor")
  @Parameter(name = "per_page", in = ParameterIn.QUERY, description = "1 to 100, 20 by default")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Of an earlier answer")
  public Response page(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters parameters = Parameters.of(uri);
    Set<InvoiceState> states =
        parameters.each("status", InvoiceState::ofCode, "finances.unknown_status");
    InvoiceQuery query = new InvoiceQuery(id, states, parameters.bool("overdue"));
    InvoicePaging paging = paging(id, parameters);
    parameters.check();
    Caller caller = caller();
    Finances finances = engine.invoices(caller, query, paging);
    Map<String, Object> answer = about(id, finances.privacyLevel());
    answer.put("available", finances.availability().available());
    answer.put("reason", finances.availability().reason());
    answer.put(
        "message",
        finances.availability().available()
            ? null
            : FinanceProblems.text("finances.not_available").in(caller.locale()));
    answer.put("per_page", paging.perPage());
    answer.putAll(InvoiceJson.page(finances, engine.currency()));
    return Answers.ok(headers, answer, finances.privacyLevel());
  }

  /** One invoice. */
  @GET
  @Path("{invoice: [0-9]{1,18}}")
  @Operation(summary = "Read one invoice with its payments", description = "Needs finances.read.")
  public Response find(
      @PathParam("id") long id,
      @PathParam("invoice") long invoiceId,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    Caller caller = caller();
    CustomerInvoice invoice =
        engine
            .invoice(caller, id, invoiceId)
            .orElseThrow(() -> FinanceProblems.unknownInvoice(invoiceId));
    String level = engine.privacyLevel(caller, id);
    Map<String, Object> answer = about(id, level);
    answer.put("invoice", InvoiceJson.invoice(invoice, engine.currency()));
    return Answers.ok(headers, answer, level);
  }

  private static InvoicePaging paging(long customerId, Parameters parameters) {
    String cursor = parameters.text("cursor");
    if (cursor != null && parameters.text("page") != null) {
      String code = "finances.page_and_cursor";
      parameters.violation("page", code, FinanceProblems.text(code));
    }
    InvoicePaging paging =
        new InvoicePaging(
            parameters.integer("page", 1, 1, Integer.MAX_VALUE),
            parameters.integer(
                "per_page", InvoicePaging.DEFAULT_PER_PAGE, 1, InvoicePaging.MAX_PER_PAGE),
            cursor);
    InvoicePages.violations(customerId, paging)
        .forEach(found -> parameters.violation(found.field(), found.code(), found.message()));
    return paging;
  }

  private static Map<String, Object> about(long customerId, String privacyLevel) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("customer_id", customerId);
    answer.put("privacy_level", privacyLevel);
    return answer;
  }

  private Caller caller() {
    return callers
        .current()
        .orElseThrow(() -> new IllegalStateException("a request without a caller"));
  }
}
