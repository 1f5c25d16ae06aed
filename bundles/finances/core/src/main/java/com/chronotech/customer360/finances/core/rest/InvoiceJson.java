package com.chronotech.customer360.finances.core.rest;

import com.chronotech.customer360.finances.AgeingBucket;
import com.chronotech.customer360.finances.Balance;
import com.chronotech.customer360.finances.CustomerInvoice;
import com.chronotech.customer360.finances.Finances;
import com.chronotech.customer360.finances.InvoicePage;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostInvoices.Payment;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finances in the contract's shape: money as decimal texts with the currency beside them. */
final class InvoiceJson {
  private static final int CENTS = 2;

  private InvoiceJson() {}

  /** The invoices of a page, and what leads further. */
  static Map<String, Object> page(Finances finances, String currency) {
    InvoicePage page = finances.page();
    boolean available = finances.availability().available();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("balance", finances.balance() == null ? null : balance(finances.balance()));
    json.put(
        "invoices",
        available
            ? page.invoices().stream().map(invoice -> invoice(invoice, currency)).toList()
            : null);
    json.put("total_count", available ? page.total() : null);
    json.put("has_more", page.nextCursor() != null);
    json.put("current_page", page.page() == 0 ? null : page.page());
    json.put("next_cursor", page.nextCursor());
    json.put("prev_cursor", page.prevCursor());
    json.put("missing", missing(finances.missing()));
    return json;
  }

  /** An invoice with its payments. */
  static Map<String, Object> invoice(CustomerInvoice standing, String currency) {
    Invoice invoice = standing.invoice();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", invoice.id());
    json.put("number", invoice.number());
    json.put("work_order_id", invoice.workOrderId());
    json.put("state", standing.state().code());
    json.put("status", invoice.status());
    json.put("issued_on", invoice.issuedOn());
    json.put("due_on", invoice.dueOn());
    json.put("paid_at", invoice.paidAt());
    json.put("created_at", invoice.createdAt());
    json.put("currency", currency);
    json.put("subtotal", money(invoice.amounts().subtotal()));
    json.put("tax", money(invoice.amounts().tax()));
    json.put("total", money(invoice.amounts().total()));
    json.put("paid", money(standing.paid()));
    json.put("outstanding", money(standing.outstanding()));
    json.put("overdue", standing.overdue());
    json.put("days_overdue", standing.daysOverdue());
    json.put("payments", invoice.payments().stream().map(paid -> payment(paid, currency)).toList());
    return json;
  }

  private static Map<String, Object> payment(Payment payment, String currency) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", payment.id());
    json.put("at", payment.at());
    json.put("currency", currency);
    json.put("amount", money(payment.amount()));
    json.put("state", payment.state().name().toLowerCase(Locale.ROOT));
    json.put("status", payment.status());
    json.put("method", payment.method());
    json.put("reference", payment.reference());
    return json;
  }

  private static Map<String, Object> balance(Balance balance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("as_of", balance.asOf());
    json.put("currency", balance.currency());
    json.put("outstanding", money(balance.owed().amount()));
    json.put("outstanding_invoices", balance.owed().invoices());
    Balance.Overdue overdue = balance.overdue();
    json.put("overdue", overdue == null ? null : money(overdue.amount()));
    json.put("overdue_invoices", overdue == null ? null : overdue.invoices());
    json.put("oldest_due_on", overdue == null ? null : overdue.oldestDueOn());
    Map<String, Object> ageing = new LinkedHashMap<>();
    ageing.put("currency", balance.currency());
    for (AgeingBucket bucket : AgeingBucket.values()) {
      ageing.put(bucket.code(), money(balance.ageing().get(bucket)));
    }
    json.put("ageing", ageing);
    return json;
  }

  /** What the host lacks, by the name of the field as it is answered. */
  private static Map<String, String> missing(Map<String, Availability> missing) {
    Map<String, String> json = new TreeMap<>();
    missing.forEach(
        (name, availability) ->
            json.put(
                name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), availability.reason()));
    return json;
  }

  private static String money(BigDecimal amount) {
    if (amount == null) {
      return null;
    }
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.setScale(Math.max(CENTS, plain.scale())).toPlainString();
  }
}
