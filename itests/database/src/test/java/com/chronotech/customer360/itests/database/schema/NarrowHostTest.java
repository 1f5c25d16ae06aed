package com.chronotech.customer360.itests.database.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.chronotech.customer360.itests.support.Configurations;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.platform.schema.AdoptionReport;
import com.chronotech.customer360.platform.schema.AdoptionReport.Entry;
import com.chronotech.customer360.platform.schema.AdoptionReport.Outcome;
import com.chronotech.customer360.schema.HostAdoption;
import com.chronotech.customer360.schema.SchemaConfiguration;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

/** Tables of hosts in which the timeline could not be written, and what a killed run leaves. */
class NarrowHostTest {

  private static final String NARROW =
      """
      create table customers (id int not null auto_increment primary key, name varchar(255));
      insert into customers (name) values ('Aline'), ('Benoît');
      create table customer_activity (id int not null auto_increment primary key,
        customer_id int not null,
        activity_type enum('note','call','create','contact') not null default 'note',
        title varchar(100) not null, description varchar(200),
        created_at timestamp not null default current_timestamp on update current_timestamp)
        engine=MyISAM default charset=utf8;
      insert into customer_activity (customer_id, activity_type, title, created_at) values
        (1, 'create', 'Création', '2019-06-01 08:00:00'),
        (1, 'contact', 'Contact', '2019-06-02 08:00:00'),
        (2, 'note', 'Une note', '2019-06-03 08:00:00');
      """;

  private static HostAdoption adoption(TestDatabase database, Map<String, ?> settings) {
    return new HostAdoption(
        database.dataSource(),
        Clock.systemUTC(),
        Configurations.of(SchemaConfiguration.class, settings));
  }

  @EveryServer
  void aNarrowTableTakesEveryTypeAndItsHistoryStays(DatabaseServer server) throws SQLException {
    try (TestDatabase database = server.createDatabase()) {
      database.script(NARROW);
      HostAdoption adoption = adoption(database, Map.of());
      adoption.structure();
      adoption.rows();
      AdoptionReport report = adoption.lastReport();
      assertThat(report.entries())
          .extracting(Entry::table, Entry::item, Entry::outcome)
          .contains(
              tuple("customer_activity", "engine", Outcome.MAPPED),
              tuple("customer_activity", "activity_type", Outcome.MAPPED),
              tuple("customer_activity", "created_at", Outcome.MAPPED),
              tuple("customer_activity", "created_at ON UPDATE", Outcome.MAPPED),
              tuple("customer_activity", "utf8mb4", Outcome.MAPPED),
              tuple("customer_activity", "source_key", Outcome.ADDED),
              tuple("customer_activity", "index c360_by_time", Outcome.ADDED),
              tuple("c360_outbox", "table", Outcome.ADDED),
              tuple("customer_activity", "activity_type 'create'", Outcome.MAPPED));
      assertThat(report.entries())
          .extracting(Entry::table, Entry::item, Entry::outcome)
          .doesNotContain(tuple("c360_outbox", "table", Outcome.STANDS))
          .doesNotHaveDuplicates();
      adoption.structure();
      adoption.rows();
      assertThat(adoption.lastReport()).isEqualTo(report);
      assertThat(adoption.adopt(false).changesAnything()).isFalse();
      assertThat(adoption.lastReport().entries()).isEqualTo(report.entries());
      database.update("update customer_activity set description = 'relue'");
      assertThat(
              database.rows(
                  "select cast(created_at as char) as at from customer_activity order by id"))
          .extracting(row -> row.get("at"))
          .containsExactly(
              "2019-06-01 08:00:00.000000",
              "2019-06-02 08:00:00.000000",
              "2019-06-03 08:00:00.000000");
      database.update("insert into customer_activity (customer_id, title) values (1, 'défaut')");
      database.update(
          "insert into customer_activity (customer_id, activity_type, title)"
              + " values (1, 'vehicle_added', 'Essai \uD83D\uDE97')");
      assertThat(
              database.number(
                  "select count(*) from customer_activity where activity_type = 'note'"
                      + " and title = 'défaut'"))
          .isOne();
    }
  }

  @EveryServer
  void whatIsTooLargeToCopyIsLeftToAnAdministrator(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      database.script(NARROW);
      AdoptionReport report = adoption(database, Map.of("copy_limit_rows", 1L)).adopt(false);
      assertThat(report.entries())
          .extracting(Entry::item, Entry::outcome)
          .contains(
              tuple("engine", Outcome.NEEDS_ADMIN),
              tuple("activity_type", Outcome.NEEDS_ADMIN),
              tuple("created_at ON UPDATE", Outcome.NEEDS_ADMIN));
    }
  }

  @EveryServer
  void aRunKilledAfterTheShiftIsTakenUpWithWhatTheHostWroteSince(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      OldHosts.brief(database);
      // As the killed run left it: shifted and marked, the column not changed yet.
      database.update(
          "update customer_activity set created_at = created_at + interval 4 hour where id = 1");
      database.script(
          """
          create table c360_adoption_step (step varchar(64) not null primary key,
            through_id bigint not null, done_at datetime(6) not null);
          insert into c360_adoption_step values
            ('customer_activity.created_at', 1, utc_timestamp(6));
          """);
      adoption(database, Map.of()).adopt(false);
      assertThat(
              database.rows(
                  "select cast(created_at as char) as at from customer_activity"
                      + " where id < 3 order by id"))
          .extracting(row -> row.get("at"))
          .containsExactly("2024-07-15 16:00:00.000000", "2024-01-15 17:00:00.000000");
      assertThat(
              database.number(
                  "select count(*) from c360_adoption_step"
                      + " where step = 'customer_activity.created_at'"))
          .isZero();
    }
  }

  @EveryServer
  void aDatabaseWithoutCustomersSaysSo(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      database.script("create table produits (id int primary key, nom varchar(255));");
      assertThat(adoption(database, Map.of()).adopt(false).entries())
          .extracting(Entry::table, Entry::item, Entry::outcome)
          .contains(tuple("customers", "table", Outcome.NEEDS_ADMIN));
    }
  }
}
