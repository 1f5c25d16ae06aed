package com.chronotech.customer360.platform.rest.openapi;

import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.platform.rest.Answers;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/**
 * {@code /api/customer360/openapi.json}: the resources that are in the registry now, as they
 * describe themselves. A domain that is not installed is not described.
 */
@Component(service = OpenApiResource.class)
@JaxrsResource
@JaxrsName("customer360.openapi")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("/api/customer360/openapi.json")
public final class OpenApiResource {
  private static final Permission READ = new Permission("api.read");
  private static final String OURS = "com.chronotech.customer360.";

  private final BundleContext context;
  private final Callers callers;
  private volatile Described last = new Described(Set.of(), "");

  /** A description, and the classes it is of. */
  private record Described(Set<Class<?>> resources, String json) {}

  /** Creates the resource. */
  @Activate
  public OpenApiResource(BundleContext context, @Reference Callers callers) {
    this.context = context;
    this.callers = callers;
  }

  /** The description as JSON. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "This description, as OpenAPI 3", tags = "api")
  public Response describe(@Context HttpHeaders headers) {
    callers.require(callers.current().orElseThrow(), READ);
    Set<Class<?>> resources = registered();
    Described described = last;
    if (!described.resources().equals(resources)) {
      described = new Described(resources, ApiDescription.of(resources));
      last = described;
    }
    byte[] body = described.json().getBytes(StandardCharsets.UTF_8);
    return Answers.bytes(headers, MediaType.APPLICATION_JSON_TYPE, body, null);
  }

  private Set<Class<?>> registered() {
    Collection<ServiceReference<?>> found = new TreeSet<>(Comparator.reverseOrder());
    try {
      ServiceReference<?>[] all =
          context.getAllServiceReferences(null, "(osgi.jaxrs.resource=true)");
      found.addAll(all == null ? Set.of() : Set.of(all));
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("a constant filter", e);
    }
    Set<Class<?>> classes = new LinkedHashSet<>();
    for (ServiceReference<?> reference : found) {
      Object resource = context.getService(reference);
      if (resource != null) {
        try {
          if (resource.getClass().getName().startsWith(OURS)) {
            classes.add(resource.getClass());
          }
        } finally {
          context.ungetService(reference);
        }
      }
    }
    return classes;
  }
}
