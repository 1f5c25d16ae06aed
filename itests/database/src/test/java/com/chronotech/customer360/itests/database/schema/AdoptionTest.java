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
import com.chronotech.customer360.schema.report.ReportText;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class AdoptionTest {

  private static HostAdoption adoption(TestDatabase database, Map<String, ?> settings) {
    return new HostAdoption(
        database.dataSource(),
        Clock.systemUTC(),
        Configurations.of(SchemaConfiguration.class, settings));
  }

  private static HostAdoption adoption(TestDatabase database) {
    return adoption(database, Map.of());
  }

  @EveryServer
  void aPreviewSaysWhatAnAdoptionDoesAndTouchesNothing(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      OldHosts.older(database);
      Map<String, String> before = DatabaseImage.of(database);
      AdoptionReport preview = adoption(database).preview();
      assertThat(DatabaseImage.of(database)).isEqualTo(before);
      assertThat(preview.changesAnything()).isTrue();
      assertThat(adoption(database).adopt(false).entries()).isEqualTo(preview.entries());
    }
  }

  @EveryServer
  void aSecondAdoptionChangesNothing(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      OldHosts.older(database);
      AdoptionReport first = adoption(database).adopt(false);
      Map<String, String> after = DatabaseImage.of(database);
      assertThat(adoption(database).adopt(false).changesAnything()).isFalse();
      assertThat(DatabaseImage.of(database)).isEqualTo(after);
      assertThat(adoption(database).lastReport().entries()).isEqualTo(first.entries());
    }
  }

  @EveryServer
  void freeTypesBecomeTheBriefsAndTheOriginalIsKept(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      OldHosts.older(database);
      adoption(database).adopt(false);
      assertThat(
              database.rows(
                  "select title, activity_type as kind,"
                      + " json_unquote(json_extract(if(json_valid(metadata), metadata, '{}'),"
                      + " '$.original_type')) as original from customer_activity order by id"))
          .extracting(row -> row.get("title"), row -> row.get("kind"), row -> row.get("original"))
          .containsExactly(
              tuple("Été", "note", null),
              tuple("Rencontre", "appointment", "meeting"),
              tuple("Création", "system", "create"),
              tuple("Casse", "note", "Note"),
              tuple("Inconnu", "system", "zorglub"),
              tuple("Orphelin", "call", null));
      assertThat(
              database.number(
                  "select count(*) from customer_activity where title = 'Création'"
                      + " and json_unquote(json_extract(metadata, '$.raw')) = 'pas du json'"))
          .isOne();
      assertThat(
              database.number(
                  "select count(*) from customer_activity where title = 'Orphelin'"
                      + " and metadata = 'pas du json'"))
          .as("text that is no JSON stays where the type needed no change")
          .isOne();
      assertThat(
              database.number(
                  "select count(*) from customer_activity"
                      + " where title = 'Été' and created_at = '2024-07-15 12:00:00'"))
          .isOne();
    }
  }

  @EveryServer
  void rowsOfTheHostsOldCodeAreMappedByTheNextRun(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      OldHosts.older(database);
      adoption(database).adopt(false);
      database.update(
          "insert into customer_activity (customer_id, activity_type, title)"
              + " values (1, 'work_order', 'Plus tard')");
      AdoptionReport second = adoption(database).adopt(false);
      assertThat(second.entries())
          .extracting(Entry::item, Entry::outcome, Entry::rows)
          .contains(tuple("activity_type 'work_order'", Outcome.MAPPED, 1L));
      assertThat(
              database.number(
                  "select count(*) from customer_activity"
                      + " where title = 'Plus tard' and activity_type = 'workorder'"))
          .isOne();
    }
  }

  @EveryServer
  void theReportTellsEveryOddity(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      OldHosts.older(database);
      AdoptionReport report = adoption(database).adopt(false);
      assertThat(report.entries())
          .extracting(Entry::table, Entry::item, Entry::outcome, Entry::rows)
          .contains(
              tuple("customer_activity", "metadata", Outcome.KEPT, 1L),
              tuple("customer_activity", "metadata raw", Outcome.MAPPED, 2L),
              tuple("customer_activity", "reference_table 'ancienne_table'", Outcome.KEPT, 1L),
              tuple("customer_activity", "reference_id 'work_orders'", Outcome.KEPT, 1L),
              tuple("customer_activity", "reference_id", Outcome.KEPT, 1L),
              tuple("customer_activity", "reference_table", Outcome.KEPT, 1L),
              tuple("customer_activity", "customer_id", Outcome.KEPT, 1L),
              tuple("customer_activity", "actor_id", Outcome.KEPT, 1L),
              tuple("work_orders", "customer_id NULL", Outcome.KEPT, 1L),
              tuple("customers", "email ''", Outcome.KEPT, 1L),
              tuple("customer_consents", "consent_type 'email_marketing'", Outcome.KEPT, 1L),
              tuple("customer_consents", "consent_type 'cookies'", Outcome.KEPT, 1L),
              tuple("quotes", "table", Outcome.NOT_AVAILABLE, 0L));
      assertThat(new ReportText(report).in(Locale.CANADA_FRENCH, false))
          .contains("Traduit, original conservé", "ancienne_table");
      assertThat(new ReportText(report).json()).startsWith("{\"at\":\"").endsWith("]}");
    }
  }

  @EveryServer
  void wallClockTimesBecomeInstants(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      OldHosts.brief(database);
      adoption(database).adopt(false);
      assertThat(
              database.rows(
                  "select title, cast(created_at as char) as at from customer_activity order by id"))
          .extracting(row -> row.get("title"), row -> row.get("at"))
          .containsExactly(
              tuple("été", "2024-07-15 16:00:00.000000"),
              tuple("hiver", "2024-01-15 17:00:00.000000"),
              tuple("heure sautée", "2024-03-10 07:30:00.000000"),
              tuple("juste après", "2024-03-10 07:00:00.000000"),
              tuple("heure doublée", "2024-11-03 05:30:00.000000"),
              tuple("retour à la normale", "2024-11-03 07:00:00.000000"),
              tuple("sans type ni date", "1970-01-01 00:00:01.000000"));
      assertThat(adoption(database).adopt(false).changesAnything()).isFalse();
    }
  }

  @EveryServer
  void aLargeTableIsCopiedOnlyWithAnAdministratorsWord(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      OldHosts.brief(database);
      HostAdoption careful = adoption(database, Map.of("copy_limit_rows", 3L));
      assertThat(careful.adopt(false).entries())
          .extracting(Entry::item, Entry::outcome)
          .contains(tuple("created_at", Outcome.NEEDS_ADMIN));
      assertThat(kindOfTime(database)).isEqualTo("datetime");
      assertThat(careful.adopt(true).entries())
          .extracting(Entry::item, Entry::outcome)
          .contains(tuple("created_at", Outcome.MAPPED));
      assertThat(kindOfTime(database)).isEqualTo("timestamp");
    }
  }

  private static Object kindOfTime(TestDatabase database) {
    return database
        .rows(
            "select data_type as kind from information_schema.columns where table_schema ="
                + " database() and table_name = 'customer_activity' and column_name = 'created_at'")
        .get(0)
        .get("kind");
  }

  @EveryServer
  void ourOwnTableStands(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      database.script("create table customers (id int primary key, name varchar(255));");
      adoption(database).adopt(false);
      assertThat(DatabaseImage.tables(database))
          .containsAll(List.of("customer_activity", "c360_outbox", "customer_consents"));
      assertThat(adoption(database).adopt(false).changesAnything()).isFalse();
    }
  }
}
