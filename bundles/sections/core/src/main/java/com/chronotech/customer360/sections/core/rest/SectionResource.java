package com.chronotech.customer360.sections.core.rest;

import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.sections.core.Loaded;
import com.chronotech.customer360.sections.core.SectionEngine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
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

/** The tabs of a customer, each in one call. */
@Component(service = SectionResource.class)
@JaxrsResource
@JaxrsName("customer360.sections")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/{id: [0-9]{1,18}}/sections")
@Tag(name = "sections", description = "The tabs of a customer, each in one call")
public final class SectionResource {
  private final SectionEngine engine;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public SectionResource(@Reference SectionEngine engine, @Reference Callers callers) {
    this.engine = engine;
    this.callers = callers;
  }

  /** The tabs there are. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Read which sections there are",
      description = "With whether this installation has each and whether the caller may read it.")
  public Response list(
      @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    Caller caller = caller(callers);
    HostCustomer customer = engine.customer(caller, id);
    return Answers.ok(
        headers,
        SectionAnswers.list(customer, engine.list(caller), caller.locale()),
        customer.privacyLevel());
  }

  /** One tab. */
  @GET
  @Path("{section: [^/]{1,64}}")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Operation(
      summary = "Read the data of one section",
      description =
          "profile, contacts, addresses, vehicles, activity, finances, documents, analytics,"
              + " consents. What this installation has not is answered with available false and the"
              + " reason. With Accept: text/html the same as a fragment of a page.")
  public Response section(
      @PathParam("id") long id,
      @PathParam("section") String section,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    Caller caller = caller(callers);
    Locale locale = caller.locale();
    Loaded loaded = engine.load(caller, id, section);
    String level = loaded.data().privacyLevel();
    if (!wantsPage(headers)) {
      return Answers.ok(headers, SectionAnswers.section(loaded, locale), level);
    }
    Fragment fragment = new Fragment(loaded, locale, engine.zone(id));
    return Answers.html(headers, fragment.html(), Answers.STILL_PAGE, level);
  }

  /** Whether a page is liked better than JSON, which whoever likes everything gets. */
  static boolean wantsPage(HttpHeaders headers) {
    for (MediaType type : headers.getAcceptableMediaTypes()) {
      if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return false;
      }
      if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
        return true;
      }
    }
    return false;
  }

  /** The client that the filter at the edge bound; a resource is never reached without one. */
  static Caller caller(Callers callers) {
    return callers
        .current()
        .orElseThrow(() -> new IllegalStateException("a request without a caller"));
  }
}
