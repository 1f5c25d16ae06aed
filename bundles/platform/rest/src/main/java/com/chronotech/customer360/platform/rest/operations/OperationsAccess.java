package com.chronotech.customer360.platform.rest.operations;

import com.chronotech.customer360.platform.caller.Authenticator;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.rest.ServletProblems;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The door of the addresses that administrators and their tools use. */
@Component(
    service = OperationsAccess.class,
    configurationPid = "com.chronotech.customer360.operations")
@Designate(ocd = OperationsConfiguration.class)
public final class OperationsAccess {
  private final Authenticator authenticator;
  private final Callers callers;
  private volatile boolean anonymous;

  /** Creates the door. */
  @Activate
  public OperationsAccess(
      OperationsConfiguration configuration,
      @Reference Authenticator authenticator,
      @Reference Callers callers) {
    this.anonymous = configuration.anonymous();
    this.authenticator = authenticator;
    this.callers = callers;
  }

  /** Puts a changed configuration in force. */
  @Modified
  void modified(OperationsConfiguration configuration) {
    anonymous = configuration.anonymous();
  }

  /** Whether the request may go on; answers it where it may not. */
  boolean admits(HttpServletRequest request, HttpServletResponse response, Permission permission)
      throws IOException {
    if (anonymous) {
      return true;
    }
    try {
      Optional<Caller> caller =
          authenticator.authenticate(
              request.getHeader("Authorization"), request.getHeader("Accept-Language"));
      if (caller.isEmpty()) {
        ServletProblems.unauthenticated(request, response);
        return false;
      }
      callers.require(caller.get(), permission);
      return true;
    } catch (ProblemException e) {
      ServletProblems.answer(e, request, response);
      return false;
    }
  }
}
