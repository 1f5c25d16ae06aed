package com.chronotech.customer360.platform.rest;

import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.UriInfo;

/**
 * Tells our resources from those of others. The whiteboard has one application for all modules of
 * the container, and its extensions see every request of it.
 */
final class OwnResources {
  private static final String OURS = "com.chronotech.customer360.";

  private OwnResources() {}

  static boolean includes(ResourceInfo matched) {
    Class<?> resource = matched == null ? null : matched.getResourceClass();
    return resource != null
        && (resource.getName().startsWith(OURS)
            || resource.isAnnotationPresent(Authenticated.class));
  }

  /** Whether a request failed at a resource of ours, or found none under our addresses. */
  static boolean concerns(ResourceInfo matched, UriInfo uri) {
    if (matched != null && matched.getResourceClass() != null) {
      return includes(matched);
    }
    String path = uri.getPath();
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return under(relative, "customers") || under(relative, "api/customer360");
  }

  private static boolean under(String path, String prefix) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }
}
