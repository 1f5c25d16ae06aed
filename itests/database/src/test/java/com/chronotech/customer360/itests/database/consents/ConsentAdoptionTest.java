package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentTransfer.AdoptionSummary;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the host held of consents becomes versions, whatever its tables look like. */
class ConsentAdoptionTest {
  private static final ConsentType EMAIL = ConsentType.MARKETING_EMAIL;

  @FunctionalInterface
  private interface Check {
    void run(ConsentsNode consents, TransferNode node);
  }

  private static void on(TestDatabase database, Map<String, ?> settings, Check check) {
    try (TestPlatform platform = new TestPlatform(database, "one")) {
      ConsentsNode consents = new ConsentsNode(platform);
      try (TransferNode node = new TransferNode(consents, settings)) {
        check.run(consents, node);
      }
    }
  }

  private static List<String> told(ConsentsNode node, long customer) {
    return node.consents().history(customer).stream()
        .sorted(java.util.Comparator.comparingInt(one -> one.ledger().sequence()))
        .map(one -> one.type().code() + " " + one.decision().code() + " " + one.occurredAt())
        .toList();
  }

  private static ConsentState state(ConsentsNode node, long customer, ConsentType type) {
    return node.consents().statuses(customer, null).stream()
        .filter(status -> status.type() == type)
        .map(ConsentStatus::state)
        .findFirst()
        .orElseThrow();
  }

  private static List<Map<String, Object>> everything(TestDatabase database) {
    List<Map<String, Object>> rows =
        new java.util.ArrayList<>(
            database.rows(
                "select customer_id, seq, consent_type, hex(hash) as hash from c360_consent_entry"
                    + " order by customer_id, seq"));
    rows.addAll(
        database.rows(
            "select host_table, host_id, hex(fingerprint) as print, outcome, record_id,"
                + " cast(adopted_at as char) as at from c360_consent_adopted"
                + " order by host_table, host_id"));
    rows.addAll(database.rows("select count(*) as n from customer_activity"));
    return rows;
  }

