package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.problem.DatabaseFailures;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Set;

/**
 * A failure as a client is told it.
 *
 * @param status the HTTP status
 * @param code a stable code
 * @param text what happened, for a person
 * @param violations every fault found
 * @param retryAfterSeconds when to try again; 0 when that would not help
 */
record Problem(
    int status,
    String code,
    LocalizedText text,
    List<Violation> violations,
    int retryAfterSeconds) {
  private static final int SOON = 2;
  private static final int LATER = 60;
  private static final int DEPTH = 16;

  /** The statuses of the framework that we have words for. */
  private static final Set<Integer> SPOKEN =
      Set.of(400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 429, 503);

  /** What a thrown exception means; never tells a class name, a statement or a stack. */
  static Problem of(Throwable thrown) {
    Throwable at = thrown;
    for (int i = 0; at != null && i < DEPTH; i++, at = at.getCause()) {
      if (at instanceof ProblemException problem) {
        return of(problem);
      }
      if (at instanceof JsonProcessingException) {
        return plain(400, "request.unreadable_json", 0);
      }
    }
    if (DatabaseFailures.isConflict(thrown)) {
      return plain(503, "database.busy", SOON);
    }
    if (DatabaseFailures.isAway(thrown)) {
      return plain(503, "database.unavailable", SOON);
    }
    return plain(500, "internal", 0);
  }

  /** What a status of the framework means. */
  static Problem ofStatus(int status) {
    if (SPOKEN.contains(status)) {
      return plain(status, "request.status_" + status, status == 503 ? SOON : 0);
    }
    return status < 500
        ? plain(status, "request.refused", 0)
        : new Problem(status, "internal", said("internal"), List.of(), 0);
  }

  /** The problem of credentials that are missing or wrong. */
  static Problem unauthenticated() {
    return plain(401, "caller.unauthenticated", 0);
  }

  private static Problem of(ProblemException problem) {
    int retryAfter =
        switch (problem.kind()) {
          case UNAVAILABLE -> SOON;
          case TOO_MANY -> LATER;
          default -> 0;
        };
    return new Problem(
        problem.kind().status(), problem.code(), problem.text(), problem.violations(), retryAfter);
  }

  private static Problem plain(int status, String code, int retryAfterSeconds) {
    return new Problem(status, code, said(code), List.of(), retryAfterSeconds);
  }

  private static LocalizedText said(String code) {
    return LocalizedText.of(Problem.class, code);
  }
}
