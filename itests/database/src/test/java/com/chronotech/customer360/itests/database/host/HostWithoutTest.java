package com.chronotech.customer360.itests.database.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostInvoices;
import com.chronotech.customer360.host.HostInvoices.Invoice;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.host.HostSources.Offer;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestSchema;
import java.math.BigDecimal;

/** A host that has little says what it lacks, and why. */
class HostWithoutTest {

  @EveryServer
  void aHostThatLacksThemSaysWhatAndWhy(DatabaseServer server) {
    try (FoundHost host =
        FoundHost.with(
            server,
            """
            create table work_orders (id int primary key, claim_number varchar(20));
            create table invoices (id int primary key, customer_id int, total_amount varchar(20));
            insert into invoices values (1, 1, ' 12.50 '), (2, 1, '12,50');
            create table vehicle_maintenance_plans (id int primary key, vehicle_id int);
            create table customer_satisfaction (id int primary key, customer_id int,
              satisfaction_score int, created_at datetime);
            insert into customer_satisfaction values (1, 1, 80, '2026-01-01');
            """)) {
      HostSources sources = TestSchema.sources(host.platform().dataSource());
      assertThat(sources.workOrders().availability())
          .isEqualTo(Availability.no("column_missing: customer_id"));
      assertThat(sources.quotes().availability()).isEqualTo(Availability.no("table_missing"));
      assertThat(sources.quotes().ofCustomer(1)).isEmpty();
      assertThat(sources.invoices().payments()).isEqualTo(Availability.no("table_missing"));
      assertThat(sources.invoices().missing())
          .containsEntry("payments", Availability.no("table_missing"))
          .containsEntry("subtotal", Availability.no("column_missing: subtotal_amount"));
      assertThat(sources.invoices().ofCustomer(1))
          .extracting(Invoice::number, invoice -> invoice.amounts().total(), Invoice::state)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "Facture 1", new BigDecimal("12.50"), HostInvoices.State.UNKNOWN),
              org.assertj.core.groups.Tuple.tuple(
                  "Facture 2", BigDecimal.ZERO, HostInvoices.State.UNKNOWN));
      assertThat(sources.maintenance().availability())
          .isEqualTo(Availability.no("table_missing: vehicles"));
      assertThat(sources.satisfaction().availability())
          .isEqualTo(Availability.no("column_missing: nps_score"));
      assertThat(sources.survey())
          .extracting(Offer::kind)
          .containsExactly(
              "work_orders", "quotes", "invoices", "appointments", "satisfaction", "maintenance");
    }
  }
}
