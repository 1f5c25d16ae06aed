package com.chronotech.customer360.platform.rest.session;

import com.chronotech.customer360.platform.caller.Authenticator;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.platform.caller.Session;
import com.chronotech.customer360.platform.caller.Sessions;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.rest.Json;
import com.chronotech.customer360.platform.rest.RateLimit;
import com.chronotech.customer360.platform.rest.ServletProblems;
import com.chronotech.customer360.platform.rest.TraceIds;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * {@code /api/customer360/session}: GET tells who is signed in and what they may, POST signs in,
 * PATCH changes the language, DELETE signs out. Outside JAX-RS, whose filter lets nobody pass who
 * is not signed in.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("customer360.session")
@HttpWhiteboardServletPattern("/api/customer360/session")
public final class SessionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(SessionServlet.class);
  private static final Set<String> JSON = Set.of("application/json");
  private static final Set<String> MERGE =
      Set.of("application/json", "application/merge-patch+json");

  /** Nobody signs in more often; whoever does fills the table. */
  private static final int PER_MINUTE = 60;

  private static final int NAMES = 10_000;

  private final transient Sessions sessions;
  private final transient Authenticator authenticator;
  private final transient Callers callers;
  private final transient SessionEdge edge;
  private final transient RateLimit openings = new RateLimit(PER_MINUTE, NAMES, System::nanoTime);

  /** Creates the servlet. */
  @Activate
  public SessionServlet(
      @Reference Sessions sessions,
      @Reference Authenticator authenticator,
      @Reference Callers callers,
      @Reference SessionEdge edge) {
    this.sessions = sessions;
    this.authenticator = authenticator;
    this.callers = callers;
    this.edge = edge;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    MDC.put(
        TraceIds.MDC_KEY,
        TraceIds.choose(request.getHeader("traceparent"), request.getHeader(TraceIds.HEADER)));
    response.setHeader("X-Content-Type-Options", "nosniff");
    try {
      switch (request.getMethod()) {
        case "GET", "HEAD" -> tell(request, response);
        case "POST" -> signIn(request, response);
        case "PATCH" -> speak(request, response);
        case "DELETE" -> signOut(request, response);
        default -> {
          response.setHeader("Allow", "GET, HEAD, POST, PATCH, DELETE");
          ServletProblems.status(405, request, response);
        }
      }
    } catch (RuntimeException e) {
      ServletProblems.answer(e, request, response);
    } finally {
      MDC.remove(TraceIds.MDC_KEY);
    }
  }

  private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Caller> caller = caller(request);
    if (caller.isEmpty()) {
      ServletProblems.unauthenticated(request, response);
      return;
    }
    Set<Permission> asked = SessionAnswer.asked(request);
    Optional<Session> session = token(request).flatMap(sessions::find);
    if (session.isPresent()) {
      write(request, response, session.get(), asked);
    } else {
      write(
          response,
          SessionAnswer.of(caller.get(), SessionAnswer.may(callers, caller.get(), asked)));
    }
  }

  private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // No page of somebody else can send this type without asking us first (CORS): nobody is signed
    // in under a name that is not theirs.
    if (!isOfType(request, JSON)) {
      ServletProblems.status(415, request, response);
      return;
    }
    Set<Permission> asked = SessionAnswer.asked(request);
    SignIn typed = SignIn.read(request.getInputStream());
    Optional<Caller> caller =
        authenticator.authenticate(typed.authorization(), request.getHeader("Accept-Language"));
    if (caller.isEmpty()) {
      LOG.warn("{} was refused a sign-in from {}", typed.name(), edge.address(request));
      throw problem(ProblemException.Kind.UNAUTHENTICATED, "session.wrong_credentials");
    }
    if (openings.take(caller.get().name().toLowerCase(Locale.ROOT)) > 0) {
      throw problem(ProblemException.Kind.TOO_MANY, "session.too_many");
    }
    String before = edge.token(request);
    if (before != null) {
      sessions.end(before);
    }
    Caller speaking =
        typed.language() == null ? caller.get() : caller.get().speaking(typed.language());
    Sessions.Opened opened = sessions.open(speaking);
    LOG.info("{} signed in from {}", typed.name(), edge.address(request));
    edge.keep(opened.token(), request, response);
    write(
        response,
        SessionAnswer.of(
            opened.session(),
            SessionProof.of(opened.token()),
            SessionAnswer.may(callers, speaking, asked)));
  }

  private void speak(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (caller(request).isEmpty()) {
      ServletProblems.unauthenticated(request, response);
      return;
    }
    if (!isOfType(request, MERGE)) {
      ServletProblems.status(415, request, response);
      return;
    }
    Set<Permission> asked = SessionAnswer.asked(request);
    Locale language = SignIn.readLanguage(request.getInputStream());
    Session session =
        token(request)
            .flatMap(token -> sessions.speak(token, language))
            .orElseThrow(() -> problem(ProblemException.Kind.CONFLICT, "session.none"));
    write(request, response, session, asked);
  }

  private void signOut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Caller> caller = caller(request);
    if (caller.isEmpty() && SessionRequest.token(request) == null) {
      ServletProblems.unauthenticated(request, response);
      return;
    }
    token(request).ifPresent(sessions::end);
    caller.ifPresent(who -> LOG.info("{} signed out", who.name()));
    edge.forget(request, response);
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private Optional<Caller> caller(HttpServletRequest request) {
    return authenticator.authenticate(
        request.getHeader("Authorization"), request.getHeader("Accept-Language"));
  }

  private static Optional<String> token(HttpServletRequest request) {
    String prefix = Sessions.SCHEME + ' ';
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, prefix, 0, prefix.length()))
        .map(header -> header.substring(prefix.length()).strip());
  }

  private static boolean isOfType(HttpServletRequest request, Set<String> types) {
    String type = request.getContentType();
    return type != null && types.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      Session session,
      Set<Permission> asked)
      throws IOException {
    String cookie = SessionRequest.token(request);
    write(
        response,
        SessionAnswer.of(
            session,
            cookie == null ? null : SessionProof.of(cookie),
            SessionAnswer.may(callers, session.caller(), asked)));
  }

  private static void write(HttpServletResponse response, SessionAnswer answer) throws IOException {
    byte[] body = Json.write(answer);
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(TraceIds.HEADER, TraceIds.current());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static ProblemException problem(ProblemException.Kind kind, String code) {
    return new ProblemException(kind, code, SignIn.text(code), List.of());
  }
}
