package com.chronotech.customer360.platform.core.caller;

import com.chronotech.customer360.platform.caller.Permission;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What roles may do. Immutable.
 *
 * @param byRole permissions by the role's lower-case name
 */
public record RolePermissions(Map<String, Set<String>> byRole) {
  private static final String EVERYTHING = "*";

  /** Copies the mapping. */
  public RolePermissions {
    byRole = Map.copyOf(byRole);
  }

  /**
   * Reads a configuration: every property whose name is a plain word is a role. Names with a dot
   * are the container's own.
   */
  public static RolePermissions of(Map<String, Object> properties) {
    return new RolePermissions(
        properties.entrySet().stream()
            .filter(property -> !property.getKey().contains("."))
            .filter(property -> property.getValue() instanceof String)
            .collect(
                Collectors.toMap(
                    property -> property.getKey().toLowerCase(Locale.ROOT),
                    property -> split((String) property.getValue()),
                    (first, second) -> second)));
  }

  /** Whether one of the roles has the permission; a role that is not known has none. */
  public boolean grant(Set<String> roles, Permission permission) {
    for (String role : roles) {
      Set<String> granted = byRole.get(role);
      if (granted != null && includes(granted, permission.name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean includes(Set<String> granted, String name) {
    return granted.contains(name)
        || granted.contains(EVERYTHING)
        || granted.contains(name.substring(0, name.indexOf('.')) + ".*");
  }

  private static Set<String> split(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
