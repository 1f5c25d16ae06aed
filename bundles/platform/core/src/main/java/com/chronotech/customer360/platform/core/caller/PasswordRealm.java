package com.chronotech.customer360.platform.core.caller;

import java.util.Optional;
import java.util.Set;

/** Where sign-in names and passwords are checked. */
@FunctionalInterface
public interface PasswordRealm {

  /** The roles of a user; empty when name or password are wrong. */
  Optional<Set<String>> signIn(String name, char[] password);
}
