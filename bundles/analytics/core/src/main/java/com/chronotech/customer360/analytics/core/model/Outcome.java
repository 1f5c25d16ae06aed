package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.FigureStatus;
import com.chronotech.customer360.analytics.Said;
import com.chronotech.customer360.consents.ConsentType;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a formula found.
 *
 * @param value null unless told
 * @param observations how many rows it rests on
 * @param status whether it is told
 * @param reason why not, or what to keep in mind; null for nothing
 */
public record Outcome(BigDecimal value, long observations, FigureStatus status, Said reason) {

  /** A value. */
  public static Outcome of(BigDecimal value, long observations) {
    return new Outcome(value, observations, FigureStatus.OK, null);
  }

  /** A number of things. */
  public static Outcome count(long things) {
    return of(BigDecimal.valueOf(things), things);
  }

  /** Too little to tell. */
  public static Outcome few(long observations) {
    return few(observations, Words.said("few.none"));
  }

  /** Too little to tell, and of what. */
  public static Outcome few(long observations, Said reason) {
    return new Outcome(null, observations, FigureStatus.NOT_ENOUGH_DATA, reason);
  }

  /** The host lacks what is needed, for a reason that {@link Rows#lacking} answered. */
  public static Outcome lacking(String reason) {
    return new Outcome(null, 0, FigureStatus.NOT_AVAILABLE, Words.hostLacks(reason));
  }

  /** The customer did not agree. */
  public static Outcome notConsented(ConsentType type) {
    return new Outcome(
        null, 0, FigureStatus.NOT_CONSENTED, Words.said("not_consented." + type.code()));
  }

  /** A share of a hundred with one decimal; too few when there is nothing to share. */
  public static Outcome percent(long part, long whole) {
    return whole == 0
        ? few(0)
        : of(
            BigDecimal.valueOf(part * 100)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_EVEN),
            whole);
  }

  /** The same with something to keep in mind. */
  public Outcome noting(Said note) {
    return new Outcome(value, observations, status, note);
  }
}
