package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentTransfer.ImportReport;
import com.chronotech.customer360.consents.ConsentTransfer.LineFault;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.util.List;

/** Files of consents: whole or not at all. */
class CsvImportTest {
  private static final String HEADER =
      "customer_id,consent_type,decision,occurred_at,source,notice_version,language,evidence\n";

  @FunctionalInterface
  private interface Check {
    void run(ConsentsNode consents, TransferNode node);
  }

  private static void with(DatabaseServer server, Check check) {
    try (TestDatabase database = server.createDatabase()) {
      TestSchema.prepare(database);
      try (TestPlatform platform = new TestPlatform(database, "one")) {
        ConsentsNode consents = new ConsentsNode(platform);
        consents.publishNotices("1.0");
        try (TransferNode node = new TransferNode(consents)) {
          check.run(consents, node);
        }
      }
    }
  }

  private static ImportReport load(TransferNode node, String text) {
    return node.transfer().importFile("test.csv", TransferNode.csv(text), lines -> {});
  }

  private static ConsentState state(ConsentsNode node, long customer, ConsentType type) {
    return node.consents().statuses(customer, null).stream()
        .filter(status -> status.type() == type)
        .map(ConsentStatus::state)
        .findFirst()
        .orElseThrow();
  }

  private static List<Object> counts(ConsentsNode node) {
    TestDatabase database = node.platform().database();
    return List.of(
        database.number("select count(*) from c360_consent_entry"),
        database.number("select count(*) from c360_consent_chain"),
        database.number("select count(*) from c360_consent_import"),
        database.number("select count(*) from customer_consents"),
        database.number("select count(*) from customer_activity"),
        database.number("select count(*) from c360_outbox"));
  }

  @EveryServer
  void aFileIsRecordedInTheOrderOfTheDecisionsWhateverTheOrderOfItsLines(DatabaseServer server) {
    with(
        server,
        (consents, node) -> {
          ImportReport report =
              load(
                  node,
                  "\uFEFF"
                      + HEADER.replace("\n", "\r\n")
                      + "7,marketing_email,revoked,2026-03-01T10:00:00Z,phone,,,\r\n"
                      + "7,marketing_email,granted,2026-01-01T10:00:00Z,web_form,1.0,en-CA,"
                      + "\"{\"\"form\"\":12}\"\r\n"
                      + "8,analytics,granted,2026-01-01T10:00:00Z,paper,,,\r\n"
                      + "9,analytics,refused,2026-01-01T10:00:00Z,paper,,,\r\n");
          assertThat(report.faults()).isEmpty();
          assertThat(report).isEqualTo(new ImportReport(4, 4, 0, List.of(), 0, false));
          assertThat(consents.consents().history(7))
              .extracting(one -> one.version(), one -> one.decision().code(), Consent::origin)
              .containsExactly(tuple(2, "revoked", "import"), tuple(1, "granted", "import"));
          Consent first = consents.consents().history(7).get(1);
          assertThat(first.notice().language()).isEqualTo("en-CA");
          assertThat(first.basis()).isEqualTo("express");
          assertThat(first.collected().evidence()).isEqualTo("{\"form\":12}");
          assertThat(state(consents, 8, ConsentType.ANALYTICS)).isEqualTo(ConsentState.UNPROVEN);
          assertThat(state(consents, 9, ConsentType.ANALYTICS)).isEqualTo(ConsentState.REFUSED);
        });
  }

  @EveryServer
  void aDryRunWritesNothingAtAllAndTellsTheSame(DatabaseServer server) {
    with(
        server,
        (consents, node) -> {
          String file =
              HEADER
                  + "7,analytics,granted,2026-01-01T10:00:00Z,x,1.0,,\n"
                  + "7,analytics,granted,2026-01-02T10:00:00Z,x,1.0,,\n";
          List<Object> before = counts(consents);
          ImportReport dry = node.transfer().check(TransferNode.csv(file), lines -> {});
          assertThat(counts(consents)).isEqualTo(before);
          assertThat(dry).isEqualTo(new ImportReport(2, 1, 1, List.of(), 0, false));
          assertThat(load(node, file)).isEqualTo(dry);
        });
  }

