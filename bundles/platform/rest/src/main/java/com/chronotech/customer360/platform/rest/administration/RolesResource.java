package com.chronotech.customer360.platform.rest.administration;

import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Roles;
import com.chronotech.customer360.platform.rest.Answers;
import com.chronotech.customer360.platform.rest.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

/** What each role may do. */
@Component(service = RolesResource.class)
@JaxrsResource
@JaxrsName("customer360.roles")
@JaxrsExtensionSelect("(osgi.jaxrs.name=customer360.caller)")
@Path("api/customer360/roles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration", description = "What an administrator reads of the installation")
public final class RolesResource {
  private final Roles roles;
  private final Callers callers;

  /** Creates the resource. */
  @Activate
  public RolesResource(@Reference Roles roles, @Reference Callers callers) {
    this.roles = roles;
    this.callers = callers;
  }

  /** The roles. */
  @GET
  @Operation(
      summary = "Read what each role may do",
      description =
          "As etc/com.chronotech.customer360.permissions.cfg says now: * is everything, timeline.*"
              + " everything of one domain. Needs roles.read.")
  public Response roles(@Context UriInfo uri, @Context HttpHeaders headers) {
    Parameters.of(uri).check();
    callers.require(callers.current().orElseThrow(), Roles.READ);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("roles", told(roles.permissions()));
    return Answers.ok(headers, answer);
  }

  private static List<Map<String, Object>> told(Map<String, Set<String>> roles) {
    return new TreeMap<>(roles)
        .entrySet().stream()
            .map(
                role ->
                    Map.<String, Object>of(
                        "role", role.getKey(), "permissions", new TreeSet<>(role.getValue())))
            .toList();
  }
}
