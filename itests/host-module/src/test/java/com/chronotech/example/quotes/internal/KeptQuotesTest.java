package com.chronotech.example.quotes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.chronotech.customer360.host.HostQuotes.Quote;
import com.chronotech.customer360.host.HostQuotes.State;
import com.chronotech.customer360.host.HostSource.Touched;
import com.chronotech.customer360.itests.support.host.HostSourceContract;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The example provider keeps what every provider promises. */
class KeptQuotesTest {
  private final KeptQuotes book = new KeptQuotes(Clock.systemUTC());

  @TestFactory
  Stream<DynamicTest> anOpenBookKeepsTheContract() {
    book.open();
    for (long customer = 1; customer <= 3; customer++) {
      book.write(customer, BigDecimal.TEN);
      book.write(customer, BigDecimal.ONE);
    }
    return HostSourceContract.of(book, Set.of(1L, 2L, 3L))
        .adding(customer -> book.write(customer, BigDecimal.ZERO))
        .changing(customer -> book.answer(book.ofCustomer(customer).get(0).id(), State.ACCEPTED))
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> aClosedBookKeepsItToo() {
    return HostSourceContract.of(book, Set.of(1L, 2L)).tests();
  }

  @Test
  void answersAreKept() {
    book.open();
    Quote quote = book.write(7, new BigDecimal("12.50"));
    String position = book.touchedSince(null, 1).position();
    book.answer(quote.id(), State.ACCEPTED);
    assertTrue(book.ofCustomer(7).get(0).converted());
    Touched touched = book.touchedSince(position, 1);
    assertEquals(Set.of(7L), touched.customerIds());
    assertEquals(List.of(), new KeptQuotes(Clock.systemUTC()).ofCustomer(7));
  }
}
