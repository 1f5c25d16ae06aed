package com.chronotech.customer360.consents.core.ledger.model;

import com.chronotech.customer360.platform.problem.DomainProblems;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import java.time.LocalDate;
import java.util.List;

/** The refusals of the ledger, each with its code, and its sentences. */
public final class LedgerProblems {

  private static final DomainProblems PROBLEMS = DomainProblems.of(LedgerProblems.class, "ledger");

  private LedgerProblems() {}

  /** A day without a root. */
  public static ProblemException noRoot(LocalDate day) {
    return PROBLEMS.problem(Kind.NOT_FOUND, "ledger.no_root", List.of(), day.toString());
  }

  /** A day that has not ended. */
  public static ProblemException dayNotOver(LocalDate day) {
    return PROBLEMS.problem(Kind.REFUSED, "ledger.day_not_over", List.of(), day.toString());
  }

  /** A day before the newest root. */
  public static ProblemException laterRootStands(LocalDate newest) {
    return PROBLEMS.problem(Kind.REFUSED, "ledger.later_root_stands", List.of(), newest.toString());
  }

  /** A request that cannot be read; one fault. */
  public static ProblemException badRequest(String field, String code, Object... arguments) {
    return PROBLEMS.badRequest(field, code, arguments);
  }

  /** One sentence of the ledger. */
  public static LocalizedText text(String code, Object... arguments) {
    return PROBLEMS.text(code, arguments);
  }
}
