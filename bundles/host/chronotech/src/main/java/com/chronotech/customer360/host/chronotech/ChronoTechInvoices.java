package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostInvoices;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The invoices of a ChronoTech database, with their payments. */
@Component(service = HostInvoices.class, property = HostCommerce.ADAPTER + ":Boolean=true")
public final class ChronoTechInvoices extends TableSource<Invoice> implements HostInvoices {
  private static final String PAYMENTS = "payments";
  private static final String[] TOTAL = {"total_amount", "total", "amount"};
  private static final String[] SUBTOTAL = {"subtotal_amount", "subtotal"};

  private final StatusWords<State> words;

  /** Creates the source. */
  @Activate
  public ChronoTechInvoices(@Reference ChronoTechTables tables) {
    super(tables);
    this.words = tables.words().invoices();
  }

  @Override
  public Availability payments() {
    ReadingPlan<Invoice> plan = plan();
    return plan.availability().available()
        ? plan.missing().getOrDefault(PAYMENTS, Availability.YES)
        : plan.availability();
  }

  @Override
  ReadingPlan<Invoice> drawUp() {
    SourceLayout layout = tables().layout("invoices");
    InvoiceRow row = InvoiceRow.of(layout, words);
    if (!layout.availability().available()) {
      return ReadingPlan.none(layout.availability());
    }
    PaymentRows payments = PaymentRows.of(tables(), layout.table());
    if (!payments.availability().available()) {
      layout.lacks(PAYMENTS, payments.availability());
      return ReadingPlan.of(layout, found -> row.invoice(found, List.of()), Invoice::id);
    }
    return ReadingPlan.<Invoice>of(layout, found -> null, Invoice::id)
        .reading(
            (connection, among) -> {
              Map<Long, List<Payment>> paid = payments.of(connection, among);
              return found ->
                  row.invoice(found, paid.getOrDefault(SourceLayout.id(found), List.of()));
            },
            payments.watched());
  }

  /** An invoice's own row. */
  private record InvoiceRow(
      Cell number, Cell order, Money money, Status status, Days days, Times times) {
    static InvoiceRow of(SourceLayout layout, StatusWords<State> words) {
      return new InvoiceRow(
          layout.wanted("number", "invoice_number", "number"),
          layout.wanted("workOrderId", "work_order_id"),
          Money.of(layout),
          new Status(layout.wanted("status", "status"), words),
          new Days(
              layout.wanted("issuedOn", "invoice_date", "issue_date"),
              layout.wanted("dueOn", "due_date")),
          new Times(
              layout.wanted("paidAt", "paid_date", "paid_at"),
              layout.wanted("createdAt", "created_at")));
    }

    Invoice invoice(ResultSet row, List<Payment> payments) throws SQLException {
      long id = SourceLayout.id(row);
      Amounts amounts = money.amounts(row);
      String word = status.cell().text(row);
      return new Invoice(
          id,
          SourceLayout.owner(row),
          ReferenceColumns.number("invoices", number.text(row), id),
          order.id(row),
          amounts == null ? Money.NOTHING : amounts,
          word,
          amounts == null ? State.UNKNOWN : status.words().state(word),
          days.issued().day(row),
          days.due().day(row),
          times.paid().time(row),
          times.created().time(row),
          payments);
    }
  }

  private record Status(Cell cell, StatusWords<State> words) {}

  private record Days(Cell issued, Cell due) {}

  private record Times(Cell paid, Cell created) {}

  private record Money(Cell subtotal, Cell tax, Cell total) {
    static final Amounts NOTHING = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static Money of(SourceLayout layout) {
      Cell total = layout.cell(TOTAL);
      Cell subtotal = layout.cell(SUBTOTAL);
      if (total.missing() && subtotal.missing()) {
        layout.needed(TOTAL);
      } else if (total.missing()) {
        layout.wanted("total", TOTAL);
      } else if (subtotal.missing()) {
        layout.wanted("subtotal", SUBTOTAL);
      }
      return new Money(subtotal, layout.wanted("tax", "tax_amount", "tax", "taxes"), total);
    }

    /** Null when the row says neither total nor subtotal. */
    Amounts amounts(ResultSet row) throws SQLException {
      BigDecimal whole = total.amount(row);
      BigDecimal before = subtotal.amount(row);
      BigDecimal said = tax.amount(row);
      BigDecimal taxes = said == null ? BigDecimal.ZERO : said;
      if (whole == null) {
        return before == null ? null : new Amounts(before, taxes, before.add(taxes));
      }
      return new Amounts(before == null ? whole.subtract(taxes) : before, taxes, whole);
    }
  }
}