  @EveryServer
  void oneBadLineAndNothingIsWritten(DatabaseServer server) {
    with(
        server,
        (consents, node) -> {
          StringBuilder file = new StringBuilder(HEADER);
          for (int i = 1; i <= 400; i++) {
            file.append(i).append(",analytics,granted,2026-01-01T10:00:00Z,x,1.0,,\n");
          }
          file.append("999999,analytics,granted,2026-01-01T10:00:00Z,x,1.0,,\n");
          List<Object> before = counts(consents);
          ImportReport report = load(node, file.toString());
          assertThat(counts(consents)).isEqualTo(before);
          assertThat(report.faultCount()).isOne();
          assertThat(report.faults())
              .extracting(LineFault::line, LineFault::field, LineFault::code)
              .containsExactly(tuple(402L, "customer_id", "import.unknown_customer"));
        });
  }

  @EveryServer
  void everyLineIsHeldAgainstWhatStandsAndAgainstTheOthers(DatabaseServer server) {
    with(
        server,
        (consents, node) -> {
          consents.consents().revoke(7, ConsentType.ANALYTICS, "phone");
          ImportReport report =
              load(
                  node,
                  HEADER
                      + "7,analytics,granted,2020-01-01T10:00:00Z,x,1.0,,\n"
                      + "7,profiling,granted,2020-01-01T10:00:00Z,x,9.9,,\n"
                      + "7,data_sharing,granted,2020-01-01T10:00:00Z,x,1.0,de-DE,\n"
                      + "8,analytics,granted,2090-01-01T10:00:00Z,x,1.0,,\n"
                      + "9,analytics,granted,2020-01-01T10:00:00Z,x,1.0,,\n"
                      + "9,analytics,refused,2020-01-01T10:00:00Z,x,,,\n");
          assertThat(report.faults())
              .extracting(LineFault::line, LineFault::field, LineFault::code)
              .containsExactly(
                  tuple(2L, "occurred_at", "import.older_than_standing"),
                  tuple(3L, "notice_version", "consents.unknown_notice"),
                  tuple(4L, "language", "consents.notice_language"),
                  tuple(5L, "occurred_at", "consents.in_the_future"),
                  tuple(7L, "decision", "import.contradicts"));
        });
  }

  @EveryServer
  void theSameFileAgainWritesNothingAndOneThatGrewWritesWhatIsNew(DatabaseServer server) {
    with(
        server,
        (consents, node) -> {
          String file =
              HEADER
                  + "7,analytics,granted,2026-01-01T10:00:00Z,x,1.0,,\n"
                  + "7,analytics,granted,2026-01-01T10:00:00Z,x,1.0,,\n"
                  + "7,analytics,revoked,2026-02-01T10:00:00Z,x,,,\n";
          assertThat(load(node, file)).isEqualTo(new ImportReport(3, 2, 1, List.of(), 0, false));
          List<Object> before = counts(consents);
          assertThat(load(node, file)).isEqualTo(new ImportReport(3, 0, 3, List.of(), 0, true));
          assertThat(counts(consents)).isEqualTo(before);
          assertThat(load(node, file + "8,analytics,refused,2026-02-01T10:00:00Z,x,,,\n"))
              .isEqualTo(new ImportReport(4, 1, 3, List.of(), 0, false));
        });
  }

  @EveryServer
  void onlyWhoMayImportsOrAdopts(DatabaseServer server) {
    with(
        server,
        (consents, node) -> {
          try (var clerk = consents.platform().callers().enter(Caller.user("clerk", 1, "staff"))) {
            assertThat(clerk).isNotNull();
            assertThatThrownBy(() -> load(node, HEADER)).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> node.transfer().adopt()).isInstanceOf(ProblemException.class);
          }
        });
  }
}
