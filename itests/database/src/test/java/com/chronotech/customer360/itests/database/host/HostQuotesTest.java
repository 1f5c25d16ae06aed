package com.chronotech.customer360.itests.database.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostQuotes;
import com.chronotech.customer360.host.HostQuotes.Quote;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.host.HostSources.Offer;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestSchema;
import java.math.BigDecimal;
import java.time.Instant;

/** Quotes, wherever the host says what became of them. */
class HostQuotesTest {

  @EveryServer
  void quotesAndWhatBecameOfThem(DatabaseServer server) {
    try (FoundHost host = FoundHost.with(server, "")) {
      HostSources sources = TestSchema.sources(host.platform().dataSource());
      assertThat(sources.quotes().availability().available()).isFalse();
      host.database()
          .script(
              """
              create table quotes (id int primary key, customer_id int, quote_number varchar(20),
                amount decimal(10,2), status varchar(20), created_at datetime);
              create table work_orders (id int primary key, customer_id int, quote_id int);
              insert into quotes values (1, 1, 'D-1', 10.00, 'Envoyée', '2026-01-01 12:00:00'),
                (2, 1, 'D-2', null, 'acceptée', null), (3, 1, 'D-3', 5.00, 'zorglub', null),
                (4, 1, 'D-4', 5.00, 'draft', null);
              insert into work_orders values (10, 1, 3), (9, 1, 3), (8, 1, null), (7, 1, 0);
              """);
      // Found when asked.
      assertThat(sources.quotes().availability().available()).isFalse();
      assertThat(sources.survey())
          .filteredOn(Offer::chosen)
          .extracting(Offer::kind)
          .containsExactly("work_orders", "quotes");
      assertThat(sources.quotes().ofCustomer(1))
          .containsExactly(
              quote(1, "10.00", "Envoyée", HostQuotes.State.OPEN, null),
              quote(2, null, "acceptée", HostQuotes.State.ACCEPTED, null),
              quote(3, "5.00", "zorglub", HostQuotes.State.ACCEPTED, 9L),
              quote(4, "5.00", "draft", HostQuotes.State.DRAFT, null));
      host.database()
          .script(
              "alter table quotes add column converted_to_work_order_id int;"
                  + " update quotes set converted_to_work_order_id = 7 where id = 1;");
      sources.quotes().refresh();
      assertThat(sources.quotes().ofCustomer(1).get(0).workOrderId()).isEqualTo(7);
      // A table that went is met by a fresh look.
      host.database().script("drop table quotes;");
      assertThat(sources.quotes().ofCustomer(1)).isEmpty();
      assertThat(sources.quotes().availability()).isEqualTo(Availability.no("table_missing"));
    }
  }

  private static Quote quote(
      long id, String amount, String status, HostQuotes.State state, Long order) {
    return new Quote(
        id,
        1,
        "D-" + id,
        amount == null ? null : new BigDecimal(amount),
        status,
        state,
        id == 1 ? Instant.parse("2026-01-01T17:00:00Z") : null,
        order);
  }
}
