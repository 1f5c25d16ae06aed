package com.chronotech.customer360.itests.database.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentAnswer;
import com.chronotech.customer360.consents.ConsentEvent;
import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.DecisionReason;
import com.chronotech.customer360.consents.Guardian;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.consents.core.notice.FirstNotices;
import com.chronotech.customer360.itests.database.Threads;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every answer and its reason, from the tables. */
class AskingTest {
  private static final ConsentType EMAIL = ConsentType.MARKETING_EMAIL;
  private static final ConsentType SMS = ConsentType.MARKETING_SMS;

  private static DecisionReason reason(ConsentsNode node, ConsentQuestion question) {
    ConsentAnswer answer = node.consents().decide(question);
    assertThat(answer.allowed()).isEqualTo(answer.reason().allowed());
    return answer.reason();
  }

  @EveryServer
  void everyReasonIsGiven(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    ConsentQuestion email = ConsentQuestion.of(customer, EMAIL);
    Instant now = platform.clock().instant();

    assertThat(reason(node, email)).isEqualTo(DecisionReason.NEVER_ASKED);
    node.consents().refuse(customer, EMAIL, "form");
    assertThat(reason(node, email)).isEqualTo(DecisionReason.REFUSED);
    node.consents()
        .record(
            NewConsent.of(customer, EMAIL, Decision.GRANTED, "form")
                .expiresAt(now.plus(Duration.ofDays(10)))
                .build());
    assertThat(reason(node, email)).isEqualTo(DecisionReason.GRANTED);
    assertThat(node.consents().filterGranted(List.of(customer), EMAIL)).containsExactly(customer);
    platform.clock().runAhead(Duration.ofDays(11));
    try {
      assertThat(node.consents().filterGranted(List.of(customer), EMAIL)).isEmpty();
    } finally {
      platform.clock().runAhead(Duration.ZERO);
    }
    assertThat(reason(node, email.by(Channel.EMAIL))).isEqualTo(DecisionReason.GRANTED);
    assertThat(reason(node, email.by(Channel.PHONE))).isEqualTo(DecisionReason.WRONG_CHANNEL);
    assertThat(reason(node, email.asOf(now.plus(Duration.ofDays(11)))))
        .isEqualTo(DecisionReason.EXPIRED);
    node.consents().revoke(customer, EMAIL, "form");
    assertThat(reason(node, email)).isEqualTo(DecisionReason.REVOKED);
    assertThat(node.consents().filterGranted(List.of(customer), EMAIL)).isEmpty();
    assertThat(reason(node, email.sending(MessageClass.TRANSACTIONAL)))
        .isEqualTo(DecisionReason.NOT_REQUIRED);
    assertThat(
            reason(
                node,
                ConsentQuestion.of(customer, ConsentType.SERVICE_NOTIFICATIONS)
                    .sending(MessageClass.TRANSACTIONAL)))
        .isEqualTo(DecisionReason.NEVER_ASKED);
  }

