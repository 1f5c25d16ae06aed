package com.chronotech.customer360.finances.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.finances.CustomerInvoice;
import com.chronotech.customer360.finances.InvoicePage;
import com.chronotech.customer360.finances.InvoicePaging;
import com.chronotech.customer360.finances.InvoiceQuery;
import com.chronotech.customer360.finances.InvoiceState;
import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.platform.problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class InvoicePagesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
  private static final long CUSTOMER = 7;
  private static final Settling SETTLING =
      new Settling(TODAY, "CAD", Availability.YES, Availability.YES);

  @Property(tries = 300)
  void cursorsLeadThroughEverythingOnceBothWays(
      @ForAll @Size(max = 60) List<@IntRange(min = -1, max = 9) Integer> days,
      @ForAll @IntRange(min = 1, max = 20) int perPage) {
    List<CustomerInvoice> all = invoices(days);
    InvoiceQuery query = InvoiceQuery.of(CUSTOMER);
    List<Long> forth = new ArrayList<>();
    List<InvoicePage> pages = new ArrayList<>();
    String cursor = null;
    do {
      InvoicePage page = InvoicePages.cut(all, query, new InvoicePaging(1, perPage, cursor));
      assertThat(page.total()).isEqualTo(all.size());
      pages.add(page);
      forth.addAll(ids(page));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(forth).isEqualTo(expected(all));

    List<Long> back = new ArrayList<>(ids(pages.get(pages.size() - 1)));
    String before = pages.get(pages.size() - 1).prevCursor();
    while (before != null) {
      InvoicePage page = InvoicePages.cut(all, query, new InvoicePaging(1, perPage, before));
      back.addAll(0, ids(page));
      before = page.prevCursor();
    }
    assertThat(back).isEqualTo(forth);
  }

  @Property(tries = 200)
  void aCursorKeepsItsPlaceWhileInvoicesAreAdded(
      @ForAll @Size(min = 5, max = 40) List<@IntRange(min = 0, max = 9) Integer> days) {
    List<CustomerInvoice> all = invoices(days);
    InvoiceQuery query = InvoiceQuery.of(CUSTOMER);
    InvoicePage first = InvoicePages.cut(all, query, new InvoicePaging(1, 3, null));
    List<CustomerInvoice> more = new ArrayList<>(all);
    more.add(
        SETTLING.settle(Invoices.open(10_000, "1.00", TODAY).issued(TODAY.plusDays(99)).build()));
    Collections.shuffle(more, new Random(1));
    InvoicePage next = InvoicePages.cut(more, query, new InvoicePaging(1, 3, first.nextCursor()));
    assertThat(ids(next)).isEqualTo(expected(all).subList(3, Math.min(6, all.size())));
  }

  @Property(tries = 200)
  void numbersLeadWhereCursorsDo(
      @ForAll @Size(max = 50) List<@IntRange(min = -1, max = 9) Integer> days,
      @ForAll @IntRange(min = 1, max = 9) int page) {
    List<CustomerInvoice> all = invoices(days);
    List<Long> ids = expected(all);
    InvoicePage cut =
        InvoicePages.cut(all, InvoiceQuery.of(CUSTOMER), new InvoicePaging(page, 7, null));
    int from = Math.min(ids.size(), (page - 1) * 7);
    assertThat(ids(cut)).isEqualTo(ids.subList(from, Math.min(ids.size(), from + 7)));
    assertThat(cut.page()).isEqualTo(page);
  }

  @Property(tries = 100)
  void aQueryFindsWhatItSays(@ForAll boolean overdue) {
    List<CustomerInvoice> all =
        List.of(
            SETTLING.settle(Invoices.open(1, "1.00", TODAY.minusDays(1)).build()),
            SETTLING.settle(Invoices.open(2, "1.00", TODAY).build()));
    InvoiceQuery both =
        new InvoiceQuery(CUSTOMER, Set.of(InvoiceState.OPEN, InvoiceState.OVERDUE), overdue);
    assertThat(ids(InvoicePages.cut(all, both, InvoicePaging.first())))
        .containsExactly(overdue ? 1L : 2L);
  }

  @Property(tries = 200)
  void whatIsNoCursorIsRefused(@ForAll String text) {
    assertThat(InvoicePages.violations(CUSTOMER, new InvoicePaging(0, 101, text)))
        .extracting(Violation::code)
        .containsExactly("finances.page", "finances.per_page", "finances.cursor_unreadable");
  }

  @Property(tries = 20)
  void aCursorOfAnotherCustomerIsRefused(@ForAll @IntRange(min = 1, max = 6) int other) {
    List<CustomerInvoice> all = invoices(List.of(1, 2, 3));
    String cursor =
        InvoicePages.cut(all, InvoiceQuery.of(CUSTOMER), new InvoicePaging(1, 1, null))
            .nextCursor();
    assertThat(InvoicePages.violations(CUSTOMER, new InvoicePaging(1, 1, cursor))).isEmpty();
    assertThat(InvoicePages.violations(other, new InvoicePaging(1, 1, cursor))).hasSize(1);
  }

  private static List<CustomerInvoice> invoices(List<Integer> days) {
    List<CustomerInvoice> all = new ArrayList<>();
    for (int day : days) {
      all.add(
          SETTLING.settle(
              Invoices.open(all.size() + 1, "1.00", TODAY)
                  .issued(day < 0 ? null : TODAY.minusDays(day))
                  .build()));
    }
    Collections.shuffle(all, new Random(days.size()));
    return all;
  }

  /** Told another way than the code does. */
  private static List<Long> expected(List<CustomerInvoice> all) {
    return all.stream()
        .sorted(
            Comparator.comparing(
                    (CustomerInvoice each) -> each.invoice().issuedOn(),
                    Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(each -> each.invoice().id(), Comparator.reverseOrder()))
        .map(each -> each.invoice().id())
        .toList();
  }

  private static List<Long> ids(InvoicePage page) {
    return page.invoices().stream().map(each -> each.invoice().id()).toList();
  }
}
