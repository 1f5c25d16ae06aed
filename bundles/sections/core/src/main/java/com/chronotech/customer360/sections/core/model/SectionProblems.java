package com.chronotech.customer360.sections.core.model;

import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.Collection;
import java.util.List;

/** The refusals of sections, each with its code. */
public final class SectionProblems {

  private SectionProblems() {}

  /** No such customer. */
  public static ProblemException unknownCustomer(long customerId) {
    String code = "sections.unknown_customer";
    return new ProblemException(
        Kind.NOT_FOUND, code, text(code, Long.toString(customerId)), List.of());
  }

  /** No such section; tells those there are. */
  public static ProblemException unknownSection(String name, Collection<String> known) {
    String code = "sections.unknown_section";
    LocalizedText text = text(code, name, String.join(", ", known));
    return new ProblemException(
        Kind.NOT_FOUND, code, text, List.of(new Violation("section", code, text)));
  }

  /** One sentence of this domain. */
  public static LocalizedText text(String code, Object... arguments) {
    return LocalizedText.of(SectionProblems.class, code, arguments);
  }
}
