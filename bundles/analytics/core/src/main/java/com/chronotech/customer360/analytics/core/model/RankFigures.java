package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.ChurnRisk;
import com.chronotech.customer360.analytics.Figure;
import com.chronotech.customer360.analytics.Rfm;
import com.chronotech.customer360.analytics.Said;
import com.chronotech.customer360.analytics.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What ranks a customer among the others: computed with consent to profiling alone (P-39.1 s. 8.1).
 *
 * @param dealings what the host holds
 * @param shop the shop
 * @param asked how the figures are asked for
 */
public record RankFigures(Dealings dealings, Shop shop, Circumstances asked) {

  /** Recency, frequency and money. */
  public Rfm rfm(FigureSheet sheet) {
    Window window = Rfms.PERIOD.ending(shop.today());
    Money money = Money.of(dealings.billing(), shop);
    boolean billed = money.lackingReceipts() == null;
    String lacking = billed ? null : Visits.lacking(dealings);
    RfmValues values =
        sheet.agreed(Measure.RFM_SCORE) && lacking == null
            ? Rfms.of(Visits.of(dealings, shop), money)
            : null;
    RfmBounds bounds = asked.bounds();
    Figure score =
        sheet.figure(
            Measure.RFM_SCORE,
            Words.formula("rfm_score", bounds == null ? 0 : bounds.customers()),
            window,
            PeriodFigures.unless(lacking, () -> score(values)));
    return new Rfm(
        sheet.figure(
            Measure.RFM_RECENCY,
            Words.formula("rfm_recency"),
            null,
            PeriodFigures.unless(lacking, () -> recency(values))),
        sheet.figure(
            Measure.RFM_FREQUENCY,
            Words.formula(billed ? "rfm_frequency.invoices" : "rfm_frequency.visits"),
            window,
            PeriodFigures.unless(lacking, () -> Outcome.count(values.frequency()))),
        sheet.figure(
            Measure.RFM_MONETARY,
            MoneyWords.revenue(dealings.billing(), true),
            window,
            PeriodFigures.unless(
                money.lackingReceipts(), () -> Outcome.of(values.monetary(), values.frequency()))),
        score,
        score.told() ? bounds.score(values).segment() : null,
        bounds == null ? 0 : bounds.customers());
  }

  private static Outcome recency(RfmValues values) {
    return values.recency() == null
        ? Outcome.few(0, Words.said("none.visit"))
        : Outcome.of(BigDecimal.valueOf(values.recency()), 1);
  }

  private Outcome score(RfmValues values) {
    if (values.recency() == null) {
      return Outcome.few(0, Words.said("none.visit"));
    }
    if (asked.bounds() == null || !asked.bounds().enough()) {
      return Outcome.few(
          asked.bounds() == null ? 0 : asked.bounds().customers(),
          Words.said("few.base", RfmBounds.LEAST_CUSTOMERS));
    }
    return Outcome.of(
        BigDecimal.valueOf(asked.bounds().score(values).digits()), asked.bounds().customers());
  }

  /** How likely the customer stays away. */
  public ChurnRisk churn(FigureSheet sheet) {
    String lacking = Visits.lacking(dealings);
    Said formula = Words.formula("churn_risk", Churn.HORIZON);
    Instant next = GlanceFigures.next(dealings, shop);
    boolean compute = sheet.agreed(Measure.CHURN_RISK) && lacking == null;
    Churn churn =
        compute
            ? Churn.of(Visits.of(dealings, shop), asked.curve(), shop.dayOf(next), shop.today())
            : new Churn(null, List.of());
    return new ChurnRisk(
        sheet.figure(Measure.CHURN_RISK, formula, null, PeriodFigures.unless(lacking, churn::risk)),
        churn.reasons());
  }
}
