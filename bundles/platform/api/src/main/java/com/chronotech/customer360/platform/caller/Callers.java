package com.chronotech.customer360.platform.caller;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Binds a {@link Caller} to the current thread, and answers what the bound caller may do. Published
 * as a service by the platform. Thread-safe; a binding belongs to the thread that made it.
 */
@ProviderType
public interface Callers {

  /** The caller bound to this thread; empty when none is. */
  Optional<Caller> current();

  /**
   * Binds a caller to this thread until the scope is closed, which restores the one before. Use
   * with try-with-resources.
   */
  Scope enter(Caller caller);

  /** Whether a caller's roles carry a permission, by the mapping in force now. */
  boolean may(Caller caller, Permission permission);

  /**
   * Refuses unless the caller has the permission.
   *
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code FORBIDDEN}
   */
  void require(Caller caller, Permission permission);

  /** A binding of a caller to a thread. */
  @ProviderType
  interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
