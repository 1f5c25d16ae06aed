package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.Said;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.List;

/** What is said to people, in French and English. */
public final class Words {

  private Words() {}

  /** A sentence and its code, which is its key. */
  public static Said said(String key, Object... arguments) {
    return new Said(key, text(key, arguments));
  }

  /** How a figure is found. */
  public static Said formula(String code, Object... arguments) {
    return new Said(code, text("formula." + code, arguments));
  }

  /** What the host lacks, by the adapter's reason, such as {@code table_missing}. */
  public static Said hostLacks(String reason) {
    return new Said(reason, text("host_lacks", reason));
  }

  /** No such customer. */
  public static ProblemException unknownCustomer(long customerId) {
    String code = "analytics.unknown_customer";
    return new ProblemException(
        Kind.NOT_FOUND, code, text(code, Long.toString(customerId)), List.<Violation>of());
  }

  /** A sentence. */
  public static LocalizedText text(String key, Object... arguments) {
    return LocalizedText.of(Words.class, key, arguments);
  }
}
