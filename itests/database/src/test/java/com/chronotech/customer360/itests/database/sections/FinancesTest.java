package com.chronotech.customer360.itests.database.sections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.finances.AgeingBucket;
import com.chronotech.customer360.finances.Balance;
import com.chronotech.customer360.finances.CustomerInvoice;
import com.chronotech.customer360.finances.Finances;
import com.chronotech.customer360.finances.InvoicePaging;
import com.chronotech.customer360.finances.InvoiceQuery;
import com.chronotech.customer360.finances.InvoiceState;
import com.chronotech.customer360.finances.core.rest.FinanceSection;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Invoices and balances beside what plain SQL finds. */
class FinancesTest {
  private static final Caller MANAGER = Caller.user("boss", 6, "manager");
  private static final Caller TECHNICIAN = Caller.user("tech", 5, "technician");

  /** 23:30 of 31 March in Montreal, when it is April already in UTC. */
  private static final Instant NOW = Instant.parse("2026-04-01T03:30:00Z");

  private static final String TODAY = "date '2026-03-31'";

  /** Every state, every bucket, and payments of every state, in numbers that follow no pattern. */
  private static final String ROWS =
      """
      insert into invoices (invoice_number, customer_id, subtotal_amount, tax_amount, total_amount,
          status, invoice_date, due_date)
        with recursive d as (select 0 as x union all select x + 1 from d where x < 99),
          n as (select 1 + a.x * 100 + b.x as i from d a cross join d b)
        select concat('F-%1$d-', i), %1$d, (i * 7919 %% 90000) / 100, 0, (i * 7919 %% 90000) / 100,
          elt(1 + i %% 7, 'draft', 'sent', 'open', 'paid', 'overdue', 'cancelled', 'refunded'),
          date_sub(%3$s, interval (i * 31 %% 400) day),
          case when i %% 11 = 0 then null
            else date_sub(%3$s, interval (i * 13 %% 160) - 30 day) end
        from n where i <= %2$d;
      insert into invoice_payments (invoice_id, amount, payment_date, status)
        select id, round(total_amount / (1 + id %% 3), 2), '2026-03-01 10:00:00',
          elt(1 + id %% 5, 'confirmed', 'pending', 'failed', 'refunded', 'confirmed')
        from invoices where customer_id = %1$d and id %% 2 = 0;
      """;

  private static final String OWED =
      """
      select i.id, i.due_date, greatest(0, i.total_amount - coalesce((select sum(p.amount)
        from invoice_payments p where p.invoice_id = i.id and p.status = 'confirmed'), 0)) as owed
      from invoices i where i.customer_id = %d and i.status in ('sent', 'open', 'overdue')
      """;

  private static void fill(SectionHost host, long customer, int invoices) {
    host.database().script(ROWS.formatted(customer, invoices, TODAY));
  }

