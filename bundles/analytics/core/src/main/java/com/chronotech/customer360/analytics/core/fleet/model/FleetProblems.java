package com.chronotech.customer360.analytics.core.fleet.model;

import com.chronotech.customer360.analytics.Said;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.List;

/** What is refused about the figures of all customers. */
public final class FleetProblems {
  /** So many lines an answer has at most. */
  public static final int MOST_LINES = 100;

  private FleetProblems() {}

  /**
   * Refuses a size of pages out of bounds.
   *
   * @throws ProblemException of kind {@code BAD_REQUEST}
   */
  public static void page(int perPage) {
    within("per_page", perPage, 1, MOST_LINES);
  }

  /**
   * Refuses a number out of bounds.
   *
   * @throws ProblemException of kind {@code BAD_REQUEST}
   */
  public static void within(String name, int number, int min, int max) {
    if (number < min || number > max) {
      throw invalid(
          name,
          "parameter.not_within",
          text("fleet.not_within", Integer.toString(min), Integer.toString(max)));
    }
  }

  /**
   * Reads a cursor; null for null.
   *
   * @throws ProblemException of kind {@code BAD_REQUEST} for one of another question
   */
  public static FleetCursor cursor(String cursor, String question) {
    return cursor == null
        ? null
        : FleetCursor.decode(cursor, question)
            .orElseThrow(() -> invalid("cursor", "cursor.unreadable", text("fleet.cursor")));
  }

  private static ProblemException invalid(String field, String code, LocalizedText message) {
    return new ProblemException(
        Kind.BAD_REQUEST,
        "request.invalid_parameters",
        text("fleet.invalid"),
        List.of(new Violation(field, code, message)));
  }

  /** How a figure is found. */
  public static Said formula(String code) {
    return new Said(code, text("formula." + code));
  }

  /** A text of this bundle. */
  public static LocalizedText text(String key, Object... arguments) {
    return LocalizedText.of(FleetProblems.class, key, arguments);
  }
}
