package com.chronotech.customer360.analytics.core.kept.model;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import java.util.List;

/** What is refused about the keeping of figures. */
public final class KeptProblems {
  private KeptProblems() {}

  /** Something else goes over all customers. */
  public static ProblemException busy() {
    return new ProblemException(
        Kind.CONFLICT,
        "analytics.busy",
        LocalizedText.of(KeptProblems.class, "analytics.busy"),
        List.of());
  }
}
