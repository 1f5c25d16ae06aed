package com.chronotech.customer360.itests.database.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.chronotech.customer360.itests.support.Configurations;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.platform.schema.Adoption;
import com.chronotech.customer360.platform.schema.AdoptionReport.Entry;
import com.chronotech.customer360.platform.schema.AdoptionReport.Outcome;
import com.chronotech.customer360.schema.HostAdoption;
import com.chronotech.customer360.schema.SchemaConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;

/** Indexes that the host's own tables lack are told, and added when asked for. */
class HostIndexesTest {
  private static final String HOST =
      """
      create table customers (id int not null auto_increment primary key, name varchar(255));
      create table work_orders (id int not null auto_increment primary key, customer_id int,
        status varchar(20), key both_columns (customer_id, status));
      create table invoices (id int not null auto_increment primary key, customer_id int,
        status varchar(20), key (status, customer_id));
      create table invoice_payments (id int not null auto_increment primary key, invoice_id int);
      insert into invoice_payments (invoice_id) values (1), (2), (3);
      """;

  private static Adoption adoption(TestDatabase database, Map<String, ?> settings) {
    return new HostAdoption(
        database.dataSource(),
        Clock.systemUTC(),
        Configurations.of(SchemaConfiguration.class, settings));
  }

  private static long indexes(TestDatabase database) {
    return database.number(
        "select count(distinct table_name, index_name) from information_schema.statistics"
            + " where table_schema = database() and table_name in ('work_orders', 'invoices',"
            + " 'invoice_payments') and index_name like 'c360%'");
  }

  @EveryServer
  void offeredAndAddedOnlyWhenAskedFor(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      database.script(HOST);
      Adoption adoption = adoption(database, Map.of("copy_limit_rows", 2L));
      assertThat(adoption.preview().entries())
          .filteredOn(entry -> entry.item().startsWith("index ") && !entry.detail().isEmpty())
          .extracting(Entry::table, Entry::item, Entry::outcome)
          .contains(
              tuple("invoices", "index customer_id", Outcome.KEPT),
              tuple("invoice_payments", "index invoice_id", Outcome.KEPT))
          .doesNotContain(tuple("work_orders", "index customer_id", Outcome.KEPT));
      adoption.adopt(false);
      assertThat(indexes(database)).isZero();

      assertThat(adoption.addIndexes(false).entries())
          .extracting(Entry::table, Entry::outcome)
          .containsExactly(
              tuple("invoices", Outcome.ADDED), tuple("invoice_payments", Outcome.NEEDS_ADMIN));
      assertThat(adoption.addIndexes(true).entries())
          .extracting(Entry::table, Entry::outcome)
          .containsExactly(tuple("invoice_payments", Outcome.ADDED));
      assertThat(indexes(database)).isEqualTo(2);
      assertThat(adoption.addIndexes(true).entries()).isEmpty();
      assertThat(adoption.preview().entries())
          .extracting(Entry::item)
          .doesNotContain("index customer_id", "index invoice_id");
    }
  }

  @EveryServer
  void aTableThatIsHeldIsLeftAndTheNextOneServed(DatabaseServer server) throws SQLException {
    try (TestDatabase database = server.createDatabase()) {
      database.script(HOST);
      Adoption adoption = adoption(database, Map.of());
      try (Connection busy = database.dataSource().getConnection();
          Statement statement = busy.createStatement()) {
        busy.setAutoCommit(false);
        statement.executeUpdate("insert into invoices (customer_id) values (1)");
        assertThat(adoption.addIndexes(false).entries())
            .extracting(Entry::table, Entry::outcome)
            .containsExactly(
                tuple("invoices", Outcome.NEEDS_ADMIN), tuple("invoice_payments", Outcome.ADDED));
        busy.rollback();
      }
      assertThat(adoption.addIndexes(false).entries())
          .extracting(Entry::table, Entry::outcome)
          .containsExactly(tuple("invoices", Outcome.ADDED));
    }
  }
}
