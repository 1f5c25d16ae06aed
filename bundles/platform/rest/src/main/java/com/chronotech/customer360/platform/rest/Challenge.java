package com.chronotech.customer360.platform.rest;

import com.chronotech.customer360.platform.caller.Sessions;
import java.util.function.UnaryOperator;

/**
 * What a 401 asks for. A browser that reads of Basic asks its user for name and password in a
 * dialog of its own, which nobody wants over a page that has one: requests that a script made are
 * told of sessions instead, a scheme that browsers pass over.
 */
final class Challenge {
  static final String HEADER = "WWW-Authenticate";

  private static final String BASIC = "Basic realm=\"ChronoTech\", charset=\"UTF-8\"";
  private static final String SESSION = Sessions.SCHEME + " realm=\"ChronoTech\"";

  private Challenge() {}

  /**
   * The challenge to a request.
   *
   * @param header the request's headers by name; null for none
   */
  static String to(UnaryOperator<String> header) {
    return isOfAScript(header) ? SESSION : BASIC;
  }

  private static boolean isOfAScript(UnaryOperator<String> header) {
    String mode = header.apply("Sec-Fetch-Mode");
    String accept = header.apply("Accept");
    return "XMLHttpRequest".equals(header.apply("X-Requested-With"))
        || (mode != null && !mode.equals("navigate"))
        // An EventSource cannot send a header of its own.
        || (accept != null && accept.contains("text/event-stream"));
  }
}
