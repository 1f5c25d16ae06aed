package com.chronotech.customer360.platform.rest.session;

import com.chronotech.customer360.platform.caller.Authenticator;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.platform.caller.Session;
import com.chronotech.customer360.platform.caller.Sessions;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sessions in memory, and an authenticator that knows one password. */
final class TestSessions implements Sessions, Authenticator, Callers {
  static final Instant OPENED = Instant.parse("2026-11-26T12:00:00Z");
  static final Instant IDLE = Instant.parse("2026-11-26T12:30:00Z");
  static final Instant END = Instant.parse("2026-11-26T22:00:00Z");

  final Map<String, Session> open = new HashMap<>();
  int lookUps;
  boolean away;

  String opened() {
    return open(Caller.user("zoé", 7, "technician")).token();
  }

  @Override
  public Opened open(Caller caller) {
    check();
    String token = "token-" + open.size();
    Session session = new Session(caller, OPENED, IDLE, END);
    open.put(token, session);
    return new Opened(token, session);
  }

  @Override
  public Optional<Session> find(String token) {
    check();
    lookUps++;
    return Optional.ofNullable(open.get(token));
  }

  @Override
  public Optional<Session> speak(String token, Locale language) {
    check();
    return Optional.ofNullable(
        open.computeIfPresent(
            token,
            (known, session) ->
                new Session(session.caller().speaking(language), OPENED, IDLE, END)));
  }

  @Override
  public void end(String token) {
    check();
    open.remove(token);
  }

  @Override
  public int endAll(String name) {
    throw new UnsupportedOperationException();
  }

  private void check() {
    if (away) {
      throw problem(ProblemException.Kind.UNAVAILABLE);
    }
  }

  @Override
  public Optional<Caller> authenticate(String authorization, String acceptLanguage) {
    if (authorization == null) {
      return Optional.empty();
    }
    if (authorization.equals(SCHEME)) {
      throw problem(ProblemException.Kind.FORBIDDEN);
    }
    if (authorization.startsWith(SCHEME + " ")) {
      return find(authorization.substring(8)).map(Session::caller);
    }
    String right =
        Base64.getEncoder().encodeToString("zoé:sé:same".getBytes(StandardCharsets.UTF_8));
    return authorization.equals("Basic " + right)
        ? Optional.of(Caller.user("zoé", 7, "technician"))
        : Optional.empty();
  }

  private static ProblemException problem(ProblemException.Kind kind) {
    return new ProblemException(kind, "test." + kind, locale -> "test", List.of());
  }

  @Override
  public Optional<Caller> current() {
    return Optional.empty();
  }

  @Override
  public Scope enter(Caller caller) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean may(Caller caller, Permission permission) {
    return permission.name().endsWith(".read");
  }

  @Override
  public void require(Caller caller, Permission permission) {
    throw new UnsupportedOperationException();
  }

  /** The edge as configured. */
  static SessionEdge edge(String secure, boolean trustProxy) {
    return new SessionEdge(
        (SessionConfiguration)
            java.lang.reflect.Proxy.newProxyInstance(
                SessionConfiguration.class.getClassLoader(),
                new Class<?>[] {SessionConfiguration.class},
                (self, method, arguments) ->
                    method.getName().equals("session_cookie_secure") ? secure : trustProxy));
  }
}