  @EveryServer
  void theBalanceIsWhatPlainSqlFinds(DatabaseServer server) {
    try (SectionHost host = new SectionHost(server, SectionHost.WITH_INVOICES)) {
      host.platform().clock().set(NOW);
      fill(host, 1, 300);
      fill(host, 2, 7);
      Balance balance = host.finances().balance(MANAGER, 1).orElseThrow();
      assertThat(balance.asOf()).isEqualTo(LocalDate.of(2026, 3, 31));
      assertThat(balance.currency()).isEqualTo("CAD");
      String owed = "(" + OWED.formatted(1) + ") o where owed > 0";
      Map<String, Object> sums =
          one(host, "select sum(owed) amount, count(*) invoices from " + owed);
      assertThat(balance.owed().amount()).isEqualByComparingTo((BigDecimal) sums.get("amount"));
      assertThat(balance.owed().invoices()).isEqualTo(number(sums.get("invoices"))).isPositive();
      Map<String, Object> late =
          one(
              host,
              "select sum(owed) amount, count(*) invoices, min(due_date) oldest from "
                  + owed
                  + " and due_date < "
                  + TODAY);
      assertThat(balance.overdue().amount()).isEqualByComparingTo((BigDecimal) late.get("amount"));
      assertThat(balance.overdue().invoices()).isEqualTo(number(late.get("invoices")));
      assertThat(balance.overdue().oldestDueOn()).hasToString(late.get("oldest").toString());
      for (Map.Entry<AgeingBucket, String> bucket : BUCKETS.entrySet()) {
        Object amount =
            one(
                    host,
                    "select coalesce(sum(owed), 0) amount from "
                        + owed
                        + " and "
                        + bucket.getValue())
                .get("amount");
        assertThat(balance.ageing().get(bucket.getKey()))
            .as("%s", bucket.getKey())
            .isEqualByComparingTo((BigDecimal) amount)
            .isPositive();
      }
      assertThat(host.finances().balances(MANAGER, List.of(1L, 2L, 3L)))
          .containsEntry(1L, balance)
          .containsOnlyKeys(1L, 2L, 3L)
          .satisfies(all -> assertThat(all.get(3L).owed().invoices()).isZero());
    }
  }

  private static final Map<AgeingBucket, String> BUCKETS =
      Map.of(
          AgeingBucket.CURRENT, "due_date >= " + TODAY,
          AgeingBucket.DAYS_1_30, "datediff(" + TODAY + ", due_date) between 1 and 30",
          AgeingBucket.DAYS_31_60, "datediff(" + TODAY + ", due_date) between 31 and 60",
          AgeingBucket.DAYS_61_90, "datediff(" + TODAY + ", due_date) between 61 and 90",
          AgeingBucket.OVER_90, "datediff(" + TODAY + ", due_date) > 90",
          AgeingBucket.NO_DUE_DATE, "due_date is null");

  @EveryServer
  void filtersFindWhatPlainSqlFinds(DatabaseServer server) {
    try (SectionHost host = new SectionHost(server, SectionHost.WITH_INVOICES)) {
      host.platform().clock().set(NOW);
      fill(host, 1, 150);
      String late = "select id from (" + OWED.formatted(1) + ") o where owed > 0 and due_date < ";
      String byDay =
          " order by (select invoice_date from invoices x where x.id = o.id) desc, id desc";
      assertThat(ids(host, new InvoiceQuery(1, Set.of(InvoiceState.OVERDUE), null)))
          .isEqualTo(ids(host, late + TODAY + byDay))
          .isNotEmpty()
          .isEqualTo(ids(host, new InvoiceQuery(1, Set.of(), true)));
      assertThat(
              ids(host, new InvoiceQuery(1, Set.of(InvoiceState.PAID, InvoiceState.DRAFT), null)))
          .isEqualTo(
              ids(
                  host,
                  "select id from invoices where customer_id = 1 and status in ('paid', 'draft')"
                      + " order by invoice_date desc, id desc"));
    }
  }

  @EveryServer
  void aCustomerWithFiveThousandInvoicesTakesNoMoreStatements(DatabaseServer server) {
    try (SectionHost host = new SectionHost(server, SectionHost.WITH_INVOICES)) {
      host.platform().clock().set(NOW);
      fill(host, 1, 3);
      fill(host, 2, 5000);
      List<String> few = statements(host, 1);
      List<String> many = statements(host, 2);
      assertThat(many).as("%s beside %s", many, few).hasSameSizeAs(few);
      assertThat(many).hasSizeLessThanOrEqualTo(4);
    }
  }

  private static List<String> statements(SectionHost host, long customer) {
    host.finances().invoices(MANAGER, InvoiceQuery.of(customer), InvoicePaging.first());
    host.platform().statements().takeMine();
    host.finances().invoices(MANAGER, InvoiceQuery.of(customer), InvoicePaging.first());
    return host.platform().statements().takeMine();
  }

