package com.chronotech.customer360.analytics.core.model;

import static com.chronotech.customer360.analytics.core.model.Given.invoice;
import static com.chronotech.customer360.analytics.core.model.Given.money;
import static com.chronotech.customer360.analytics.core.model.Given.paid;
import static com.chronotech.customer360.analytics.core.model.Given.payment;
import static com.chronotech.customer360.analytics.core.model.Given.shop;
import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.HostInvoices.Amounts;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostInvoices.Payment;
import com.chronotech.customer360.host.HostInvoices.PaymentState;
import com.chronotech.customer360.host.HostInvoices.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private static final Shop SHOP = shop("2026-11-26T12:00:00Z");

  @Test
  void aPaymentLateInTheEveningBelongsToTheShopsDay() {
    Invoice late = invoice(State.PAID, "100.00", "114.98", paid("114.98", "2026-07-01T03:30:00Z"));
    assertThat(Receipt.ofPayments(late, SHOP))
        .containsExactly(
            new Receipt(LocalDate.parse("2026-06-30"), money("114.98"), money("100.00")));
  }

  @Test
  void whatWasGivenBackCameAndWentOnItsDay() {
    Invoice refunded =
        invoice(
            State.REFUNDED,
            "50.00",
            "57.49",
            payment("57.49", PaymentState.REFUNDED, "2026-03-02T15:00:00Z"));
    assertThat(Receipt.ofPayments(refunded, SHOP))
        .extracting(Receipt::taxIn)
        .containsExactly(money("57.49"), money("-57.49"));
  }

  @Test
  void aSeparateNegativeRowCountsAtItsOwnDate() {
    Invoice returned =
        invoice(
            State.PAID,
            "100.00",
            "115.00",
            paid("115.00", "2026-03-02T15:00:00Z"),
            paid("-23.00", "2026-04-02T15:00:00Z"));
    assertThat(Receipt.ofPayments(returned, SHOP))
        .containsExactly(
            new Receipt(LocalDate.parse("2026-03-02"), money("115.00"), money("100.00")),
            new Receipt(LocalDate.parse("2026-04-02"), money("-23.00"), money("-20.00")));
  }

  @Test
  void whatIsPendingFailedOrUndatedIsNoMoney() {
    Invoice open =
        invoice(
            State.OPEN,
            "100.00",
            "115.00",
            payment("1.00", PaymentState.PENDING, "2026-03-02T15:00:00Z"),
            payment("2.00", PaymentState.FAILED, "2026-03-02T15:00:00Z"),
            payment("3.00", PaymentState.UNKNOWN, "2026-03-02T15:00:00Z"),
            paid("4.00", null));
    assertThat(Receipt.ofPayments(open, SHOP)).isEmpty();
  }

  @Test
  void anInvoiceWithoutATotalHasNoTaxes() {
    Invoice nothing = invoice(State.OPEN, "0", "0", paid("5.00", "2026-03-02T15:00:00Z"));
    assertThat(Receipt.ofPayments(nothing, SHOP))
        .extracting(Receipt::taxOut)
        .containsExactly(money("5.00"));
  }

  @Property
  void partsOfAWhollyPaidInvoiceAddUpToItsSubtotal(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 500_000) Integer> cents,
      @ForAll @IntRange(max = 2000) int taxPerMyriad) {
    BigDecimal total = BigDecimal.valueOf(cents.stream().mapToLong(c -> c).sum(), 2);
    BigDecimal tax =
        total.multiply(BigDecimal.valueOf(taxPerMyriad, 4)).setScale(2, RoundingMode.HALF_UP);
    List<Payment> payments = new ArrayList<>();
    for (int part : cents) {
      payments.add(
          new Payment(
              payments.size(),
              BigDecimal.valueOf(part, 2),
              null,
              PaymentState.CONFIRMED,
              Instant.parse("2026-05-04T12:00:00Z").plusSeconds(payments.size()),
              null,
              null));
    }
    Invoice invoice =
        new Invoice(
            1,
            1,
            "F-1",
            null,
            new Amounts(total.subtract(tax), tax, total),
            null,
            State.PAID,
            null,
            null,
            null,
            null,
            payments);
    assertThat(
            Receipt.ofPayments(invoice, SHOP).stream()
                .map(Receipt::taxOut)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(total.subtract(tax));
  }
}
