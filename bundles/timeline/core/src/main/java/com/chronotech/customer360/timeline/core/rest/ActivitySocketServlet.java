package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.platform.caller.Authenticator;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.rest.ServletProblems;
import com.chronotech.customer360.timeline.core.Asking;
import com.chronotech.customer360.timeline.core.TimelineEngine;
import com.chronotech.customer360.timeline.core.model.TimelineProblems;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.websocket.servlet.WebSocketServlet;
import org.eclipse.jetty.websocket.servlet.WebSocketServletFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Opens WebSockets at {@code /ws/customers/{id}}. Who asks, what they may and whom they ask for is
 * settled at the handshake, with the same errors as any other address.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/ws/*")
@HttpWhiteboardServletName("customer360-ws")
public final class ActivitySocketServlet extends WebSocketServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/customers/([0-9]{1,18})/?");
  private static final String REQUEST = "customer360.socket";

  private final transient TimelineEngine engine;
  private final transient Authenticator authenticator;
  private final transient LiveClients clients = new LiveClients("customer360-ws");

  /** Creates the servlet. */
  @Activate
  public ActivitySocketServlet(
      @Reference TimelineEngine engine, @Reference Authenticator authenticator) {
    this.engine = engine;
    this.authenticator = authenticator;
  }

  @Override
  public void configure(WebSocketServletFactory factory) {
    factory.getPolicy().setMaxTextMessageSize(1024);
    factory.setCreator(
        (request, response) ->
            new ActivitySocket((SocketRequest) request.getServletAttribute(REQUEST), clients));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      Optional<Caller> caller =
          authenticator.authenticate(
              request.getHeader("Authorization"), request.getHeader("Accept-Language"));
      if (caller.isEmpty()) {
        ServletProblems.unauthenticated(request, response);
        return;
      }
      Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
      if (!path.matches()) {
        ServletProblems.notFound(request, response);
        return;
      }
      request.setAttribute(REQUEST, allowed(request, caller.get(), Long.parseLong(path.group(1))));
    } catch (ProblemException problem) {
      ServletProblems.answer(problem, request, response);
      return;
    }
    super.service(request, response);
  }

  private SocketRequest allowed(HttpServletRequest request, Caller caller, long customerId) {
    for (String name : request.getParameterMap().keySet()) {
      if (!"since".equals(name)) {
        throw TimelineProblems.badRequest(name, "timeline.unknown_parameter", name);
      }
    }
    String given = request.getParameter("since");
    String since = given == null || given.isBlank() ? null : given;
    Asking asking = Asking.client(caller);
    String privacyLevel = engine.checkFollow(asking, customerId, since).privacyLevel();
    return new SocketRequest(
        engine, asking, customerId, since == null ? engine.now() : since, privacyLevel);
  }

  /** Ends every connection. */
  @Deactivate
  public void stop() {
    clients.close();
  }
}
