package com.chronotech.customer360.platform.rest.operations;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.annotation.Priority;
import javax.ws.rs.Path;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** Measures requests by the template of their address, so that ids do not become time series. */
@Component(
    service = {ContainerRequestFilter.class, ContainerResponseFilter.class},
    scope = ServiceScope.PROTOTYPE)
@JaxrsExtension
@JaxrsName("customer360.metrics")
@Priority(100)
public final class RequestMetrics implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String BEGIN = "customer360.metrics.begin";
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Metrics metrics;
  private final Map<Method, String> templates = new ConcurrentHashMap<>();

  @Context private ResourceInfo resource;

  /** Creates the filter. */
  @Activate
  public RequestMetrics(@Reference Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(BEGIN, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Method method = resource == null ? null : resource.getResourceMethod();
    if (method != null && request.getProperty(BEGIN) instanceof Long begin) {
      String template =
          templates.computeIfAbsent(method, m -> template(resource.getResourceClass(), m));
      metrics.request(
          request.getMethod(), template, response.getStatus(), (System.nanoTime() - begin) / NANOS);
    }
  }

  private static String template(Class<?> resourceClass, Method method) {
    return join(resourceClass.getAnnotation(Path.class), method.getAnnotation(Path.class));
  }

  private static String join(Path outer, Path inner) {
    StringBuilder path = new StringBuilder();
    for (Path part : new Path[] {outer, inner}) {
      if (part != null && !part.value().isEmpty() && !part.value().equals("/")) {
        path.append(part.value().startsWith("/") ? "" : "/").append(part.value());
      }
    }
    return path.isEmpty() ? "/" : path.toString();
  }
}
