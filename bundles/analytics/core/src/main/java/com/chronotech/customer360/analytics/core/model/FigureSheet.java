package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.Figure;
import com.chronotech.customer360.analytics.Said;
import com.chronotech.customer360.analytics.Unit;
import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.consents.ConsentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The figures of one customer for one caller, as they are found: what the caller may not see is
 * withheld, what the customer did not agree to is not computed. Not thread-safe.
 */
public final class FigureSheet {
  private final String currency;
  private final boolean finances;
  private final Set<ConsentType> granted;
  private final List<Figure> figures = new ArrayList<>();
  private final Set<String> withheld = new TreeSet<>();

  /**
   * Begins a sheet.
   *
   * @param currency of every amount
   * @param finances whether the caller may see what is earned and owed
   * @param granted what the customer agreed to
   */
  public FigureSheet(String currency, boolean finances, Set<ConsentType> granted) {
    this.currency = currency;
    this.finances = finances;
    this.granted = Set.copyOf(granted);
  }

  /** Adds a figure, unless it is withheld. */
  public void add(Measure measure, Said formula, Window window, Supplier<Outcome> found) {
    Figure figure = figure(measure, formula, window, found);
    if (figure != null) {
      figures.add(figure);
    }
  }

  /** A figure that stands by itself; null, and noted, when it is withheld. */
  public Figure figure(Measure measure, Said formula, Window window, Supplier<Outcome> found) {
    if (measure.finance() && !finances) {
      withheld.add(measure.code());
      return null;
    }
    Outcome outcome = agreed(measure) ? found.get() : Outcome.notConsented(measure.consent());
    return new Figure(
        measure.code(),
        outcome.value(),
        measure.unit(),
        measure.unit() == Unit.MONEY ? currency : null,
        formula,
        window,
        outcome.observations(),
        outcome.status(),
        outcome.reason());
  }

  /** Whether the customer agreed to what a figure needs. */
  public boolean agreed(Measure measure) {
    return measure.consent() == null || granted.contains(measure.consent());
  }

  /** The figures added. */
  public List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** The codes of those withheld. */
  public Set<String> withheld() {
    return Set.copyOf(withheld);
  }
}
