package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.caller.Caller;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Answers problems at the JAX-RS edge, and logs those that are ours to mend. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** The answer to a request that failed; logs it once, with the trace id that the client sees. */
  static Response answer(Problem problem, Throwable thrown, UnaryOperator<String> header) {
    String traceId = MDC.get(TraceIds.MDC_KEY);
    boolean traced = traceId != null;
    if (!traced) {
      // The framework failed the request before our filter saw it.
      traceId = TraceIds.choose(header.apply("traceparent"), header.apply(TraceIds.HEADER));
      MDC.put(TraceIds.MDC_KEY, traceId);
    }
    try {
      log(problem, thrown);
    } finally {
      if (!traced) {
        MDC.remove(TraceIds.MDC_KEY);
      }
    }
    return build(problem, traceId, header);
  }

  private static Response build(Problem problem, String traceId, UnaryOperator<String> header) {
    Locale locale = Caller.localeFor(header.apply(HttpHeaders.ACCEPT_LANGUAGE));
    boolean rfc9457 = ProblemBody.wantsRfc9457(header.apply(HttpHeaders.ACCEPT));
    byte[] body = ProblemBody.write(problem, locale, traceId, rfc9457);
    Response.ResponseBuilder answer =
        Response.status(problem.status())
            .type(rfc9457 ? ProblemBody.PROBLEM_JSON : ProblemBody.JSON)
            .entity(body)
            .header(HttpHeaders.CONTENT_LENGTH, body.length)
            .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header(TraceIds.HEADER, traceId);
    if (problem.status() == 401) {
      answer.header(Challenge.HEADER, Challenge.to(header));
    }
    if (problem.retryAfterSeconds() > 0) {
      answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds());
    }
    return answer.build();
  }

  /** Logs what is ours to mend. */
  static void log(Problem problem, Throwable thrown) {
    if (thrown == null) {
      return;
    }
    if (problem.status() == 503) {
      LOG.warn("answered 503 {}: {}", problem.code(), rootMessage(thrown));
    } else if (problem.status() >= 500) {
      LOG.error("answered {} {}", problem.status(), problem.code(), thrown);
    } else {
      LOG.debug("answered {} {}", problem.status(), problem.code(), thrown);
    }
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    for (int i = 0; root.getCause() != null && i < 16; i++) {
      root = root.getCause();
    }
    return root.toString();
  }
}
