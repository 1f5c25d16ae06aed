package com.chronotech.customer360.platform.problem;

import java.util.Objects;

/**
 * One fault of a request.
 *
 * @param field the name of the offending field or parameter, as the client wrote it
 * @param code a stable code, such as {@code timeline.unknown_type}
 * @param message what is wrong, for a person
 */
public record Violation(String field, String code, LocalizedText message) {
  /** Creates a violation; no argument may be null. */
  public Violation {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
  }
}
