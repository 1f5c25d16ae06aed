package com.chronotech.customer360.analytics;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A number that says how it was found.
 *
 * @param code which figure, such as {@code revenue_90d}; stable
 * @param value the number; null unless {@code status} is {@link FigureStatus#OK}
 * @param unit what it counts
 * @param currency ISO 4217; null unless {@code unit} is {@link Unit#MONEY}
 * @param formula how it is found
 * @param window over which days; null when it looks at the present alone, or at all there is
 * @param observations how many rows it rests on
 * @param status whether it could be told
 * @param reason why it could not, or what to keep in mind where it could; null for nothing
 */
public record Figure(
    String code,
    BigDecimal value,
    Unit unit,
    String currency,
    Said formula,
    Window window,
    long observations,
    FigureStatus status,
    Said reason) {

  /**
   * Creates a figure.
   *
   * @throws IllegalArgumentException when it has a value without being told, or the reverse, or
   *     money without a currency
   */
  public Figure {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(formula, "formula");
    if ((status == FigureStatus.OK) != (value != null)) {
      throw new IllegalArgumentException(code + ": " + status + " with the value " + value);
    }
    if ((unit == Unit.MONEY) != (currency != null)) {
      throw new IllegalArgumentException(code + ": " + unit + " with the currency " + currency);
    }
  }

  /** Whether it has a value. */
  public boolean told() {
    return status == FigureStatus.OK;
  }
}
