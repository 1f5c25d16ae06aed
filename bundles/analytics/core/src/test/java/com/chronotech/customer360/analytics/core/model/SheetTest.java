package com.chronotech.customer360.analytics.core.model;

import static com.chronotech.customer360.analytics.core.model.Given.dealings;
import static com.chronotech.customer360.analytics.core.model.Given.done;
import static com.chronotech.customer360.analytics.core.model.Given.invoice;
import static com.chronotech.customer360.analytics.core.model.Given.paid;
import static com.chronotech.customer360.analytics.core.model.Given.payment;
import static com.chronotech.customer360.analytics.core.model.Given.shop;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.analytics.Figure;
import com.chronotech.customer360.analytics.FigureStatus;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.RevenueChart.Column;
import com.chronotech.customer360.analytics.RevenueQuery;
import com.chronotech.customer360.analytics.RevenueQuery.Step;
import com.chronotech.customer360.analytics.Rfm;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.host.HostInvoices.PaymentState;
import com.chronotech.customer360.host.HostInvoices.State;
import com.chronotech.customer360.host.HostQuotes;
import com.chronotech.customer360.host.HostSatisfaction.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SheetTest {
  private static final Shop SHOP = shop("2026-11-26T12:00:00Z");
  private static final Dealings DEALINGS =
      dealings(
          List.of(
              done("2026-10-01T12:00:00Z", "2026-10-01T13:00:00Z"),
              done("2026-10-01T14:00:00Z", "2026-10-01T15:00:00Z")),
          invoice(State.PAID, "10.00", "11.50", paid("11.50", "2026-10-02T12:00:00Z")));
  private static final Circumstances ASKED =
      new Circumstances(Period.ONE_YEAR, null, new ServiceRule(182, 30), null, null);

  private static Map<String, Figure> sheet(boolean finances, Set<ConsentType> granted) {
    FigureSheet sheet = new FigureSheet("CAD", finances, granted);
    new PeriodFigures(DEALINGS, SHOP, ASKED).fill(sheet);
    return sheet.figures().stream().collect(Collectors.toMap(Figure::code, Function.identity()));
  }

  @Test
  void whatTheCustomerDidNotAgreeToIsNotComputed() {
    Map<String, Figure> without = sheet(true, Set.of());
    assertThat(without.values())
        .filteredOn(figure -> figure.status() == FigureStatus.NOT_CONSENTED)
        .extracting(Figure::code)
        .containsExactlyInAnyOrder("lifetime_value", "frequency", "recurrence", "on_time");
    assertThat(without.get("revenue").value()).isEqualTo("11.50");
    assertThat(without.get("visits").value()).isEqualTo("1");
    Map<String, Figure> with = sheet(true, Set.of(ConsentType.ANALYTICS));
    assertThat(with.get("lifetime_value").value()).isEqualTo("11.50");
    assertThat(with.get("frequency").value()).isEqualTo("1.0");
  }

  @Test
  void moneyIsWithheldFromWhoMayNotSeeIt() {
    FigureSheet sheet = new FigureSheet("CAD", false, EnumSet.allOf(ConsentType.class));
    new PeriodFigures(DEALINGS, SHOP, ASKED).fill(sheet);
    assertThat(sheet.withheld())
        .containsExactlyInAnyOrder(
            "revenue",
            "invoiced",
            "outstanding",
            "overdue",
            "average_order",
            "lifetime_value",
            "dso");
    assertThat(sheet.figures()).extracting(Figure::code).doesNotContain("revenue", "dso");
  }

  @Test
  void rankingNeedsConsentToProfilingAndABase() {
    FigureSheet without = new FigureSheet("CAD", true, Set.of(ConsentType.ANALYTICS));
    Rfm none = new RankFigures(DEALINGS, SHOP, ASKED).rfm(without);
    assertThat(List.of(none.recency(), none.frequency(), none.monetary(), none.score()))
        .allMatch(figure -> figure.status() == FigureStatus.NOT_CONSENTED);
    FigureSheet agreed = new FigureSheet("CAD", true, Set.of(ConsentType.PROFILING));
    Rfm alone = new RankFigures(DEALINGS, SHOP, ASKED).rfm(agreed);
    assertThat(alone.recency().value()).isEqualTo("55");
    assertThat(alone.score().reason().code()).isEqualTo("few.base");
    assertThat(alone.segment()).isNull();
    RfmBounds bounds =
        new RfmBounds(
            SHOP.today(),
            100,
            new Quintiles(List.of(10L, 50L, 60L, 70L)),
            new Quintiles(List.of(0L, 1L, 2L, 3L)),
            new Quintiles(List.of(100L, 200L, 300L, 1150L)));
    Rfm held =
        new RankFigures(
                DEALINGS,
                SHOP,
                new Circumstances(Period.ONE_YEAR, null, ASKED.rule(), bounds, null))
            .rfm(agreed);
    assertThat(held.score().value()).isEqualTo("324");
    assertThat(held.base()).isEqualTo(100);
  }

  @Test
  void quotesStillOpenCountAsNotConvertedAndAreTold() {
    List<HostQuotes.Quote> quotes =
        List.of(
            quote(HostQuotes.State.ACCEPTED, null),
            quote(HostQuotes.State.OPEN, 7L),
            quote(HostQuotes.State.OPEN, null),
            quote(HostQuotes.State.REFUSED, null),
            quote(HostQuotes.State.DRAFT, null),
            quote(HostQuotes.State.UNKNOWN, 7L));
    Outcome conversion = Shares.conversion(quotes, Period.ONE_YEAR.ending(SHOP.today()), SHOP);
    assertThat(conversion.value()).isEqualTo("50.0");
    assertThat(conversion.observations()).isEqualTo(4);
    assertThat(conversion.reason().words().in(Locale.CANADA)).startsWith("1 quote(s) still open");
  }

  private static HostQuotes.Quote quote(HostQuotes.State state, Long order) {
    return new HostQuotes.Quote(
        1, 1, "S-1", BigDecimal.ONE, null, state, Instant.parse("2026-10-01T12:00:00Z"), order);
  }

  @Test
  void promotersLessDetractorsAndTheContent() {
    List<Answer> answers =
        List.of(answer(10, 5), answer(9, null), answer(8, 4), answer(6, 3), answer(null, 1));
    assertThat(Shares.promoters(answers, Period.ONE_YEAR.ending(SHOP.today()), SHOP).value())
        .isEqualTo("25.0");
    assertThat(Shares.content(answers, Period.ONE_YEAR.ending(SHOP.today()), SHOP).value())
        .isEqualTo("50.0");
  }

  private static Answer answer(Integer recommend, Integer satisfied) {
    Instant at = Instant.parse("2026-10-01T12:00:00Z");
    return new Answer(1, 1, null, recommend, satisfied, null, at);
  }

  @Test
  void aChartHasNoGapsAndRefundsBelowZero() {
    Money money =
        Given.money(
            SHOP,
            invoice(
                State.OPEN,
                "100.00",
                "115.00",
                paid("23.00", "2026-11-01T03:00:00Z"),
                paid("-11.50", "2026-11-01T04:00:00Z"),
                payment("46.00", PaymentState.REFUNDED, "2026-11-20T04:00:00Z"),
                paid("11.50", "2025-11-26T12:00:00Z"),
                paid("1.15", "2025-11-27T12:00:00Z")));
    RevenueColumns columns =
        new RevenueColumns(new RevenueQuery(1, Step.MONTH, 12, true, true), money);
    assertThat(columns.present())
        .extracting(Column::label)
        .startsWith("2025-12")
        .endsWith("2026-10", "2026-11")
        .hasSize(12);
    Column november = columns.present().get(11);
    assertThat(november.window().to()).isEqualTo("2026-11-26");
    assertThat(november.received()).isEqualTo("46.00");
    assertThat(november.refunded()).isEqualTo("-57.50");
    assertThat(november.net()).isEqualTo("-11.50");
    assertThat(columns.present().get(10).net()).isEqualTo("23.00");
    assertThat(columns.present().get(5).net()).isEqualTo("0.00");
    assertThat(columns.before().get(11).window().to()).isEqualTo("2025-11-26");
    assertThat(columns.before().get(11).net()).isEqualTo("11.50");
    assertThat(columns.windowBefore().from()).isEqualTo("2024-12-01");
  }

  @Test
  void quartersAreThoseOfTheCalendar() {
    Money money =
        Given.money(
            SHOP, invoice(State.OPEN, "100.00", "115.00", paid("23.00", "2026-07-01T03:59:59Z")));
    RevenueColumns columns =
        new RevenueColumns(new RevenueQuery(1, Step.QUARTER, 3, false, false), money);
    assertThat(columns.present())
        .extracting(Column::label)
        .containsExactly("2026-Q2", "2026-Q3", "2026-Q4");
    assertThat(columns.present().get(0).net()).isEqualTo("20.00");
    assertThat(columns.window().from()).isEqualTo("2026-04-01");
  }
}
