package com.chronotech.customer360.console;

import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.platform.caller.Sessions;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code customer360:sign-out}. */
@Service
@Command(
    scope = "customer360",
    name = "sign-out",
    description = "Ends every session of a name, such as of somebody who has left")
public final class SignOutCommand extends ConsoleAction {
  private static final Permission END = new Permission("sessions.end");

  @Reference(optional = true)
  Sessions sessions;

  @Argument(name = "name", description = "The sign-in name", required = true)
  String name;

  @Override
  void run() throws CommandRefused {
    callers.require(callers.current().orElseThrow(), END);
    int ended = need(sessions, "Sessions").endAll(name);
    if (json) {
      print(Json.object("name", name, "ended", ended));
    } else {
      out().println(say("sessions.ended", ended, Printable.line(name)));
    }
  }
}
