package com.chronotech.customer360.platform.problem;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * A problem as it travels between JVMs. A sentence can hold anything, so it travels as it is said
 * in each of our languages.
 *
 * @param kind of the problem
 * @param code of the problem
 * @param text what happened
 * @param faults every fault
 * @param trace where it was thrown
 * @param cause what led to it; null for nothing
 * @param suppressed what was suppressed for it
 */
record SerializedProblem(
    ProblemException.Kind kind,
    String code,
    Said text,
    List<Fault> faults,
    List<StackTraceElement> trace,
    Throwable cause,
    List<Throwable> suppressed)
    implements Serializable {

  /** A sentence in our languages. */
  private record Said(String french, String english) implements Serializable, LocalizedText {
    static Said of(LocalizedText text) {
      return new Said(text.in(Locale.CANADA_FRENCH), text.in(Locale.CANADA));
    }

    @Override
    public String in(Locale locale) {
      return locale.getLanguage().equals("en") ? english : french;
    }
  }

  /** A fault of the request. */
  private record Fault(String field, String code, Said message) implements Serializable {
    static Fault of(Violation violation) {
      return new Fault(violation.field(), violation.code(), Said.of(violation.message()));
    }

    Violation violation() {
      return new Violation(field, code, message);
    }
  }

  static SerializedProblem of(ProblemException problem) {
    return new SerializedProblem(
        problem.kind(),
        problem.code(),
        Said.of(problem.text()),
        problem.violations().stream().map(Fault::of).toList(),
        List.of(problem.getStackTrace()),
        problem.getCause(),
        List.of(problem.getSuppressed()));
  }

  private Object readResolve() {
    ProblemException problem =
        new ProblemException(kind, code, text, faults.stream().map(Fault::violation).toList());
    problem.setStackTrace(trace.toArray(StackTraceElement[]::new));
    if (cause != null) {
      problem.initCause(cause);
    }
    suppressed.forEach(problem::addSuppressed);
    return problem;
  }
}
