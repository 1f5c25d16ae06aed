package com.chronotech.customer360.platform.caller;

/**
 * A permission, checked in the services and granted to roles in {@code
 * etc/com.chronotech.customer360.permissions.cfg}.
 *
 * @param name dotted and lower case, such as {@code timeline.read}
 */
public record Permission(String name) {

  /**
   * Creates a permission.
   *
   * @throws IllegalArgumentException if the name is not dotted lower-case words
   */
  public Permission {
    if (!name.matches("[a-z]+(\\.[a-z_]+)+")) {
      throw new IllegalArgumentException("not a permission: " + name);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
