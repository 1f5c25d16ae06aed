package com.chronotech.customer360.platform.rest.session;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.platform.caller.Session;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.rest.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.servlet.http.HttpServletRequest;

/**
 * What is told of whoever is signed in.
 *
 * @param may what was asked for by {@code may=}, and whether they may
 */
record SessionAnswer(boolean success, Told session, Map<String, Boolean> may) {
  private static final int MOST_ASKED = 60;

  /**
   * Who it is; ends are those of a session, null for credentials that come with each request.
   *
   * @param csrfToken what to send as {@code X-CSRF-Token}; null when no cookie is used
   */
  record Told(
      String name,
      Long userId,
      List<String> roles,
      String language,
      String csrfToken,
      Instant idleEndsAt,
      Instant endsAt) {}

  /** Reads the permissions that a request asks about. */
  static Set<Permission> asked(HttpServletRequest request) {
    Parameters parameters = Parameters.ofServlet(request);
    Set<Permission> asked =
        parameters.each("may", SessionAnswer::permission, "session.unknown_permission");
    if (asked.size() > MOST_ASKED) {
      LocalizedText text = SignIn.text("session.too_many_permissions", MOST_ASKED);
      parameters.violation("may", "session.too_many_permissions", text);
    }
    parameters.check();
    return asked;
  }

  private static Optional<Permission> permission(String name) {
    try {
      return Optional.of(new Permission(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The answer about a session, with what its cookie's requests must prove. */
  static SessionAnswer of(Session session, String csrfToken, Map<String, Boolean> may) {
    Caller caller = session.caller();
    return new SessionAnswer(
        true, told(caller, csrfToken, session.idleEndsAt(), session.endsAt()), may);
  }

  /** The answer about somebody who signs in with each request. */
  static SessionAnswer of(Caller caller, Map<String, Boolean> may) {
    return new SessionAnswer(true, told(caller, null, null, null), may);
  }

  /** What of it a caller may do. */
  static Map<String, Boolean> may(Callers callers, Caller caller, Set<Permission> asked) {
    Map<String, Boolean> may = new TreeMap<>();
    asked.forEach(permission -> may.put(permission.name(), callers.may(caller, permission)));
    return may;
  }

  private static Told told(Caller caller, String csrfToken, Instant idleEndsAt, Instant endsAt) {
    return new Told(
        caller.name(),
        caller.userId().isPresent() ? caller.userId().getAsLong() : null,
        caller.roles().stream().sorted().toList(),
        caller.locale().toLanguageTag(),
        csrfToken,
        idleEndsAt,
        endsAt);
  }
}