  @EveryServer
  void aHostWithoutInvoicesSaysSo(DatabaseServer server) {
    try (SectionHost host = new SectionHost(server, SectionHost.WITHOUT_INVOICES)) {
      Finances none = host.finances().invoices(MANAGER, InvoiceQuery.of(1), InvoicePaging.first());
      assertThat(none.availability().available()).isFalse();
      assertThat(none.availability().reason()).isEqualTo("table_missing");
      assertThat(none.balance()).isNull();
      assertThat(none.page().invoices()).isEmpty();
      assertThat(host.finances().balance(MANAGER, 1)).isEmpty();
      assertThat(host.finances().balances(MANAGER, List.of(1L))).isEmpty();
      assertThat(new FinanceSection(host.finances()).availability().available()).isFalse();
    }
  }

  @EveryServer
  void aHostWithoutPaymentsOrDueDatesSaysWhatIsMissing(DatabaseServer server) {
    String poor =
        SectionHost.WITHOUT_INVOICES
            + """
            create table invoices (id int not null auto_increment primary key,
              invoice_number varchar(50), customer_id int, total_amount decimal(12,2),
              status varchar(20), invoice_date date, key (customer_id));
            insert into invoices (invoice_number, customer_id, total_amount, status, invoice_date)
              values ('A', 1, 10.00, 'sent', '2020-01-01'), ('B', 1, 5.50, 'zorglub', null);
            """;
    try (SectionHost host = new SectionHost(server, poor)) {
      Finances finances =
          host.finances().invoices(MANAGER, InvoiceQuery.of(1), InvoicePaging.first());
      assertThat(finances.missing()).containsKeys("dueOn", "payments");
      assertThat(finances.balance().overdue()).isNull();
      assertThat(finances.balance().owed().amount()).isEqualByComparingTo("10.00");
      assertThat(finances.page().invoices())
          .extracting(CustomerInvoice::state)
          .containsExactly(InvoiceState.OPEN, InvoiceState.UNKNOWN);
      assertThat(finances.page().invoices().get(1).invoice().status()).isEqualTo("zorglub");
    }
  }

  @EveryServer
  void ca03ATechnicianIsRefusedInvoicesAndFinances(DatabaseServer server) {
    try (SectionHost host = new SectionHost(server, SectionHost.WITH_INVOICES)) {
      fill(host, 1, 3);
      FinanceSection section = new FinanceSection(host.finances());
      List<Runnable> asked =
          List.of(
              () -> host.finances().invoices(TECHNICIAN, InvoiceQuery.of(1), InvoicePaging.first()),
              () -> host.finances().invoice(TECHNICIAN, 1, 1),
              () -> host.finances().balance(TECHNICIAN, 1),
              () -> host.finances().balances(TECHNICIAN, List.of(1L)),
              () -> section.load(TECHNICIAN, 1));
      for (Runnable each : asked) {
        assertThatThrownBy(each::run)
            .isInstanceOfSatisfying(
                ProblemException.class,
                refused -> assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN));
      }
      assertThat(host.callers().may(TECHNICIAN, section.permission())).isFalse();
      assertThat(section.load(MANAGER, 1).values().get("total_count")).isEqualTo(3);
    }
  }

  private static List<Long> ids(SectionHost host, InvoiceQuery query) {
    List<Long> all = new ArrayList<>();
    String cursor = null;
    do {
      Finances page = host.finances().invoices(MANAGER, query, new InvoicePaging(1, 17, cursor));
      page.page().invoices().forEach(each -> all.add(each.invoice().id()));
      cursor = page.page().nextCursor();
    } while (cursor != null);
    return all;
  }

  private static List<Long> ids(SectionHost host, String sql) {
    return host.database().rows(sql).stream().map(row -> (long) number(row.get("id"))).toList();
  }

  private static Map<String, Object> one(SectionHost host, String sql) {
    return host.database().rows(sql).get(0);
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }
}
