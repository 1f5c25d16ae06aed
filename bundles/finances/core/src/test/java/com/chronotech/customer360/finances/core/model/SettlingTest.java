package com.chronotech.customer360.finances.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.finances.AgeingBucket;
import com.chronotech.customer360.finances.Balance;
import com.chronotech.customer360.finances.CustomerInvoice;
import com.chronotech.customer360.finances.InvoiceState;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostInvoices.PaymentState;
import com.chronotech.customer360.host.HostInvoices.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
  private static final Settling SETTLING =
      new Settling(TODAY, "CAD", Availability.YES, Availability.YES);

  @Test
  void onlyConfirmedPaymentsLessenWhatIsOwed() {
    CustomerInvoice settled =
        SETTLING.settle(
            Invoices.open(1, "114.98", TODAY)
                .paid("40.00", PaymentState.CONFIRMED)
                .paid("10.00", PaymentState.PENDING)
                .paid("20.00", PaymentState.FAILED)
                .paid("30.00", PaymentState.REFUNDED)
                .paid("5.00", PaymentState.UNKNOWN)
                .build());
    assertThat(settled.paid()).isEqualByComparingTo("40");
    assertThat(settled.outstanding()).isEqualByComparingTo("74.98");
    assertThat(settled.state()).isEqualTo(InvoiceState.OPEN);
  }

  @Test
  void whoPaysTooMuchOwesNothing() {
    CustomerInvoice settled =
        SETTLING.settle(
            Invoices.open(1, "10.00", TODAY.minusDays(9))
                .paid("12.00", PaymentState.CONFIRMED)
                .build());
    assertThat(settled.outstanding()).isEqualByComparingTo("0");
    assertThat(settled.overdue()).isFalse();
    assertThat(settled.state()).isEqualTo(InvoiceState.OPEN);
  }

  @Test
  void isOverdueFromTheDayAfterItsDueDate() {
    assertThat(SETTLING.settle(Invoices.open(1, "10.00", TODAY).build()).overdue()).isFalse();
    CustomerInvoice late = SETTLING.settle(Invoices.open(1, "10.00", TODAY.minusDays(1)).build());
    assertThat(late.overdue()).isTrue();
    assertThat(late.daysOverdue()).isEqualTo(1);
    assertThat(SETTLING.settle(Invoices.open(1, "10.00", null).build()).overdue()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT,DRAFT",
    "PAID,PAID",
    "CANCELLED,CANCELLED",
    "REFUNDED,REFUNDED",
    "UNKNOWN,UNKNOWN"
  })
  void nothingIsOwedInAnyOtherState(State host, InvoiceState ours) {
    CustomerInvoice settled =
        SETTLING.settle(Invoices.open(1, "10.00", TODAY.minusDays(400)).state(host).build());
    assertThat(settled.outstanding()).isEqualByComparingTo("0");
    assertThat(settled.state()).isEqualTo(ours);
    assertThat(settled.daysOverdue()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "-1,CURRENT",
    "0,CURRENT",
    "1,DAYS_1_30",
    "30,DAYS_1_30",
    "31,DAYS_31_60",
    "60,DAYS_31_60",
    "61,DAYS_61_90",
    "90,DAYS_61_90",
    "91,OVER_90",
    "4000,OVER_90"
  })
  void agesByTheDay(int days, AgeingBucket bucket) {
    assertThat(AgeingBucket.of(TODAY.minusDays(days), TODAY)).isEqualTo(bucket);
  }

  @Test
  void theBalanceIsTheSumOfItsParts() {
    Balance balance =
        SETTLING.balance(
            List.of(
                settled(1, "10.00", TODAY.plusDays(1)),
                settled(2, "20.00", TODAY.minusDays(31)),
                settled(3, "30.00", TODAY.minusDays(32)),
                settled(4, "40.00", null)));
    assertThat(balance.owed()).isEqualTo(new Balance.Owed(new BigDecimal("100.00"), 4));
    assertThat(balance.overdue())
        .isEqualTo(new Balance.Overdue(new BigDecimal("50.00"), 2, TODAY.minusDays(32)));
    assertThat(balance.ageing().get(AgeingBucket.CURRENT)).isEqualByComparingTo("10");
    assertThat(balance.ageing().get(AgeingBucket.DAYS_31_60)).isEqualByComparingTo("50");
    assertThat(balance.ageing().get(AgeingBucket.NO_DUE_DATE)).isEqualByComparingTo("40");
    assertThat(balance.ageing()).hasSize(AgeingBucket.values().length);
  }

  @Test
  void whatTheHostDoesNotKnowIsNotSaid() {
    Availability no = Availability.no("table_missing");
    Settling blind = new Settling(TODAY, "CAD", no, Availability.no("column_missing: due_date"));
    CustomerInvoice settled = blind.settle(Invoices.open(1, "10.00", null).build());
    assertThat(settled.paid()).isNull();
    assertThat(settled.outstanding()).isEqualByComparingTo("10");
    Balance balance = blind.balance(List.of(settled));
    assertThat(balance.overdue()).isNull();
    assertThat(balance.payments()).isEqualTo(no);
    assertThat(balance.owed().amount()).isEqualByComparingTo("10");
  }

  private static CustomerInvoice settled(long id, String total, LocalDate due) {
    return SETTLING.settle(Invoices.open(id, total, due).build());
  }
}
