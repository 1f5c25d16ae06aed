package com.chronotech.customer360.analytics.core.kept.model;

import com.chronotech.customer360.analytics.core.model.RfmBounds.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * How a customer stands against the others.
 *
 * @param profiling whether the customer agreed to it when it was last looked at; who does not is in
 *     no ranking
 * @param frozenAt since when scores are frozen for want of consent; null while they are not
 * @param scoredOn the day the scores are of; null without any
 * @param score recency, frequency and money; null without any
 * @param churn the risk in percent, one decimal; null when it cannot be told
 */
public record Standing(
    boolean profiling, Instant frozenAt, LocalDate scoredOn, Score score, BigDecimal churn) {

  /** Of whom nothing was ever scored. */
  public static final Standing NONE = new Standing(false, null, null, null, null);

  /** The same without consent: what was scored stays as it was, and is shown to nobody. */
  public Standing frozen(Instant now) {
    boolean already = !profiling && (frozenAt != null || scoredOn == null);
    return already
        ? this
        : new Standing(false, scoredOn == null ? null : now, scoredOn, score, churn);
  }

  void differences(Standing other, Map<String, Object[]> found) {
    Kept.compare("profiling", profiling, other.profiling, found);
    if (profiling && other.profiling) {
      Kept.compare("rfm", digits(), other.digits(), found);
      String here = churn == null ? null : churn.toPlainString();
      String there = other.churn == null ? null : other.churn.toPlainString();
      Kept.compare("churn_risk", here, there, found);
    }
  }

  private Integer digits() {
    return score == null ? null : score.digits();
  }
}
