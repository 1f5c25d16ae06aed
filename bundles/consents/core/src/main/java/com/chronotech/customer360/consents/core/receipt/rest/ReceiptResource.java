package com.chronotech.customer360.consents.core.receipt.rest;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.model.ConsentProblems;
import com.chronotech.customer360.consents.core.receipt.ReceiptEngine;
import com.chronotech.customer360.consents.core.receipt.ReceiptEngine.Issued;
import com.chronotech.customer360.consents.core.receipt.model.ReceiptProblems;
import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Json;
import com.chronotech.customer360.platform.rest.Parameters;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.core.Variant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The receipt of a customer's consent, in three forms. */
@Component(service = ReceiptResource.class)
@JaxrsResource
@JaxrsName("customer360.consents.receipt")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("customers/{id: [0-9]{1,18}}/consents/{type}/receipt")
@Tag(name = "consents", description = "What customers agreed to")
public final class ReceiptResource {
  private static final String JOSE = "application/jose";
  private static final MediaType JOSE_TYPE = MediaType.valueOf(JOSE);
  private static final List<Variant> FORMS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, JOSE_TYPE, MediaType.TEXT_HTML_TYPE)
          .build();

  private final ReceiptEngine engine;
  private final HostDirectory host;
  private final Callers callers;

  private record Answer(
      boolean success, String privacyLevel, String receipt, String qrSvg, JsonNode payload) {}

  /** Creates the resource. */
  @Activate
  public ReceiptResource(
      @Reference ReceiptEngine engine, @Reference HostDirectory host, @Reference Callers callers) {
    this.engine = engine;
    this.host = host;
    this.callers = callers;
  }

  /** The receipt, in the form that the client likes best. */
  @GET
  @Produces({MediaType.APPLICATION_JSON, JOSE, MediaType.TEXT_HTML})
  @Operation(
      summary = "Issue the signed receipt of the version that stands",
      description =
          "As JSON with a picture of its QR code; with Accept: application/jose the signed text"
              + " alone (RFC 7515), with text/html a page to print, which has the picture too.")
  public Response receipt(
      @PathParam("id") long id,
      @PathParam("type") String type,
      @Context UriInfo uri,
      @Context Request request,
      @Context HttpHeaders headers) {
    Issued issued = issue(id, type, uri);
    HostCustomer customer = customer(id);
    Variant liked = request.selectVariant(FORMS);
    if (liked != null && liked.getMediaType().equals(MediaType.TEXT_HTML_TYPE)) {
      return page(issued, customer, headers);
    }
    String level = customer.privacyLevel();
    if (liked != null && liked.getMediaType().equals(JOSE_TYPE)) {
      byte[] text = issued.jws().text().getBytes(StandardCharsets.US_ASCII);
      return Answers.bytes(headers, JOSE_TYPE, text, level);
    }
    byte[] payload = issued.jws().payload().getBytes(StandardCharsets.UTF_8);
    String qr = QrSvg.of(engine.qrText(issued.jws())).orElse(null);
    return Answers.ok(
        headers, new Answer(true, level, issued.jws().text(), qr, Json.read(payload)), level);
  }

  private Response page(Issued issued, HostCustomer customer, HttpHeaders headers) {
    String qr = QrSvg.of(engine.qrText(issued.jws())).orElse(null);
    return Answers.html(
        headers,
        new ReceiptPage(issued, qr, customer.zone()).html(),
        Answers.STILL_PAGE,
        customer.privacyLevel());
  }

  private Issued issue(long id, String type, UriInfo uri) {
    Parameters.of(uri).check();
    ConsentType purpose =
        ConsentType.ofCode(type).orElseThrow(() -> ReceiptProblems.unknownPurpose(type));
    return engine.issue(caller(), id, purpose);
  }

  private HostCustomer customer(long id) {
    return host.customer(id).orElseThrow(() -> ConsentProblems.unknownCustomer(id));
  }

  /** The client that the filter at the edge bound; a resource is never reached without one. */
  private Caller caller() {
    return callers
        .current()
        .orElseThrow(() -> new IllegalStateException("a request without a caller"));
  }
}
