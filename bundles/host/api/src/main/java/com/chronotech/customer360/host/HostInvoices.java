package com.chronotech.customer360.host;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** The invoices of a host, with their payments. Amounts are in {@link HostShop#currency()}. */
@ConsumerType
public interface HostInvoices extends HostSource<HostInvoices.Invoice> {

  /** What the host's word of a status means. */
  enum State {
    /** Not issued: owed by nobody, counted nowhere. */
    DRAFT,
    /** Issued and not wholly paid, overdue or not: that is told by the day alone. */
    OPEN,
    /** Paid. */
    PAID,
    /** Void: owed by nobody. */
    CANCELLED,
    /** Paid and given back. */
    REFUNDED,
    /** A word that is not understood: counted nowhere. */
    UNKNOWN
  }

  /** What the host's word of a payment's status means. */
  enum PaymentState {
    /** Announced, not received: counted nowhere. */
    PENDING,
    /** Received. */
    CONFIRMED,
    /** Not received. */
    FAILED,
    /** Received and given back. */
    REFUNDED,
    /** A word that is not understood: counted nowhere. */
    UNKNOWN
  }

  /** Whether payments are told apart; when not, {@link Invoice#payments} is empty everywhere. */
  Availability payments();

  /**
   * An invoice.
   *
   * @param id the host's id
   * @param customerId whose it is
   * @param number its number as a clerk knows it; never null
   * @param workOrderId the order it is for; null when unknown
   * @param amounts what is asked for; never null
   * @param status the host's word; null when it has none
   * @param state what the word means
   * @param issuedOn the day of the invoice; null when unknown
   * @param dueOn the day by which it is to be paid; null when unknown
   * @param paidAt when it was paid in full, as the host says; null when unknown
   * @param createdAt when the row was made; null when unknown
   * @param payments in ascending time, then id
   */
  record Invoice(
      long id,
      long customerId,
      String number,
      Long workOrderId,
      Amounts amounts,
      String status,
      State state,
      LocalDate issuedOn,
      LocalDate dueOn,
      Instant paidAt,
      Instant createdAt,
      List<Payment> payments) {
    /** Creates an invoice. */
    public Invoice {
      payments = List.copyOf(payments);
    }
  }

  /**
   * What an invoice asks for. Negative for a credit note. An invoice of which the host says neither
   * total nor subtotal asks for zero, and its state is {@link State#UNKNOWN}.
   *
   * @param subtotal without taxes; never null: the total less the taxes where the host does not say
   * @param tax the taxes; never null, zero where the host does not say
   * @param total with taxes; never null
   */
  record Amounts(BigDecimal subtotal, BigDecimal tax, BigDecimal total) {}

  /**
   * A payment.
   *
   * @param id the host's id
   * @param amount never null; positive as received, whatever became of it; negative where the host
   *     keeps money given back as a row of its own. Zero where the host says nothing, and the state
   *     is {@link PaymentState#UNKNOWN} then
   * @param status the host's word; null when it has none
   * @param state what the word means
   * @param at when it was made; null when unknown
   * @param method the host's word, such as {@code debit_card}; null when unknown
   * @param reference null when unknown
   */
  record Payment(
      long id,
      BigDecimal amount,
      String status,
      PaymentState state,
      Instant at,
      String method,
      String reference) {}
}
