package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.caller.Caller;
import java.security.Principal;
import java.util.Locale;
import javax.ws.rs.core.SecurityContext;

/** The caller as JAX-RS knows users, for what outlives the thread's binding. */
final class CallerContext implements SecurityContext {
  private final User user;
  private final boolean secure;

  /** A principal that carries the caller. */
  record User(Caller caller) implements Principal {
    @Override
    public String getName() {
      return caller.name();
    }
  }

  CallerContext(Caller caller, boolean secure) {
    this.user = new User(caller);
    this.secure = secure;
  }

  @Override
  public Principal getUserPrincipal() {
    return user;
  }

  @Override
  public boolean isUserInRole(String role) {
    return user.caller().roles().contains(role.toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getAuthenticationScheme() {
    return "ChronoTech";
  }
}
