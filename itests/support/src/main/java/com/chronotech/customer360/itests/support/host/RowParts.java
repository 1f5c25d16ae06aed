package com.chronotech.customer360.itests.support.host;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostInvoices.Payment;
import com.chronotech.customer360.host.HostQuotes.Quote;
import com.chronotech.customer360.host.HostSatisfaction.Answer;
import com.chronotech.customer360.host.HostWorkOrders.WorkOrder;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parts of a row, which is a record whatever its kind. */
final class RowParts {
  /** Parts that are something even where the host does not say it, and a state that stands in. */
  private static final Set<String> DERIVED =
      Set.of("number", "subtotal", "tax", "total", "payments");

  private RowParts() {}

  static long number(Object row, String part) {
    return (Long) value(row, part);
  }

  /** That a part which the host lacks is null; parts of parts are written {@code actual.cost}. */
  static void assertSaysNothing(Object row, String part) {
    if (DERIVED.contains(part)) {
      return;
    }
    Object value = row;
    for (String name : part.split("\\.", -1)) {
      value = value(value, name);
    }
    assertTrue(value == null, () -> part + " is missing, and yet said in " + row);
  }

  private static Object value(Object row, String part) {
    RecordComponent component =
        Arrays.stream(row.getClass().getRecordComponents())
            .filter(one -> one.getName().equals(part))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no part " + part + " of " + row.getClass()));
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** That a row says at least what its kind promises. */
  static void assertWhole(Object row) {
    if (row instanceof WorkOrder order) {
      assertNamed(order.number(), row);
      assertNotNull(order.state(), row::toString);
      assertNotNull(order.estimated(), row::toString);
      assertNotNull(order.actual(), row::toString);
    } else if (row instanceof Quote quote) {
      assertNamed(quote.number(), row);
      assertNotNull(quote.state(), row::toString);
    } else if (row instanceof Invoice invoice) {
      assertInvoice(invoice);
    } else if (row instanceof Answer answer) {
      assertNotNull(answer.at(), row::toString);
      assertTrue(
          within(answer.recommend(), 0, 10) && within(answer.satisfied(), 1, 5), row::toString);
    }
  }

  private static void assertInvoice(Invoice invoice) {
    assertNamed(invoice.number(), invoice);
    assertNotNull(invoice.state(), invoice::toString);
    assertNotNull(invoice.amounts().total(), invoice::toString);
    assertNotNull(invoice.amounts().subtotal(), invoice::toString);
    assertNotNull(invoice.amounts().tax(), invoice::toString);
    List<Payment> payments = invoice.payments();
    Set<Long> ids = new HashSet<>();
    for (int i = 0; i < payments.size(); i++) {
      Payment payment = payments.get(i);
      assertNotNull(payment.amount(), invoice::toString);
      assertNotNull(payment.state(), invoice::toString);
      assertTrue(ids.add(payment.id()), "a payment twice in " + invoice);
      assertTrue(
          i == 0 || ordered(payments.get(i - 1), payment), "payments out of order in " + invoice);
    }
  }

  private static boolean ordered(Payment one, Payment next) {
    if (one.at() == null || next.at() == null) {
      return next.at() == null && (one.at() != null || one.id() < next.id());
    }
    int time = one.at().compareTo(next.at());
    return time < 0 || (time == 0 && one.id() < next.id());
  }

  private static void assertNamed(String number, Object row) {
    assertTrue(number != null && !number.isBlank(), row::toString);
  }

  private static boolean within(Integer score, int least, int most) {
    return score == null || (score >= least && score <= most);
  }
}
