package com.chronotech.customer360.platform.rest;

import javax.annotation.Priority;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * Serves {@code /api/customers/{id}/…} as {@code /api/customer360/{id}/…}: the request goes on as
 * if it had been sent there, whatever its method, so that both are one address to permissions,
 * tags, idempotency keys and streams.
 */
@PreMatching
@Component(service = ContainerRequestFilter.class, scope = ServiceScope.PROTOTYPE)
@JaxrsExtension
@JaxrsName("customer360.aliases")
@Priority(1)
public final class AliasFilter implements ContainerRequestFilter {
  private final SecondFamily addresses;

  /** Creates the filter. */
  @Activate
  public AliasFilter(@Reference SecondFamily addresses) {
    this.addresses = addresses;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    addresses
        .behind(uri.getPath(false))
        .ifPresent(
            path -> {
              String base = uri.getBaseUri().getRawPath();
              String root = base.endsWith("/") ? base : base + '/';
              request.setRequestUri(
                  uri.getRequestUriBuilder()
                      .replacePath(root + (path.startsWith("/") ? path.substring(1) : path))
                      .build());
            });
  }
}
