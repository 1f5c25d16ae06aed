package com.chronotech.customer360.platform.problem;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A request that cannot be carried out, with a stable code, a message in the caller's language and
 * every fault found. Services throw it; the REST edge turns it into the contract's error. When a
 * service throws it inside a transaction that the service began, that transaction is rolled back; a
 * transaction begun by the caller is marked rollback-only unless the method says otherwise.
 *
 * <p>Serialized it keeps its sentences in French and English.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A batch of thousands can have as many faults: that would be one line of a log. */
  private static final int LOGGED = 5;

  /** What sort of problem it is; each has one HTTP status. */
  public enum Kind {
    /** Unreadable body or parameter. */
    BAD_REQUEST(400),
    /** No caller, or unproven. */
    UNAUTHENTICATED(401),
    /** The caller may not. */
    FORBIDDEN(403),
    /** No such thing, or one the caller may not know of. */
    NOT_FOUND(404),
    /** At odds with what is stored. */
    CONFLICT(409),
    /** A stale precondition. */
    STALE(412),
    /** Larger than is taken. */
    TOO_LARGE(413),
    /** Understood but refused. */
    REFUSED(422),
    /** Too many requests. */
    TOO_MANY(429),
    /** The database or another dependency is away; try again. */
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The HTTP status of this kind. */
    public int status() {
      return status;
    }
  }

  private final Kind kind;
  private final String code;
  private final transient LocalizedText text;
  private final transient List<Violation> violations;

  /**
   * Creates a problem.
   *
   * @param kind its kind
   * @param code a stable code, such as {@code timeline.invalid}
   * @param text what happened, for a person
   * @param violations every fault found; may be empty
   */
  public ProblemException(Kind kind, String code, LocalizedText text, List<Violation> violations) {
    super(code);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.code = Objects.requireNonNull(code, "code");
    this.text = Objects.requireNonNull(text, "text");
    this.violations = List.copyOf(violations);
  }

  /** Creates a problem without single faults, and with the exception that led to it or null. */
  public ProblemException(Kind kind, String code, LocalizedText text, Throwable cause) {
    this(kind, code, text, List.of());
    if (cause != null) {
      initCause(cause);
    }
  }

  /** What sort of problem it is. */
  public Kind kind() {
    return kind;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** What happened, to be said in the caller's language. */
  public LocalizedText text() {
    return text;
  }

  /** Every fault found, in the order of the request; may be empty, never null. */
  public List<Violation> violations() {
    return violations;
  }

  /** The message in English with the first few faults and the number of the others, for logs. */
  @Override
  public String getMessage() {
    StringBuilder all = new StringBuilder(code).append(": ").append(text.in(Locale.CANADA));
    violations.stream()
        .limit(LOGGED)
        .forEach(
            violation ->
                all.append("; ")
                    .append(violation.field())
                    .append(": ")
                    .append(violation.message().in(Locale.CANADA)));
    if (violations.size() > LOGGED) {
      all.append("; and ").append(violations.size() - LOGGED).append(" more");
    }
    return all.toString();
  }

  private Object writeReplace() {
    return SerializedProblem.of(this);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a problem travels as a SerializedProblem");
  }
}
