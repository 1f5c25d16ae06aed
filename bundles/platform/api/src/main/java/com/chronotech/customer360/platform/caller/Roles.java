package com.chronotech.customer360.platform.caller;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** What each role may do, as configured now. Published by the platform. Thread-safe. */
@ProviderType
public interface Roles {

  /** To read what roles may do. */
  Permission READ = new Permission("roles.read");

  /**
   * Permissions by the role's lower-case name, as they are written: {@code *} is everything, {@code
   * timeline.*} everything of one domain. Needs no permission: whoever tells a client asks for
   * {@link #READ}.
   */
  Map<String, Set<String>> permissions();
}
