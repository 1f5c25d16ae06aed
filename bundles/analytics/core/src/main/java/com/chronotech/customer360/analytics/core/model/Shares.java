package com.chronotech.customer360.analytics.core.model;

import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.host.HostQuotes.Quote;
import com.chronotech.customer360.host.HostQuotes.State;
import com.chronotech.customer360.host.HostSatisfaction.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Figures that are shares: of quotes that became orders, of customers who are content. */
public final class Shares {

  private Shares() {}

  /** Quotes made within days that became orders; those still open count as not converted. */
  public static Outcome conversion(Collection<Quote> quotes, Window window, Shop shop) {
    List<Quote> made =
        quotes.stream()
            .filter(q -> q.state() != State.DRAFT && q.state() != State.UNKNOWN)
            .filter(q -> window.contains(shop.dayOf(q.createdAt())))
            .toList();
    long open = made.stream().filter(q -> !q.converted() && q.state() == State.OPEN).count();
    Outcome share = Outcome.percent(made.stream().filter(Quote::converted).count(), made.size());
    return open == 0 ? share : share.noting(Words.said("note.quotes_open", open));
  }

  /** Net promoter score of answers within days: −100 to 100. */
  public static Outcome promoters(Collection<Answer> answers, Window window, Shop shop) {
    List<Integer> given =
        within(answers, window, shop).stream()
            .map(Answer::recommend)
            .filter(Objects::nonNull)
            .toList();
    long for9 = given.stream().filter(grade -> grade >= 9).count();
    long against = given.stream().filter(grade -> grade <= 6).count();
    return Outcome.percent(for9 - against, given.size());
  }

  /** The share of answers within days that are content: 4 or 5 of 5. */
  public static Outcome content(Collection<Answer> answers, Window window, Shop shop) {
    List<Integer> given =
        within(answers, window, shop).stream()
            .map(Answer::satisfied)
            .filter(Objects::nonNull)
            .toList();
    return Outcome.percent(given.stream().filter(grade -> grade >= 4).count(), given.size());
  }

  /** The answers within days. */
  public static List<Answer> within(Collection<Answer> answers, Window window, Shop shop) {
    return answers.stream().filter(a -> window.contains(shop.dayOf(a.at()))).toList();
  }

  /** How often something happens in twelve months, with one decimal. */
  public static BigDecimal perYear(long times, int months) {
    return BigDecimal.valueOf(times * 12L)
        .divide(BigDecimal.valueOf(months), 1, RoundingMode.HALF_EVEN);
  }
}
