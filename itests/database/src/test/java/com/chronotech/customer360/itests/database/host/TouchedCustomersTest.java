package com.chronotech.customer360.itests.database.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.HostSource;
import com.chronotech.customer360.host.HostSource.Touched;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What is found of customers whom the host touched behind our back. */
class TouchedCustomersTest {
  private static final String ORDERS =
      """
      create table work_orders (id int not null auto_increment primary key, customer_id int,
        status varchar(20), updated_at timestamp null, key (updated_at));
      """;

  private static HostSource<?> orders(FoundHost host) {
    return TestSchema.sources(host.platform().dataSource()).workOrders();
  }

  @EveryServer
  void aTransactionThatCommitsLateIsFoundOnceAndNothingElseIsNamedAgain(DatabaseServer server)
      throws SQLException {
    try (FoundHost host = FoundHost.with(server, ORDERS);
        Connection slow = host.database().dataSource().getConnection();
        Statement late = slow.createStatement()) {
      HostSource<?> orders = orders(host);
      host.database().update("insert into work_orders (customer_id) values (1)");
      String position = orders.touchedSince(null, 100).position();
      slow.setAutoCommit(false);
      late.executeUpdate("insert into work_orders (customer_id) values (2)");
      host.database().update("insert into work_orders (customer_id) values (3)");
      Touched first = orders.touchedSince(position, 100);
      assertThat(first.customerIds()).containsExactly(3L);
      slow.commit();
      Touched second = orders.touchedSince(first.position(), 100);
      assertThat(second.customerIds()).containsExactly(2L);
      Touched third = orders.touchedSince(second.position(), 100);
      assertThat(third.customerIds()).isEmpty();
      assertThat(third.more()).isFalse();
    }
  }

  @EveryServer
  void idsThatWereLateAtTheFirstPositionAreFoundToo(DatabaseServer server) throws SQLException {
    try (FoundHost host = FoundHost.with(server, ORDERS);
        Connection slow = host.database().dataSource().getConnection();
        Statement late = slow.createStatement()) {
      slow.setAutoCommit(false);
      late.executeUpdate("insert into work_orders (customer_id) values (2)");
      host.database().update("insert into work_orders (customer_id) values (3)");
      HostSource<?> orders = orders(host);
      String position = orders.touchedSince(null, 100).position();
      slow.commit();
      assertThat(orders.touchedSince(position, 100).customerIds()).containsExactly(2L);
    }
  }

  @EveryServer
  void moreChangesThanTheLimitAreAllFound(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, ORDERS)) {
      host.database()
          .update(
              "insert into work_orders (customer_id) values "
                  + LongStream.rangeClosed(1, 500)
                      .mapToObj(id -> "(" + id + ")")
                      .collect(Collectors.joining(",")));
      HostSource<?> orders = orders(host);
      String position = orders.touchedSince(null, 7).position();
      host.database().update("update work_orders set updated_at = utc_timestamp()");
      long found = 0;
      Touched answer;
      int calls = 0;
      do {
        answer = orders.touchedSince(position, 7);
        found += answer.customerIds().size();
        position = answer.position();
        calls++;
      } while (answer.more());
      assertThat(found).isEqualTo(500);
      assertThat(calls).isEqualTo(500 / 7 + 1);
    }
  }

  @EveryServer
  void aTableThatComesLaterIsToldAsLost(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, "")) {
      HostSource<?> orders = orders(host);
      Touched before = orders.touchedSince(null, 10);
      assertThat(before.lost()).isFalse();
      host.database().script(ORDERS + "insert into work_orders (customer_id) values (1);");
      orders.refresh();
      Touched after = orders.touchedSince(before.position(), 10);
      assertThat(after.lost()).isTrue();
      host.database().update("insert into work_orders (customer_id) values (2)");
      Touched next = orders.touchedSince(after.position(), 10);
      assertThat(next.lost()).isFalse();
      assertThat(next.customerIds()).containsExactly(2L);
    }
  }

  @EveryServer
  void statementsDoNotFollowTheNumberOfCustomersOrRows(DatabaseServer server) {
    try (FoundHost host =
        FoundHost.with(
            server,
            """
            create table invoices (id int not null auto_increment primary key, customer_id int,
              total_amount decimal(12,2), updated_at datetime, key (customer_id));
            create table invoice_payments (id int not null auto_increment primary key,
              invoice_id int, amount decimal(12,2), key (invoice_id));
            insert into invoices (customer_id, total_amount) values (1, 1), (1, 2), (9000, 3);
            insert into invoice_payments (invoice_id, amount) values (1, 1), (2, 2), (3, 3);
            """)) {
      HostSource<?> invoices = TestSchema.sources(host.platform().dataSource()).invoices();
      invoices.ofCustomer(1);
      host.platform().statements().takeMine();
      assertThat(invoices.ofCustomer(1)).hasSize(2);
      assertThat(host.platform().statements().takeMine()).hasSize(2);
      List<Long> dense = LongStream.rangeClosed(1, 10_000).boxed().toList();
      assertThat(invoices.ofCustomers(dense)).hasSize(2);
      assertThat(host.platform().statements().takeMine()).hasSize(2);
      List<Long> sparse = LongStream.rangeClosed(1, 10_000).map(id -> id * 3).boxed().toList();
      assertThat(invoices.ofCustomers(sparse).keySet()).containsExactly(9_000L);
      assertThat(host.platform().statements().takeMine()).hasSize(2);
      String position = invoices.touchedSince(null, 100).position();
      host.platform().statements().takeMine();
      assertThat(invoices.touchedSince(position, 100).customerIds()).isEmpty();
      assertThat(host.platform().statements().takeMine()).hasSizeLessThanOrEqualTo(5);
    }
  }
}
