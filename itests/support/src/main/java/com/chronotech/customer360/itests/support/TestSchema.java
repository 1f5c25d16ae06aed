package com.chronotech.customer360.itests.support;

import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.HostShop;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.host.chronotech.ChronoTechAppointments;
import com.chronotech.customer360.host.chronotech.ChronoTechCommerce;
import com.chronotech.customer360.host.chronotech.ChronoTechCustomers;
import com.chronotech.customer360.host.chronotech.ChronoTechDirectory;
import com.chronotech.customer360.host.chronotech.ChronoTechInvoices;
import com.chronotech.customer360.host.chronotech.ChronoTechMaintenance;
import com.chronotech.customer360.host.chronotech.ChronoTechQuotes;
import com.chronotech.customer360.host.chronotech.ChronoTechRecords;
import com.chronotech.customer360.host.chronotech.ChronoTechSatisfaction;
import com.chronotech.customer360.host.chronotech.ChronoTechShop;
import com.chronotech.customer360.host.chronotech.ChronoTechTables;
import com.chronotech.customer360.host.chronotech.ChronoTechWorkOrders;
import com.chronotech.customer360.host.chronotech.HostConfiguration;
import com.chronotech.customer360.host.chronotech.RankedSources;
import com.chronotech.customer360.platform.tx.Transactions;
import com.chronotech.customer360.schema.HostAdoption;
import com.chronotech.customer360.schema.SchemaConfiguration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;

/** Brings a test's database to what the services need. */
public final class TestSchema {
  /** The zone of the hosts' wall-clock times. */
  public static final ZoneId ZONE = ZoneId.of("America/Montreal");

  private TestSchema() {}

  /** A small host, adopted. */
  public static void prepare(TestDatabase database) {
    prepare(database, HostTables.script());
  }

  /** What a script makes of an empty database, adopted; copied where that was done before. */
  public static void prepare(TestDatabase database, String script) {
    prepare(database, script, Map.of());
  }

  /** As the other, with settings of the adoption that differ from the usual ones. */
  public static void prepare(TestDatabase database, String script, Map<String, ?> settings) {
    AdoptedHost.copyTo(database, script, settings);
  }

  /** Adopts whatever stands in the database, copying tables where that is needed. */
  public static void adopt(TestDatabase database) {
    adopt(database, Map.of());
  }

  /** Adopts whatever stands in the database, with settings that differ from the usual ones. */
  public static void adopt(TestDatabase database, Map<String, ?> settings) {
    new HostAdoption(
            database.dataSource(),
            Clock.systemUTC(),
            Configurations.of(SchemaConfiguration.class, settings))
        .adopt(false);
  }

  static long newCustomer(TestDatabase database) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into customers (name) values ('Neuf')", Statement.RETURN_GENERATED_KEYS);
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The adapter of ChronoTech's tables, with its usual settings. */
  public static HostDirectory directory(DataSource dataSource) {
    return new ChronoTechDirectory(
        dataSource,
        () -> "test",
        hostConfiguration(),
        Map.of("zone", ZONE.getId(), "currency", "CAD"));
  }

  /** The host's rows of customers, with the adapter's usual settings. */
  public static HostCustomers customers(
      DataSource dataSource, Transactions transactions, Clock clock) {
    return new ChronoTechCustomers(
        dataSource, transactions, clock, () -> "test", hostConfiguration(), Map.of());
  }

  /** Contacts, addresses and vehicles, with the adapter's usual settings. */
  public static HostRecords records(DataSource dataSource, Transactions transactions, Clock clock) {
    return new ChronoTechRecords(
        dataSource, transactions, clock, () -> "test", hostConfiguration(), Map.of());
  }

  /** What customers bought or asked for, with the adapter's usual settings. */
  public static HostCommerce commerce(DataSource dataSource) {
    return new ChronoTechCommerce(dataSource, () -> "test", hostConfiguration(), Map.of());
  }

  /** The host's rows of every kind as the adapter reads them, with its usual settings. */
  public static HostSources sources(DataSource dataSource) {
    return sources(dataSource, Map.of());
  }

  /** As the other, with settings that differ from the usual ones. */
  public static HostSources sources(DataSource dataSource, Map<String, Object> settings) {
    ChronoTechTables tables =
        new ChronoTechTables(
            dataSource,
            () -> "test",
            Configurations.of(HostConfiguration.class, settings),
            settings);
    RankedSources sources = new RankedSources();
    sources.addWorkOrders(new ChronoTechWorkOrders(tables), Map.of());
    sources.addQuotes(new ChronoTechQuotes(tables), Map.of());
    sources.addInvoices(new ChronoTechInvoices(tables), Map.of());
    sources.addAppointments(new ChronoTechAppointments(tables), Map.of());
    sources.addSatisfaction(new ChronoTechSatisfaction(tables), Map.of());
    sources.addMaintenance(new ChronoTechMaintenance(tables), Map.of());
    return sources;
  }

  /** The shop, with the adapter's usual settings. */
  public static HostShop shop() {
    return new ChronoTechShop(hostConfiguration(), Map.of());
  }

  private static HostConfiguration hostConfiguration() {
    return Configurations.of(HostConfiguration.class, Map.of());
  }
}
