package com.chronotech.customer360.platform.rest.openapi;

import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** {@code /api/customer360/docs}: Swagger UI over the description, from this server alone. */
@Hidden
@Component(service = DocsResource.class)
@JaxrsResource
@JaxrsName("customer360.docs")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("/api/customer360/docs")
public final class DocsResource {
  private static final Permission READ = new Permission("api.read");

  /** No script but our own files; Swagger UI sets styles on elements, and draws icons from data. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final Map<String, String> FILES =
      Map.of(
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
          "swagger-ui-bundle.js.LICENSE.txt", "text/plain; charset=utf-8",
          "swagger-ui.css", "text/css; charset=utf-8",
          "favicon-32x32.png", "image/png",
          "docs.js", "text/javascript; charset=utf-8");

  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public DocsResource(@Reference Callers callers) {
    this.callers = callers;
  }

  /** The page. */
  @GET
  public Response page(@Context UriInfo uri) throws IOException {
    callers.require(callers.current().orElseThrow(), READ);
    String base = uri.getBaseUri().getRawPath();
    String html =
        new String(read("index.html"), StandardCharsets.UTF_8)
            .replace("{base}", base.endsWith("/") ? base : base + "/");
    return Response.ok(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8")
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  /** A file of the page. */
  @GET
  @Path("{file}")
  public Response file(@PathParam("file") String file) throws IOException {
    callers.require(callers.current().orElseThrow(), READ);
    String type = FILES.get(file);
    if (type == null) {
      throw new NotFoundException();
    }
    byte[] content = read(file);
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_LENGTH, content.length)
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
        .build();
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream content = DocsResource.class.getResourceAsStream("ui/" + file)) {
      if (content == null) {
        throw new NotFoundException();
      }
      return content.readAllBytes();
    }
  }
}
