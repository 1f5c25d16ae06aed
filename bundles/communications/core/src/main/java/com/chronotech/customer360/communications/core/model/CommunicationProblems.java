package com.chronotech.customer360.communications.core.model;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.List;

/** The refusals of messages and templates, each with its code. */
public final class CommunicationProblems {
  private static final String UNAVAILABLE = "communications.unavailable";

  private CommunicationProblems() {}

  /** No such customer. */
  public static ProblemException unknownCustomer(long customerId) {
    return problem(
        Kind.NOT_FOUND, "communications.unknown_customer", List.of(), Long.toString(customerId));
  }

  /** No such message of the customer. */
  public static ProblemException unknownMessage(long id) {
    return problem(Kind.NOT_FOUND, "communications.unknown_message", List.of(), Long.toString(id));
  }

  /** No such template. */
  public static ProblemException unknownTemplate(String code) {
    return problem(Kind.NOT_FOUND, "communications.unknown_template", List.of(), code);
  }

  /** What was sent breaks rules. */
  public static ProblemException invalid(List<Violation> violations) {
    return problem(Kind.REFUSED, "communications.invalid", violations);
  }

  /** The key came with another message before. */
  public static ProblemException otherContent() {
    return problem(Kind.CONFLICT, "communications.other_content", List.of());
  }

  /** A message is past what is asked of it. */
  public static ProblemException wrongState(String state) {
    return problem(Kind.CONFLICT, "communications.wrong_state", List.of(), state);
  }

  /** A message that may not be sent, with the code of why. */
  public static ProblemException refused(String reason) {
    String code = "communications.reason." + reason;
    return new ProblemException(
        Kind.REFUSED,
        "communications.refused",
        text("communications.refused", text(code)),
        List.of(violation("purpose", code)));
  }

  /** Something that is needed is away. */
  public static ProblemException unavailable(Throwable cause) {
    return new ProblemException(Kind.UNAVAILABLE, UNAVAILABLE, text(UNAVAILABLE), cause);
  }

  /** A request that cannot be read; one fault. */
  public static ProblemException badRequest(String field, String code, Object... arguments) {
    return problem(
        Kind.BAD_REQUEST, "communications.bad_request", List.of(violation(field, code, arguments)));
  }

  /** One fault of this domain. */
  public static Violation violation(String field, String code, Object... arguments) {
    return new Violation(field, code, text(code, arguments));
  }

  /** One sentence of this domain; an argument that is a sentence is said in the same language. */
  public static LocalizedText text(String code, Object... arguments) {
    Object[] given = arguments.clone();
    return locale -> {
      Object[] said = new Object[given.length];
      for (int i = 0; i < given.length; i++) {
        said[i] = given[i] instanceof LocalizedText text ? text.in(locale) : given[i];
      }
      return LocalizedText.of(CommunicationProblems.class, code, said).in(locale);
    };
  }

  private static ProblemException problem(
      Kind kind, String code, List<Violation> violations, Object... arguments) {
    return new ProblemException(kind, code, text(code, arguments), violations);
  }
}
