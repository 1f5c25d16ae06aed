package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.caller.Caller;
import java.io.IOException;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Problems in the same shape from servlets that stand outside JAX-RS. */
public final class ServletProblems {

  private ServletProblems() {}

  /** Answers 401. */
  public static void unauthenticated(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(Problem.unauthenticated(), request, response);
  }

  /** Answers 404. */
  public static void notFound(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    status(404, request, response);
  }

  /** Answers 503. */
  static void unavailable(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    status(503, request, response);
  }

  /**
   * Answers a status of HTTP in our words.
   *
   * @param status 400 or more
   */
  public static void status(int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(Problem.ofStatus(status), request, response);
  }

  /** Answers what an exception means, and logs what is ours to mend. */
  public static void answer(
      Throwable thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem = Problem.of(thrown);
    Problems.log(problem, thrown);
    write(problem, request, response);
  }

  private static void write(
      Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String traceId = TraceIds.of(request);
    Locale locale = Caller.localeFor(request.getHeader("Accept-Language"));
    boolean rfc9457 = ProblemBody.wantsRfc9457(request.getHeader("Accept"));
    byte[] body = ProblemBody.write(problem, locale, traceId, rfc9457);
    response.setStatus(problem.status());
    response.setContentType(rfc9457 ? ProblemBody.PROBLEM_JSON : ProblemBody.JSON);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(TraceIds.HEADER, traceId);
    if (problem.status() == 401) {
      response.setHeader(Challenge.HEADER, Challenge.to(request::getHeader));
    }
    if (problem.retryAfterSeconds() > 0) {
      response.setIntHeader("Retry-After", problem.retryAfterSeconds());
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
