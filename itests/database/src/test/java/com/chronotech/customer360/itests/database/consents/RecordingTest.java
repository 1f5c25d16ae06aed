package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentService.Recorded;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one decision leaves in the database. */
class RecordingTest {
  private static final ConsentType EMAIL = ConsentType.MARKETING_EMAIL;

  @EveryServer
  void aGrantLeavesItsEntryItsRowItsActivityAndItsEvent(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    Recorded recorded = node.consents().grant(customer, EMAIL, "web_form");
    assertThat(recorded.unchanged()).isFalse();
    Consent consent = recorded.consent();
    assertThat(consent.version()).isEqualTo(1);
    assertThat(consent.notice().version()).isEqualTo("1.0");
    assertThat(consent.notice().language()).isEqualTo("fr-CA");
    assertThat(consent.ledger().sequence()).isEqualTo(1);
    assertThat(consent.ledger().previousHash()).isEqualTo("0".repeat(64));
    assertThat(node.consents().history(customer)).containsExactly(consent);

    Map<String, Object> row =
        platform
            .database()
            .rows("select * from customer_consents where customer_id = " + customer)
            .get(0);
    assertThat(row).containsEntry("version", 1).containsEntry("source", "web_form");
    assertThat(row.get("is_granted")).isIn(true, 1);
    assertThat(
            platform
                .timeline()
                .page(TimelineQuery.of(customer), PageRequest.first())
                .activities()
                .get(0)
                .title())
        .isEqualTo("Consentement accordé\u00a0: courriels promotionnels");
    assertThat(
            platform
                .database()
                .number(
                    "select count(*) from c360_outbox where topic = 'consents.changed'"
                        + " and customer_id = "
                        + customer))
        .isEqualTo(1);
  }

  @EveryServer
  void sayingTheSameAgainWritesNothing(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    Consent first = node.consents().grant(customer, EMAIL, "web_form").consent();
    Recorded again = node.consents().grant(customer, EMAIL, "web_form");
    assertThat(again).isEqualTo(new Recorded(first, true));
    assertThat(node.consents().history(customer)).hasSize(1);
  }

  @EveryServer
  void everyPastStateIsKept(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    Instant granted = Instant.parse("2026-03-01T12:00:00.123456Z");
    Instant revoked = Instant.parse("2026-05-01T12:00:00.654321Z");
    node.consents()
        .record(
            NewConsent.of(customer, EMAIL, Decision.GRANTED, "form").occurredAt(granted).build());
    node.consents()
        .record(
            NewConsent.of(customer, EMAIL, Decision.REVOKED, "call").occurredAt(revoked).build());

    assertThat(state(node, customer, granted.minusNanos(1000))).isEqualTo(ConsentState.NEVER_ASKED);
    assertThat(state(node, customer, granted)).isEqualTo(ConsentState.GRANTED);
    assertThat(state(node, customer, revoked.minusNanos(1000))).isEqualTo(ConsentState.GRANTED);
    assertThat(state(node, customer, revoked)).isEqualTo(ConsentState.REVOKED);
    assertThat(node.consents().isGranted(customer, EMAIL, granted)).isTrue();
    assertThat(node.consents().isGranted(customer, EMAIL, revoked)).isFalse();
    assertThat(node.consents().isGranted(customer, EMAIL)).isFalse();
  }

  private static ConsentState state(ConsentsNode node, long customer, Instant at) {
    return node.consents().statuses(customer, at).stream()
        .filter(status -> status.type() == EMAIL)
        .map(ConsentStatus::state)
        .findFirst()
        .orElseThrow();
  }

  @EveryServer
  void manyDecisionsOfOneCustomerAreRecordedInTheirOrder(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long one = platform.newCustomer();
    long other = platform.newCustomer();
    List<NewConsent> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(
          NewConsent.of(
                  i % 3 == 0 ? other : one,
                  EMAIL,
                  i % 2 == 0 ? Decision.GRANTED : Decision.REVOKED,
                  "batch")
              .build());
    }
    List<Recorded> recorded = node.consents().recordAll(all);
    assertThat(recorded)
        .extracting(Recorded::unchanged)
        .containsExactly(false, false, false, false, true, false);
    assertThat(node.consents().history(one)).extracting(Consent::version).containsExactly(3, 2, 1);
    assertThat(node.consents().history(other)).extracting(Consent::version).containsExactly(2, 1);
  }

  @EveryServer
  void everyFaultIsToldAtOnceAndNothingIsWritten(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    NewConsent bad =
        NewConsent.of(customer, EMAIL, Decision.GRANTED, " ")
            .notice("9.9", "fr-CA")
            .occurredAt(platform.clock().instant().plusSeconds(3600))
            .build();
    assertThatThrownBy(() -> node.consents().record(bad))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.violations())
                    .extracting(violation -> violation.field() + " " + violation.code())
                    .containsExactly(
                        "source consents.source",
                        "occurred_at consents.in_the_future",
                        "notice_version consents.unknown_notice"));
    assertThat(node.consents().history(customer)).isEmpty();
    assertThat(
            platform
                .database()
                .number("select count(*) from c360_consent_chain where customer_id = " + customer))
        .isZero();
  }

  @EveryServer
  void anUnknownCustomerIsNotFound(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    assertThatThrownBy(() -> node.consents().grant(999_999_999L, EMAIL, "form"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.NOT_FOUND));
  }
}
