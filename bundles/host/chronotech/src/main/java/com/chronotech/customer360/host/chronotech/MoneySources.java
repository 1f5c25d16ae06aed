package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostFact;
import com.chronotech.customer360.host.chronotech.FactSource.Refusal;
import java.math.BigDecimal;
import java.util.List;

/** What was quoted, billed and paid. */
final class MoneySources {
  static final FactSource INVOICES =
      new FactSource(
          List.of("invoices"),
          List.of("id", "customer_id"),
          List.of(
              "invoice_number",
              "work_order_id",
              "subtotal_amount",
              "tax_amount",
              "total_amount",
              "status",
              "invoice_date",
              "due_date",
              "created_by_user_id",
              "created_at"),
          false,
          MoneySources::invoice);

  static final FactSource PAYMENTS =
      new FactSource(
          List.of("invoice_payments"),
          List.of("id", "invoice_id"),
          List.of("amount", "payment_date", "payment_method", "reference", "status", "created_at"),
          true,
          MoneySources::payment);

  static final FactSource QUOTES =
      new FactSource(
          List.of("quotes"),
          List.of("id", "customer_id", "created_at"),
          List.of(
              "quote_number",
              "number",
              "amount",
              "total_amount",
              "status",
              "description",
              "work_order_id",
              "created_by_user_id"),
          false,
          MoneySources::quote);

  private static final String RECEIVED = "Paiement reçu";

  private MoneySources() {}

  private static List<HostFact> invoice(HostRow row, Facts facts) throws Refusal {
    return List.of(
        facts
            .about(row, "", "invoice", "Facture " + number(row, "invoice_number"))
            .metadata(
                new JsonText()
                    .put("invoice_number", row.text("invoice_number"))
                    .put("status", row.text("status"))
                    .put("subtotal_amount", plain(row.amount("subtotal_amount")))
                    .put("tax_amount", plain(row.amount("tax_amount")))
                    .money("total_amount", row.amount("total_amount"), facts.currency())
                    .put("invoice_date", row.text("invoice_date"))
                    .put("due_date", row.text("due_date"))
                    .put("work_order_id", row.number("work_order_id")))
            .actor(row.number("created_by_user_id"))
            .at(row.time("created_at", "invoice_date")));
  }

  private static List<HostFact> payment(HostRow row, Facts facts) throws Refusal {
    String status = row.text("status");
    // Without a word the row itself says that there was a payment.
    String what =
        status == null
            ? RECEIVED
            : switch (facts.words().payments().state(status)) {
              case CONFIRMED -> RECEIVED;
              case PENDING -> "Paiement en attente";
              case FAILED -> "Paiement refusé";
              case REFUNDED -> "Paiement remboursé";
              case UNKNOWN -> "Paiement (" + status + ")";
            };
    BigDecimal amount = row.amount("amount");
    String invoice = row.text("invoice_found");
    String title =
        what
            + (amount == null ? "" : " : " + facts.money(amount))
            + (invoice == null ? "" : " (facture " + invoice + ")");
    return List.of(
        facts
            .about(row, "", "payment", title)
            .metadata(
                new JsonText()
                    .money("amount", amount, facts.currency())
                    .put("payment_method", row.text("payment_method"))
                    .put("reference", row.text("reference"))
                    .put("status", status)
                    .put("invoice_id", row.number("invoice_id"))
                    .put("invoice_number", invoice))
            .at(row.time("payment_date", "created_at")));
  }

  private static List<HostFact> quote(HostRow row, Facts facts) throws Refusal {
    return List.of(
        facts
            .about(row, "", "quote", "Devis " + number(row, "quote_number", "number"))
            .description(row.text("description"))
            .metadata(
                new JsonText()
                    .put("quote_number", row.text("quote_number", "number"))
                    .put("status", row.text("status"))
                    .money("amount", row.amount("amount", "total_amount"), facts.currency())
                    .put("work_order_id", row.number("work_order_id")))
            .actor(row.number("created_by_user_id"))
            .at(row.time("created_at")));
  }

  private static String number(HostRow row, String... columns) {
    String number = row.text(columns);
    return number == null ? "nº " + row.id() : number;
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }
}
