package com.chronotech.customer360.profile.core.segment.rest;

import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.profile.core.segment.SegmentEngine;
import com.chronotech.customer360.profile.core.segment.SegmentEngine.OfCustomer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
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

/** The segments of one customer, and why. */
@Component(service = CustomerSegmentsResource.class)
@JaxrsResource
@JaxrsName("customer360.customer.segments")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("customers/{id: [0-9]{1,18}}/segments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "segments")
public final class CustomerSegmentsResource {
  private final SegmentEngine engine;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public CustomerSegmentsResource(@Reference SegmentEngine engine, @Reference Callers callers) {
    this.engine = engine;
    this.callers = callers;
  }

  /** The segments of a customer. */
  @GET
  @Operation(summary = "Read which segments a customer is in: by hand, and by rule with why")
  public Response segments(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    OfCustomer found =
        engine.ofCustomer(
            callers
                .current()
                .orElseThrow(() -> new IllegalStateException("a request without a caller")),
            id);
    Map<String, Object> answer = SegmentsJson.answer("by_hand", found.byHand());
    answer.put("by_rule", SegmentsJson.memberships(found.byRule()));
    answer.put("privacy_level", found.privacyLevel());
    return Answers.ok(headers, answer, found.privacyLevel());
  }
}
