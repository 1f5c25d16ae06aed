package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.problem.Violation;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A problem in the contract's shape, or in that of RFC 9457 for clients that ask for it. */
final class ProblemBody {
  static final String JSON = "application/json";
  static final String PROBLEM_JSON = "application/problem+json";

  private ProblemBody() {}

  static boolean wantsRfc9457(String accept) {
    return accept != null && accept.contains(PROBLEM_JSON);
  }

  static byte[] write(Problem problem, Locale locale, String traceId, boolean rfc9457) {
    ObjectNode body = Json.mapper().createObjectNode();
    String message = problem.text().in(locale);
    if (rfc9457) {
      body.put("type", "urn:customer360:problem:" + problem.code());
      body.put("title", message);
      body.put("detail", message);
    }
    body.put("success", false);
    body.put("message", message);
    body.put("code", problem.code());
    body.put("status", problem.status());
    ArrayNode errors = body.putArray("errors");
    for (Violation violation : problem.violations()) {
      errors
          .addObject()
          .put("field", violation.field())
          .put("code", violation.code())
          .put("message", violation.message().in(locale));
    }
    body.put("trace_id", traceId);
    return Json.write(body);
  }
}
