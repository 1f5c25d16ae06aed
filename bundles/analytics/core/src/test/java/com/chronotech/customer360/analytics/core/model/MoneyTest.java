package com.chronotech.customer360.analytics.core.model;

import static com.chronotech.customer360.analytics.core.model.Given.invoice;
import static com.chronotech.customer360.analytics.core.model.Given.money;
import static com.chronotech.customer360.analytics.core.model.Given.paid;
import static com.chronotech.customer360.analytics.core.model.Given.shop;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.analytics.FigureStatus;
import com.chronotech.customer360.analytics.Window;
import com.chronotech.customer360.analytics.core.model.Dealings.Billing;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostInvoices.Amounts;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostInvoices.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Shop SHOP = shop("2026-11-26T12:00:00Z");
  private static final Window NINETY = Window.ending(SHOP.today(), 90);

  @Test
  void ninetyDaysBeginEightyNineDaysAgoAndEndWithToday() {
    assertThat(NINETY.from()).isEqualTo("2026-08-29");
    assertThat(NINETY.before())
        .isEqualTo(new Window(LocalDate.parse("2026-05-31"), LocalDate.parse("2026-08-28")));
    Money money =
        money(
            SHOP,
            invoice(
                State.OPEN,
                "900.00",
                "1000.00",
                paid("1.00", "2026-08-29T04:00:00Z"),
                paid("2.00", "2026-08-29T03:59:59Z"),
                paid("4.00", "2026-11-26T11:59:59Z"),
                paid("8.00", "2026-11-27T05:00:00Z")));
    assertThat(money.revenue(NINETY, true).value()).isEqualTo("5.00");
    assertThat(money.revenue(NINETY.before(), true).value()).isEqualTo("2.00");
    assertThat(money.lifetime().value()).isEqualTo("7.00");
  }

  @Test
  void owedIsTheTotalLessWhatCameAndNeverLessThanNothing() {
    Money money =
        money(
            SHOP,
            invoice(
                State.OPEN,
                "100.00",
                "115.00",
                null,
                LocalDate.parse("2026-11-25"),
                paid("15.00", "2026-11-01T12:00:00Z")),
            invoice(State.OPEN, "10.00", "11.50", null, LocalDate.parse("2026-11-26")),
            invoice(
                State.OPEN,
                "10.00",
                "11.50",
                null,
                LocalDate.parse("2026-01-01"),
                paid("20.00", "2026-11-01T12:00:00Z")),
            invoice(State.PAID, "77.00", "88.00", null, LocalDate.parse("2026-01-01")),
            invoice(State.UNKNOWN, "77.00", "88.00", null, LocalDate.parse("2026-01-01")),
            invoice(State.OPEN, "5.00", "5.75"));
    assertThat(money.outstanding().value()).isEqualTo("117.25");
    assertThat(money.outstanding().observations()).isEqualTo(3);
    assertThat(money.overdue().value()).isEqualTo("100.00");
  }

  @Test
  void daysOutstandingIsOwedOverInvoicedTimesDays() {
    Window window = new Window(LocalDate.parse("2026-08-29"), LocalDate.parse("2026-11-26"));
    LocalDate in = LocalDate.parse("2026-09-15");
    Money money =
        money(
            SHOP,
            invoice(State.OPEN, "100.00", "100.00", in, null),
            invoice(State.PAID, "200.00", "200.00", in, null),
            invoice(State.DRAFT, "900.00", "900.00", in, null),
            invoice(State.CANCELLED, "900.00", "900.00", in, null),
            invoice(State.REFUNDED, "900.00", "900.00", in, null));
    assertThat(money.daysOutstanding(window).value()).isEqualTo("30.0");
    assertThat(money.averageOrder(window).value()).isEqualTo("150.00");
    assertThat(money(SHOP).daysOutstanding(window).status())
        .isEqualTo(FigureStatus.NOT_ENOUGH_DATA);
    assertThat(money(SHOP).averageOrder(window).status()).isEqualTo(FigureStatus.NOT_ENOUGH_DATA);
  }

  @Test
  void withoutPaymentsAPaidInvoiceIsMoneyOnTheDayItWasSettled() {
    Invoice paid = settled(State.PAID);
    Money money = withoutPayments(Map.of(), paid, settled(State.REFUNDED), settled(State.OPEN));
    assertThat(money.revenue(NINETY, true).value()).isEqualTo("115.00");
    assertThat(money.revenue(NINETY, false).value()).isEqualTo("100.00");
    assertThat(money.revenue(NINETY, true).observations()).isEqualTo(3);
  }

  @Test
  void aMissingColumnTakesAwayTheFiguresThatNeedItAlone() {
    Map<String, Availability> missing =
        Map.of("paidAt", Availability.no("column_missing: paid_date"));
    Money money = withoutPayments(missing, settled(State.OPEN));
    assertThat(money.revenue(NINETY, true).status()).isEqualTo(FigureStatus.NOT_AVAILABLE);
    assertThat(money.revenue(NINETY, true).reason().code()).isEqualTo("column_missing: paid_date");
    assertThat(money.outstanding().value()).isEqualTo("115.00");
  }

  @Test
  void aMissingTableTakesAwayAllOfThem() {
    Rows<Invoice> none = new Rows<>(Availability.no("table_missing"), Map.of(), List.of());
    Money money = Money.of(new Billing(none, Availability.no("table_missing")), SHOP);
    assertThat(
            List.of(
                money.revenue(NINETY, true),
                money.lifetime(),
                money.invoiced(NINETY),
                money.outstanding(),
                money.overdue(),
                money.averageOrder(NINETY),
                money.daysOutstanding(NINETY)))
        .allMatch(outcome -> outcome.status() == FigureStatus.NOT_AVAILABLE);
  }

  private static Money withoutPayments(Map<String, Availability> missing, Invoice... invoices) {
    return Money.of(
        new Billing(
            new Rows<>(Availability.YES, missing, List.of(invoices)),
            Availability.no("table_missing")),
        SHOP);
  }

  private static Invoice settled(State state) {
    return new Invoice(
        1,
        1,
        "F-1",
        null,
        new Amounts(money("100.00"), money("15.00"), money("115.00")),
        null,
        state,
        null,
        null,
        Instant.parse("2026-10-01T12:00:00Z"),
        null,
        List.of());
  }
}
