package com.chronotech.customer360.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostSource;
import com.chronotech.customer360.host.HostSources;
import com.chronotech.customer360.host.HostSources.Offer;
import com.chronotech.customer360.platform.health.HealthCheck;
import com.chronotech.customer360.platform.schema.Adoption;
import com.chronotech.customer360.platform.schema.AdoptionReport;
import com.chronotech.customer360.platform.schema.AdoptionReport.Entry;
import com.chronotech.customer360.platform.schema.AdoptionReport.Outcome;
import com.chronotech.customer360.timeline.Backfill;
import com.chronotech.customer360.timeline.Backfill.Progress;
import com.chronotech.customer360.timeline.Backfill.SourceProgress;
import com.chronotech.customer360.timeline.Backfill.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OperationsCommandsTest {

  private final List<String> asked = new ArrayList<>();

  @Test
  void aDryRunChangesNothingAndSaysWhatWould() throws Exception {
    AdoptCommand command = adopt();
    command.dryRun = true;
    assertThat(new Console().run(command)).contains("created_at", "ajouté", "Essai à blanc");
    assertThat(asked).containsExactly("preview");
  }

  @Test
  void adoptionIsReportedAsTableAndJson() throws Exception {
    AdoptCommand command = adopt();
    command.allowCopy = true;
    assertThat(new Console().speaking("en").run(command))
        .contains("1 of them need an administrator");
    command.json = true;
    JsonNode read = new ObjectMapper().readTree(new Console().run(command));
    assertThat(read.at("/entries/1/outcome").asText()).isEqualTo("needs_admin");
    assertThat(asked).containsExactly("adopt true", "adopt true");
  }

  @Test
  void optionsThatExcludeEachOtherAreRefused() {
    AdoptCommand command = adopt();
    command.dryRun = true;
    command.report = true;
    assertThatThrownBy(() -> new Console().run(command)).isInstanceOf(CommandRefused.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void anAbsentServiceIsNamed() {
    AdoptCommand command = new AdoptCommand();
    assertThatThrownBy(() -> new Console().run(command)).hasMessageContaining("Adoption");
  }

  @Test
  void aBackfillIsStartedAndFollowedToItsEnd() throws Exception {
    BackfillCommand command = new BackfillCommand();
    command.backfill = backfill(running(10), running(40), finished());
    command.action = "start";
    command.follow = true;

    assertThat(new Console().run(command))
        .containsSubsequence("40 lignes lues", "terminée", "{no_customer=2}");
    assertThat(asked).containsExactly("start");
  }

  @Test
  void aBackfillsStateIsReadableByScripts() throws Exception {
    BackfillCommand command = new BackfillCommand();
    command.backfill = backfill(finished());
    command.json = true;
    JsonNode read = new ObjectMapper().readTree(new Console().run(command));
    assertThat(read.at("/sources/0/skipped/no_customer").asLong()).isEqualTo(2);
    assertThat(read.get("running").asBoolean()).isFalse();
  }

  @Test
  void anUnknownActionIsNamed() {
    BackfillCommand command = new BackfillCommand();
    command.backfill = backfill(finished());
    command.action = "pause";
    assertThatThrownBy(() -> new Console().run(command)).hasMessageContaining("pause");
  }

  @Test
  void statusTellsAFailedCheckFromABadSystem() throws Exception {
    StatusCommand command = new StatusCommand();
    command.checks =
        List.of(
            check("database", () -> new HealthCheck.Result(false, "away")),
            check(
                "broken",
                () -> {
                  throw new IllegalStateException("x");
                }));
    command.json = true;

    JsonNode read = new ObjectMapper().readTree(new Console().speaking("en").run(command));

    assertThat(read.get("up").asBoolean()).isFalse();
    assertThat(read.at("/checks/0/detail").asText()).contains("the check itself failed");
    assertThat(read.at("/checks/1/detail").asText()).isEqualTo("away");
    assertThat(read.at("/checks/2/detail").asText()).isEqualTo("service absent");
  }

  @Test
  void statusTellsWhatTheHostOffers() throws Exception {
    StatusCommand command = new StatusCommand();
    command.sources =
        (HostSources)
            Proxy.newProxyInstance(
                HostSources.class.getClassLoader(),
                new Class<?>[] {HostSources.class},
                (proxy, method, arguments) -> OFFERS);
    assertThat(new Console().speaking("en").run(command))
        .contains("invoices · Tables", "asked", "payments", "additions only")
        .contains("not available (table_missing)", "index_missing: invoices.customer_id");
    command.json = true;
    JsonNode read = new ObjectMapper().readTree(new Console().run(command));
    assertThat(read.at("/sources/0/missing/payments").asText()).isEqualTo("table_missing");
    assertThat(read.at("/sources/0/changes").asText()).isEqualTo("added_only");
    assertThat(read.at("/sources/1/available").asBoolean()).isFalse();
    assertThat(read.at("/sources/1/reason").asText()).isEqualTo("table_missing");
  }

  private static final List<Offer> OFFERS =
      List.of(
          new Offer(
              "invoices",
              "x.Tables",
              true,
              Availability.YES,
              Map.of("payments", Availability.no("table_missing")),
              HostSource.Changes.ADDED_ONLY,
              List.of("index_missing: invoices.customer_id")),
          new Offer(
              "quotes",
              "x.Tables",
              false,
              Availability.no("table_missing"),
              Map.of(),
              null,
              List.of()));

  @Test
  void indexesAreAddedOnlyWhenAskedFor() throws Exception {
    AdoptCommand command = adopt();
    command.addIndexes = true;
    new Console().run(command);
    command.allowCopy = true;
    new Console().run(command);
    assertThat(asked).containsExactly("indexes false", "indexes true");
    command.dryRun = true;
    assertThatThrownBy(() -> new Console().run(command)).isInstanceOf(CommandRefused.class);
  }

  private AdoptCommand adopt() {
    AdoptionReport report =
        new AdoptionReport(
            TimelineFake.NOON,
            List.of(
                new Entry("customer_activity", "created_at", Outcome.ADDED, 0, "datetime(6)"),
                new Entry("customers", "charset", Outcome.NEEDS_ADMIN, 9, "alter table")));
    AdoptCommand command = new AdoptCommand();
    command.adoption =
        new Adoption() {
          @Override
          public AdoptionReport preview() {
            asked.add("preview");
            return report;
          }

          @Override
          public AdoptionReport adopt(boolean allowCopy) {
            asked.add("adopt " + allowCopy);
            return report;
          }

          @Override
          public AdoptionReport addIndexes(boolean allowLarge) {
            asked.add("indexes " + allowLarge);
            return report;
          }

          @Override
          public AdoptionReport lastReport() {
            asked.add("last");
            return report;
          }
        };
    return command;
  }

  private Backfill backfill(Progress... states) {
    Deque<Progress> left = new ArrayDeque<>(List.of(states));
    return new Backfill() {
      @Override
      public void start() {
        asked.add("start");
      }

      @Override
      public void stop() {
        asked.add("stop");
      }

      @Override
      public Progress progress() {
        return left.size() > 1 ? left.poll() : left.peek();
      }
    };
  }

  private static Progress running(long read) {
    return new Progress(true, List.of(source(State.PARTIAL, read)));
  }

  private static Progress finished() {
    return new Progress(false, List.of(source(State.DONE, 100)));
  }

  private static SourceProgress source(State state, long read) {
    return new SourceProgress(
        "work_orders", state, read, 100, read, Map.of("no_customer", 2L), TimelineFake.NOON, null);
  }

  private static HealthCheck check(
      String name, java.util.function.Supplier<HealthCheck.Result> it) {
    return new HealthCheck() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Result check() {
        return it.get();
      }
    };
  }
}
