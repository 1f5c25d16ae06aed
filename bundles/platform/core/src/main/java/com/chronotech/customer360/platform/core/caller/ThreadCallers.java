package com.chronotech.customer360.platform.core.caller;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.platform.caller.Roles;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Callers bound to threads, and the permissions of {@code etc}, which may change at any time. */
@Component(
    service = {Callers.class, Roles.class},
    configurationPid = "com.chronotech.customer360.permissions")
@Designate(ocd = PermissionsConfiguration.class)
public final class ThreadCallers implements Callers, Roles {
  // One instance a container, and no state in statics.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Binding> bound = new ThreadLocal<>();

  private volatile RolePermissions permissions;

  /** Creates callers with the permissions of the configuration. */
  @Activate
  public ThreadCallers(PermissionsConfiguration typed, Map<String, Object> properties) {
    this(RolePermissions.of(properties));
  }

  /** Creates callers with given permissions. */
  public ThreadCallers(RolePermissions permissions) {
    this.permissions = permissions;
  }

  /** Puts a changed configuration in force. */
  @Modified
  void modified(Map<String, Object> properties) {
    permissions = RolePermissions.of(properties);
  }

  @Override
  public Optional<Caller> current() {
    Binding binding = bound.get();
    if (binding == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(open(binding)).map(Binding::caller);
  }

  @Override
  public Scope enter(Caller caller) {
    Binding before = bound.get();
    Binding binding = new Binding(caller, before == null ? null : open(before));
    bound.set(binding);
    return binding;
  }

  @Override
  public Map<String, Set<String>> permissions() {
    return permissions.byRole();
  }

  @Override
  public boolean may(Caller caller, Permission permission) {
    return permissions.grant(caller.roles(), permission);
  }

  @Override
  public void require(Caller caller, Permission permission) {
    if (!may(caller, permission)) {
      throw new ProblemException(
          ProblemException.Kind.FORBIDDEN,
          "caller.forbidden",
          LocalizedText.of(ThreadCallers.class, "caller.forbidden", permission.name()),
          List.of());
    }
  }

  /** The innermost binding that is still open; forgets those that another thread closed. */
  private Binding open(Binding from) {
    Binding binding = from;
    while (binding != null && binding.closed) {
      binding = binding.before;
    }
    if (binding != from) {
      if (binding == null) {
        bound.remove();
      } else {
        bound.set(binding);
      }
    }
    return binding;
  }

  /**
   * A binding. An answer that was finished by another thread closes it there; the bound thread
   * drops it when it looks next.
   */
  private final class Binding implements Scope {
    private final Caller caller;
    private final Binding before;
    private volatile boolean closed;

    private Binding(Caller caller, Binding before) {
      this.caller = caller;
      this.before = before;
    }

    private Caller caller() {
      return caller;
    }

    @Override
    public void close() {
      closed = true;
      Binding here = bound.get();
      if (here != null) {
        open(here);
      }
    }
  }
}
