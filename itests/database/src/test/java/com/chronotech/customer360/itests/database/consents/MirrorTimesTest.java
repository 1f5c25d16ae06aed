package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.ConsentTransfer.AdoptionSummary;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import java.time.Instant;
import java.util.List;

/** The host's own screens show the times that its shop's clock showed. */
class MirrorTimesTest {
  private static final ConsentType SMS = ConsentType.MARKETING_SMS;

  private static void record(ConsentsNode node, long customer, Decision decision, String at) {
    node.consents()
        .record(
            NewConsent.of(customer, SMS, decision, "call").occurredAt(Instant.parse(at)).build());
  }

  private static List<String> times(TestDatabase database, String columns, String where) {
    return database
        .rows("select concat(" + columns + ") t from customer_consents where " + where)
        .stream()
        .map(row -> String.valueOf(row.get("t")))
        .toList();
  }

  private static AdoptionSummary adopted(ConsentsNode node) {
    try (TransferNode transfer = new TransferNode(node)) {
      return transfer.transfer().adopt();
    }
  }

  @EveryServer
  void wallClockColumnsAreTheShopsAndItsClockIsPutBackAndForth(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      HostConsentShapes.brief(database, "");
      try (TestPlatform platform = new TestPlatform(database, "wall")) {
        ConsentsNode node = Nodes.withNotices(platform);
        AdoptionSummary host = adopted(node);
        record(node, 4, Decision.GRANTED, "2025-03-09T06:59:59Z");
        record(node, 4, Decision.REVOKED, "2025-03-09T07:00:00Z");
        record(node, 4, Decision.GRANTED, "2025-11-02T05:30:00.987654Z");
        record(node, 4, Decision.REVOKED, "2025-11-02T06:30:00Z");
        assertThat(times(database, "coalesce(granted_at, revoked_at)", "customer_id = 4"))
            .containsExactly(
                "2025-03-09 01:59:59",
                "2025-03-09 03:00:00",
                "2025-11-02 01:30:00",
                "2025-11-02 01:30:00");
        // What we wrote is ours when it is read again, also in the hour that came twice.
        assertThat(adopted(node))
            .isEqualTo(
                new AdoptionSummary(0, 0, host.unmapped(), host.orphaned(), host.adopted() + 4));
        assertThat(node.consents().history(4)).hasSize(4);
        assertThat(
                database.number(
                    "select count(*) from c360_consent_adopted where customer_id = 4"
                        + " and outcome = 'mirror'"))
            .isEqualTo(4);
      }
    }
  }

  @EveryServer
  void timestampsAreInstants(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      HostConsentShapes.older(database);
      try (TestPlatform platform = new TestPlatform(database, "instants")) {
        ConsentsNode node = Nodes.withNotices(platform);
        record(node, 4, Decision.GRANTED, "2025-11-02T05:30:00.987654Z");
        assertThat(times(database, "granted_at", "customer_id = 4"))
            .containsExactly("2025-11-02 05:30:00");
      }
    }
  }

  @EveryServer
  void zerosOfAHostAreNoTimesAndNoFault(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      HostConsentShapes.zeros(database);
      try (TestPlatform platform = new TestPlatform(database, "zeros")) {
        ConsentsNode node = Nodes.withNotices(platform);
        node.consents()
            .record(
                NewConsent.of(1, ConsentType.MARKETING_EMAIL, Decision.REVOKED, "call")
                    .occurredAt(Instant.parse("2025-07-15T16:00:00Z"))
                    .build());
        assertThat(
                times(
                    database,
                    "consent_type, ' ', is_granted, ' ', revoked_at",
                    "customer_id = 1 order by id"))
            .containsExactly(
                "email_marketing 0 2025-07-15 12:00:00", "newsletter 0 2025-07-15 12:00:00");
        NewConsent.Builder agreed =
            NewConsent.of(1, ConsentType.MARKETING_EMAIL, Decision.GRANTED, "form")
                .occurredAt(Instant.parse("2025-08-15T16:00:00Z"))
                .expiresAt(Instant.parse("2045-01-01T05:00:00Z"));
        node.consents().record(agreed.build());
        assertThat(
                times(
                    database,
                    "granted_at, ' ', coalesce(revoked_at, '-'), ' ', expires_at",
                    "customer_id = 1 order by id"))
            .as("a TIMESTAMP ends with its last moment")
            .containsOnly("2025-08-15 12:00:00 - 2038-01-19 03:14:07");
        AdoptionSummary summary = adopted(node);
        assertThat(summary.adopted()).isZero();
        assertThat(node.consents().isGranted(1, ConsentType.MARKETING_EMAIL)).isTrue();
        assertThat(database.rows("select 1 from c360_consent_adopted where outcome = 'mirror'"))
            .hasSize(2);
      }
    }
  }

  @EveryServer
  void aRowThatWouldNeedAZeroIsNotMade(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      HostConsentShapes.zeros(database);
      try (TestPlatform platform = new TestPlatform(database, "refusal")) {
        ConsentsNode node = Nodes.withNotices(platform);
        record(node, 2, Decision.REFUSED, "2025-07-15T16:00:00Z");
        assertThat(times(database, "is_granted", "customer_id = 2"))
            .as("no row says yes, which is what the host needs to know")
            .isEmpty();
        record(node, 3, Decision.GRANTED, "2025-07-15T16:00:00Z");
        assertThat(
                times(
                    database,
                    "is_granted, ' ', granted_at, ' ', coalesce(revoked_at, '-')",
                    "customer_id = 3"))
            .containsExactly("1 2025-07-15 12:00:00 -");
      }
    }
  }
}