  @EveryServer
  void purchasesAndInquiriesImplyConsentUnlessItWasRefused(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long buyer = platform.newCustomer();
    long asker = platform.newCustomer();
    long nobody = platform.newCustomer();
    LocalDate today = LocalDate.of(2026, 6, 15);
    Instant noon = Instant.parse("2026-06-15T16:00:00Z");
    platform.clock().set(noon);
    try {
      platform
          .database()
          .update(
              "insert into invoices (invoice_number, customer_id, total_amount, status,"
                  + " invoice_date) values ('C-"
                  + buyer
                  + "', "
                  + buyer
                  + ", 10, 'paid', '"
                  + today.minusMonths(24)
                  + "')");
      platform
          .database()
          .update(
              "insert into work_orders (claim_number, customer_id, status, created_at) values"
                  + " ('D-"
                  + asker
                  + "', "
                  + asker
                  + ", 'pending', '2026-05-01 12:00:00')");
      ConsentQuestion question = ConsentQuestion.of(buyer, EMAIL).sending(MessageClass.COMMERCIAL);
      ConsentAnswer answer = node.consents().decide(question);
      assertThat(answer.reason()).isEqualTo(DecisionReason.IMPLIED_PURCHASE);
      assertThat(answer.validUntil()).isEqualTo("2026-06-16T04:00:00Z");
      assertThat(answer.evidence()).startsWith("invoices:");
      assertThat(reason(node, ConsentQuestion.of(buyer, EMAIL)))
          .isEqualTo(DecisionReason.NEVER_ASKED);
      assertThat(reason(node, question.asOf(noon.plus(1, ChronoUnit.DAYS))))
          .isEqualTo(DecisionReason.NEVER_ASKED);
      assertThat(reason(node, new ConsentQuestion(asker, SMS, null, null, MessageClass.COMMERCIAL)))
          .isEqualTo(DecisionReason.IMPLIED_INQUIRY);
      assertThat(node.consents().isGranted(buyer, EMAIL)).isFalse();

      List<Long> all = List.of(buyer, asker, nobody, 999_999_999L);
      assertThat(node.consents().filterGranted(all, EMAIL)).isEmpty();
      assertThat(node.consents().filterGranted(all, EMAIL, MessageClass.COMMERCIAL))
          .containsExactlyInAnyOrder(buyer, asker);
      assertThat(node.consents().filterGranted(all, EMAIL, MessageClass.TRANSACTIONAL))
          .containsExactlyInAnyOrder(buyer, asker, nobody);
      ConsentStatus status = node.consents().statuses(buyer, null).get(0);
      assertThat(status.type()).isEqualTo(EMAIL);
      assertThat(status.state()).isEqualTo(ConsentState.NEVER_ASKED);
      assertThat(status.implied().reason()).isEqualTo(DecisionReason.IMPLIED_PURCHASE);

      node.consents().refuse(buyer, EMAIL, "call");
      assertThat(reason(node, question)).isEqualTo(DecisionReason.REFUSED);
      assertThat(node.consents().filterGranted(all, EMAIL, MessageClass.COMMERCIAL))
          .containsExactly(asker);
      assertThat(node.consents().statuses(buyer, null).get(0).implied()).isNull();
    } finally {
      platform.clock().runAhead(Duration.ZERO);
    }
  }