  @EveryServer
  void theOlderHostsWordsAndDates(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      HostConsentShapes.older(database);
      on(
          database,
          Map.of(),
          (consents, node) -> {
            AdoptionSummary first = node.transfer().adopt();
            assertThat(first).isEqualTo(new AdoptionSummary(5, 4, 3, 1, 0));
            assertThat(told(consents, 1))
                .containsExactly(
                    "marketing_email granted 2024-01-31T10:00:00Z",
                    "analytics granted 2024-02-01T10:00:00Z",
                    "marketing_email revoked 2026-09-20T15:08:56Z");
            assertThat(told(consents, 2))
                .containsExactlyInAnyOrder(
                    "marketing_sms granted 2024-05-01T10:00:00Z",
                    "data_sharing granted 2024-05-01T10:00:00Z",
                    "marketing_sms revoked 2025-05-01T10:00:00Z");
            assertThat(state(consents, 1, EMAIL)).isEqualTo(ConsentState.REVOKED);
            assertThat(state(consents, 2, ConsentType.DATA_SHARING))
                .isEqualTo(ConsentState.UNPROVEN);
            assertThat(consents.consents().isGranted(2, ConsentType.DATA_SHARING)).isFalse();
            Consent adopted = consents.consents().history(1).get(1);
            assertThat(adopted.origin()).isEqualTo("adoption");
            assertThat(adopted.notice()).isNull();
            assertThat(adopted.collected().evidence()).contains("customer_consents", "host_word");
            List<Map<String, Object>> before = everything(database);
            AdoptionSummary second = node.transfer().adopt();
            assertThat(second).isEqualTo(new AdoptionSummary(0, 0, 3, 1, 5));
            assertThat(everything(database)).isEqualTo(before);
          });
    }
  }

  @EveryServer
  void theBriefsOwnTableOfAHostWithWallClockTimes(DatabaseServer server) {
    for (String key : List.of("", ", unique key uk (customer_id, consent_type, version)")) {
      try (TestDatabase database = server.createDatabase()) {
        HostConsentShapes.brief(database, key);
        on(
            database,
            Map.of(),
            (consents, node) -> {
              AdoptionSummary first = node.transfer().adopt();
              assertThat(first).isEqualTo(new AdoptionSummary(5, 3, 1, 1, 0));
              assertThat(told(consents, 1))
                  .containsExactly(
                      "marketing_email granted 2024-01-15T17:00:00Z",
                      "marketing_email revoked 2024-07-15T16:00:00Z",
                      "marketing_email granted 2025-07-15T16:00:00Z");
              assertThat(state(consents, 1, EMAIL)).isEqualTo(ConsentState.UNPROVEN);
              assertThat(state(consents, 2, ConsentType.ANALYTICS))
                  .isEqualTo(ConsentState.UNPROVEN);
              assertThat(state(consents, 3, ConsentType.PROFILING)).isEqualTo(ConsentState.REFUSED);
              List<Map<String, Object>> before = everything(database);
              assertThat(node.transfer().adopt().adopted()).isZero();
              assertThat(everything(database)).isEqualTo(before);
              assertThat(database.number("select count(*) from customer_consents")).isEqualTo(7);
            });
      }
    }
  }

  @EveryServer
  void aHistoryBesideItOrAlone(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      HostConsentShapes.older(database);
      HostConsentShapes.history(database);
      on(
          database,
          Map.of(),
          (consents, node) -> {
            assertThat(node.transfer().adopt()).isEqualTo(new AdoptionSummary(8, 6, 4, 1, 0));
            assertThat(told(consents, 4))
                .containsExactly(
                    "marketing_sms granted 2024-01-15T17:00:00Z",
                    "marketing_sms revoked 2024-07-15T16:00:00Z",
                    "marketing_sms granted 2025-01-15T17:00:00Z");
            List<Map<String, Object>> before = everything(database);
            assertThat(node.transfer().adopt().adopted()).isZero();
            assertThat(everything(database)).isEqualTo(before);
          });
    }
  }

  @EveryServer
  void aSourceThatAnAdministratorVouchesFor(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      HostConsentShapes.brief(database, "");
      on(
          database,
          Map.of("proof.web_form", "1.0"),
          (consents, node) -> {
            consents.publishNotices("1.0");
            node.transfer().adopt();
            assertThat(state(consents, 1, EMAIL)).isEqualTo(ConsentState.GRANTED);
            assertThat(consents.consents().history(1).get(0).notice().version()).isEqualTo("1.0");
            assertThat(state(consents, 2, ConsentType.ANALYTICS))
                .as("no date, no address, no user")
                .isEqualTo(ConsentState.UNPROVEN);
          });
    }
  }

  @EveryServer
  void whatTheHostChangesLaterIsANewVersion(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      HostConsentShapes.older(database);
      on(
          database,
          Map.of(),
          (consents, node) -> {
            node.transfer().adopt();
            database.update(
                "update customer_consents set is_granted = 0, revoked_at = '2026-11-01 08:00:00'"
                    + " where customer_id = 2 and consent_type = 'data_sharing'");
            database.update(
                "insert into customer_consents (customer_id, consent_type, is_granted, granted_at)"
                    + " values (3, 'analytics', 1, '2026-11-01 08:00:00')");
            assertThat(node.transfer().adopt().adopted()).isEqualTo(2);
            assertThat(state(consents, 2, ConsentType.DATA_SHARING))
                .isEqualTo(ConsentState.REVOKED);
            assertThat(told(consents, 3)).containsExactly("analytics granted 2026-11-01T08:00:00Z");
            assertThat(node.transfer().adopt().adopted()).isZero();
          });
    }
  }

  @EveryServer
  void ourOwnRowsAreNeverTakenForTheHosts(DatabaseServer server) {
    for (boolean older : new boolean[] {true, false}) {
      try (TestDatabase database = server.createDatabase()) {
        if (older) {
          HostConsentShapes.older(database);
        } else {
          HostConsentShapes.brief(database, "");
        }
        on(
            database,
            Map.of(),
            (consents, node) -> {
              consents.publishNotices("1.0");
              node.transfer().adopt();
              consents.consents().grant(1, EMAIL, "web_form");
              consents.consents().revoke(1, EMAIL, "phone");
              consents.consents().refuse(3, ConsentType.ANALYTICS, "counter");
              consents.consents().grant(4, ConsentType.ANALYTICS, "counter");
              List<Map<String, Object>> before =
                  database.rows("select hex(hash) as hash from c360_consent_entry order by id");
              for (int again = 0; again < 2; again++) {
                assertThat(node.transfer().adopt().adopted()).isZero();
              }
              assertThat(
                      database.rows("select hex(hash) as hash from c360_consent_entry order by id"))
                  .isEqualTo(before);
              assertThat(state(consents, 1, EMAIL)).isEqualTo(ConsentState.REVOKED);
              assertThat(state(consents, 4, ConsentType.ANALYTICS)).isEqualTo(ConsentState.GRANTED);
            });
      }
    }
  }

  @EveryServer
  void aWithdrawalThatCameFirstStaysTheLastWord(DatabaseServer server) {
    try (TestDatabase database = server.createDatabase()) {
      HostConsentShapes.brief(database, "");
      on(
          database,
          Map.of(),
          (consents, node) -> {
            consents.consents().revoke(1, EMAIL, "phone");
            node.transfer().adopt();
            assertThat(state(consents, 1, EMAIL)).isEqualTo(ConsentState.REFUSED);
            assertThat(consents.consents().history(1).get(0).occurredAt())
                .isAfter(Instant.parse("2026-01-01T00:00:00Z"));
          });
    }
  }
}
