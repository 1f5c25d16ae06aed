package com.chronotech.customer360.profile.core;

import com.chronotech.customer360.host.HostRefusal;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.profile.core.model.ProfileProblems;
import java.util.List;
import java.util.Locale;

/** What the host's refusals mean to the one who asked. */
public final class Refused {

  private Refused() {}

  /** The problem to report. */
  public static ProblemException of(HostRefusal refusal) {
    return switch (refusal.reason()) {
      case NOT_AVAILABLE -> ProfileProblems.notAvailable(String.valueOf(refusal.field()));
      case STILL_REFERRED_TO -> ProfileProblems.stillReferredTo(refusal);
      default -> {
        String field = refusal.field() == null ? "host" : refusal.field();
        ProblemException problem =
            ProfileProblems.invalid(List.of(violation(field, refusal.reason())));
        problem.initCause(refusal);
        yield problem;
      }
    };
  }

  /** The fault of a field that the host would not take. */
  static Violation violation(String field, HostRefusal.Reason reason) {
    String code = "profile.host_" + reason.name().toLowerCase(Locale.ROOT);
    return ProfileProblems.violation(field, code, field);
  }
}