  @EveryServer
  void aChildsConsentNeedsAParentAndIsWorthNothingWithout(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long child = platform.newCustomer();
    LocalDate born = LocalDate.ofInstant(platform.clock().instant(), ZoneOffset.UTC).minusYears(10);
    NewConsent alone =
        NewConsent.of(child, EMAIL, Decision.GRANTED, "form").birthDate(born).build();
    assertThatThrownBy(() -> node.consents().record(alone))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.violations().get(0).code())
                    .isEqualTo("consents.guardian_required"));
    // before the age was known
    node.consents().grant(child, EMAIL, "form");
    assertThat(node.consents().isGranted(child, EMAIL)).isTrue();
    node.consents()
        .record(NewConsent.of(child, SMS, Decision.REFUSED, "form").birthDate(born).build());
    assertThat(node.consents().isGranted(child, EMAIL)).isFalse();
    assertThat(reason(node, ConsentQuestion.of(child, EMAIL))).isEqualTo(DecisionReason.MINOR);
    assertThat(node.consents().filterGranted(List.of(child), EMAIL)).isEmpty();
    node.consents()
        .record(
            NewConsent.of(child, EMAIL, Decision.GRANTED, "form")
                .guardian(new Guardian("Anne Tremblay", "mother", "a@example.ca"))
                .build());
    assertThat(node.consents().isGranted(child, EMAIL)).isTrue();
    Consent given = node.consents().history(child).get(0);
    assertThat(given.collected().guardian().name()).isEqualTo("Anne Tremblay");
  }

  @EveryServer
  void aHundredThousandAreFilteredInFewStatements(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    List<NewConsent> decisions = new ArrayList<>();
    Set<Long> expected = new TreeSet<>();
    for (long customer = 1; customer <= 400; customer++) {
      boolean grants = customer % 3 == 0;
      decisions.add(
          NewConsent.of(
                  customer,
                  ConsentType.DATA_SHARING,
                  grants ? Decision.GRANTED : Decision.REFUSED,
                  "form")
              .build());
      if (grants) {
        expected.add(customer);
      }
    }
    node.consents().recordAll(decisions);
    List<Long> asked = new ArrayList<>();
    for (long customer = 1; customer <= 100_000; customer++) {
      asked.add(customer);
    }
    platform.statements().takeMine();
    assertThat(node.consents().filterGranted(asked, ConsentType.DATA_SHARING)).isEqualTo(expected);
    assertThat(platform.statements().takeMine()).hasSizeLessThanOrEqualTo(22);
    // far apart, so that they are named one by one
    List<Long> sparse = asked.stream().filter(customer -> customer % 9 == 0).toList();
    assertThat(node.consents().filterGranted(sparse, ConsentType.DATA_SHARING))
        .isEqualTo(
            expected.stream()
                .filter(customer -> customer % 9 == 0)
                .collect(java.util.stream.Collectors.toSet()));
  }

  @EveryServer
  void noticesAreImmutableOnceUsedAndRenewWithTheirMajorVersion(TestPlatform platform) {
    ConsentsNode node = Nodes.withNotices(platform);
    long customer = platform.newCustomer();
    ConsentType type = ConsentType.PROFILING;
    Consent first = node.consents().grant(customer, type, "form").consent();
    assertThat(first.notice().sha256())
        .isEqualTo(
            node.noticeService().find(type, "1.0").orElseThrow().texts().get("fr-CA").sha256());
    assertThatThrownBy(() -> node.noticeService().withdraw(type, "1.0"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo("consents.notice_used"));
    node.publish(type, "2.0", 24);
    assertThat(node.consents().isGranted(customer, type)).isTrue();
    ConsentStatus due =
        node.consents().statuses(customer, null).stream()
            .filter(status -> status.type() == type)
            .findFirst()
            .orElseThrow();
    assertThat(due.renewalDue()).isTrue();
    assertThat(due.state()).isEqualTo(ConsentState.GRANTED);

    Consent renewed = node.consents().grant(customer, type, "form").consent();
    assertThat(renewed.version()).isEqualTo(2);
    assertThat(renewed.validUntil())
        .isEqualTo(
            renewed.occurredAt().atZone(ZoneId.of("America/Montreal")).plusMonths(24).toInstant());
    assertThat(node.consents().expiringWithin(customer, Duration.ofDays(800), 10))
        .containsExactly(renewed);
    assertThat(node.consents().expiringWithin(customer, Duration.ofDays(30), 10)).isEmpty();
    node.publish(type, "2.1", null);
    node.noticeService().withdraw(type, "2.1");
    assertThat(node.noticeService().current(type).orElseThrow().version().toString())
        .isEqualTo("2.0");
  }

  @EveryServer
  void everyPurposeHasAFirstNotice(TestPlatform platform) {
    ConsentsNode node = new ConsentsNode(platform);
    FirstNotices first =
        new FirstNotices(platform.transactions(), platform.clock(), node.store(), node.notices());
    first.publishMissing();
    assertThat(first.publishMissing()).isZero();
    for (ConsentType type : ConsentType.values()) {
      assertThat(node.noticeService().current(type).orElseThrow().texts())
          .containsKeys("fr-CA", "en-CA");
    }
  }

  @EveryServer
  void eachNodeHearsEachEventOnce(TestPlatform platform) {
    try (TestPlatform other = new TestPlatform(platform.database(), "events-other")) {
      ConsentsNode node = Nodes.withNotices(platform);
      new ConsentsNode(other).consents();
      long customer = platform.newCustomer();
      node.consents().grant(customer, EMAIL, "form");
      node.consents().revoke(customer, EMAIL, "form");
      for (TestPlatform each : List.of(platform, other)) {
        Threads.await("both events are heard", () -> heard(each, customer).size() >= 2);
        assertThat(heard(each, customer)).containsExactly("GRANTED 1", "REVOKED 2");
      }
    }
  }

  private static List<String> heard(TestPlatform platform, long customer) {
    return platform.posted().stream()
        .filter(event -> event.getTopic().startsWith(ConsentEvent.TOPIC))
        .filter(
            event ->
                ((ConsentEvent) event.getProperty(ConsentEvent.PROPERTY)).customerId() == customer)
        .map(
            event ->
                event.getTopic().substring(ConsentEvent.TOPIC.length())
                    + " "
                    + ((ConsentEvent) event.getProperty(ConsentEvent.PROPERTY)).version())
        .distinct()
        .toList();
  }
}
