package com.chronotech.customer360.platform.rest;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.slf4j.MDC;

/**
 * The trace id of a request: in the log lines written meanwhile (MDC key {@link #MDC_KEY}), in the
 * answer's header and in every error.
 */
public final class TraceIds {
  /** The key in the logs' context. */
  public static final String MDC_KEY = "trace_id";

  /** The header of requests and answers. */
  public static final String HEADER = "X-Trace-Id";

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private TraceIds() {}

  /**
   * The id a client sent, where it is sane, so that it can be found in both logs; else a new one.
   */
  public static String choose(String traceparent, String traceId) {
    if (traceparent != null && traceparent.length() < 200) {
      Matcher matcher = TRACEPARENT.matcher(traceparent);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    if (traceId != null && SANE.matcher(traceId).matches()) {
      return traceId;
    }
    return fresh();
  }

  /** The id of the request on this thread; where there is none yet, one for a request. */
  static String of(HttpServletRequest request) {
    String known = MDC.get(MDC_KEY);
    return known == null
        ? choose(request.getHeader("traceparent"), request.getHeader(HEADER))
        : known;
  }

  /** The id of the request on this thread; a new one, not remembered, when there is none. */
  public static String current() {
    String known = MDC.get(MDC_KEY);
    return known == null ? fresh() : known;
  }

  private static String fresh() {
    // An id to find log lines by, not a secret: it need not be unguessable.
    ThreadLocalRandom random = ThreadLocalRandom.current();
    StringBuilder id = new StringBuilder(32);
    for (int i = 0; i < 2; i++) {
      String part = Long.toHexString(random.nextLong());
      id.append("0".repeat(16 - part.length())).append(part);
    }
    return id.toString();
  }
}
