package com.chronotech.customer360.platform.rest.operations;

import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.platform.health.HealthCheck;
import com.chronotech.customer360.platform.rest.Json;
import com.chronotech.customer360.platform.rest.ServletProblems;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /health/live}: the server answers. {@code /health/ready}: it can serve, 503 when it
 * cannot, for balancers. {@code /health}: everything is in order, 503 when something is not, for
 * whoever watches. The latter two name every check.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("customer360.health")
@HttpWhiteboardServletPattern({"/health", "/health/*"})
public final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(HealthServlet.class);
  private static final Permission READ = new Permission("health.read");

  private static final Comparator<Found> BY_NAME = Comparator.comparing(Found::name);

  private final transient OperationsAccess access;
  private final transient List<HealthCheck> checks = new CopyOnWriteArrayList<>();

  private record Found(String name, boolean up, boolean neededToServe, String detail) {}

  /** Creates the servlet. */
  @Activate
  public HealthServlet(@Reference OperationsAccess access) {
    this.access = access;
  }

  /** Adds a check. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addCheck(HealthCheck check) {
    checks.add(check);
  }

  /** Removes a check. */
  public void removeCheck(HealthCheck check) {
    checks.remove(check);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!access.admits(request, response, READ)) {
      return;
    }
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    switch (path) {
      case "/live" -> write(response, true, List.of());
      case "", "/" -> {
        List<Found> found = found();
        write(response, found.stream().allMatch(Found::up), found);
      }
      case "/ready" -> {
        List<Found> found = found();
        write(response, found.stream().allMatch(one -> one.up() || !one.neededToServe()), found);
      }
      default -> ServletProblems.notFound(request, response);
    }
  }

  private List<Found> found() {
    return checks.stream().map(HealthServlet::ask).sorted(BY_NAME).toList();
  }

  private static Found ask(HealthCheck check) {
    boolean needed = check.isNeededToServe();
    try {
      HealthCheck.Result result = check.check();
      return new Found(check.name(), result.up(), needed, result.detail());
    } catch (RuntimeException e) {
      LOG.warn("the health check {} failed itself", check.name(), e);
      return new Found(check.name(), false, needed, "the check itself failed; see the log");
    }
  }

  private static void write(HttpServletResponse response, boolean up, List<Found> found)
      throws IOException {
    byte[] body = Json.write(new Body(up, up ? "up" : "down", found));
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private record Body(boolean success, String status, List<Found> checks) {}
}
