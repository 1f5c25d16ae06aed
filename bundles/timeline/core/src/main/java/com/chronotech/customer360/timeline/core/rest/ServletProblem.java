package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.rest.Json;
import com.chronotech.customer360.platform.rest.TraceIds;
import com.chronotech.customer360.timeline.core.model.TimelineProblems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/** The contract's error, for a servlet that stands outside of JAX-RS. */
final class ServletProblem {

  private ServletProblem() {}

  static ProblemException unauthenticated() {
    return problem(Kind.UNAUTHENTICATED, "caller.unauthenticated");
  }

  static ProblemException notFound() {
    return problem(Kind.NOT_FOUND, "request.status_404");
  }

  private static ProblemException problem(Kind kind, String code) {
    return new ProblemException(kind, code, TimelineProblems.text(code), List.of());
  }

  static void write(HttpServletResponse response, ProblemException problem, String acceptLanguage)
      throws IOException {
    Locale locale = Caller.localeFor(acceptLanguage);
    String traceId = TraceIds.current();
    List<Map<String, String>> errors = new ArrayList<>();
    for (Violation violation : problem.violations()) {
      Map<String, String> error = new LinkedHashMap<>();
      error.put("field", violation.field());
      error.put("code", violation.code());
      error.put("message", violation.message().in(locale));
      errors.add(error);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", false);
    body.put("message", problem.text().in(locale));
    body.put("code", problem.code());
    body.put("status", problem.kind().status());
    body.put("errors", errors);
    body.put("trace_id", traceId);
    byte[] bytes = Json.write(body);
    response.setStatus(problem.kind().status());
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(TraceIds.HEADER, traceId);
    if (problem.kind() == Kind.UNAVAILABLE) {
      response.setHeader("Retry-After", "2");
    }
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
