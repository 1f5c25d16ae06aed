package com.chronotech.customer360.itests.database.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.consents.ConsentEvent;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentState;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.itests.database.Threads;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.SegmentNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.profile.SegmentEvaluation;
import com.chronotech.customer360.profile.SegmentMembers;
import com.chronotech.customer360.profile.SegmentMembership;
import com.chronotech.customer360.profile.SegmentRule;
import com.chronotech.customer360.profile.SegmentService;
import com.chronotech.customer360.profile.core.segment.ConsentWatch;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.event.Event;

/** Who is in a segment is who a simple model says, on every server. */
class SegmentsTest {

  @EveryServer
  void followASimpleModel(TestDatabase database) {
    Clients clients = new Clients();
    try (TestPlatform platform = platform(database)) {
      SegmentNode node = new SegmentNode(platform);
      SegmentService segments = node.segments();
      clients.add(platform, 120, platform.clock().instant());
      platform.roll();
      for (Clients.Modelled rule : Clients.RULES) {
        SegmentRule written = segments.create(rule.label(), rule.expression(), null);
        assertThat(written.profiling()).isEqualTo(rule.profiling());
      }
      dryRunWritesNothing(platform, segments);
      withoutConsentsNobodyIsProfiled(segments);
      ConsentService consents = clients.consents();
      node.bind(consents);
      allAgree(segments, clients);
      tellsWhyOnTheTimeline(platform, segments, clients);
      again(segments);
      optingOutEndsMembership(platform, node, clients);
      awayConsentsFreeze(node, clients, consents);
      node.bind(consents);
      factsChange(platform, segments, clients);
      versionsAreKept(segments, clients);
      deactivatingEnds(platform, segments, clients);
    }
  }

  private static TestPlatform platform(TestDatabase database) {
    TestSchema.prepare(database, Clients.TABLES);
    return new TestPlatform(database, "node-a");
  }

  private static void dryRunWritesNothing(TestPlatform platform, SegmentService segments) {
    long before = platform.database().number("select count(*) from customer_activity");
    SegmentEvaluation dry = segments.evaluate(null, true);
    assertThat(dry.dryRun()).isTrue();
    assertThat(dry.customers()).isEqualTo(120);
    assertThat(dry.outcomes().stream().mapToLong(one -> one.joined()).sum()).isPositive();
    assertThat(dry.outcomes()).anyMatch(one -> !one.samples().isEmpty());
    assertThat(platform.database().number("select count(*) from c360_segment_member")).isZero();
    assertThat(platform.database().number("select count(*) from customer_activity"))
        .isEqualTo(before);
  }

  private static void withoutConsentsNobodyIsProfiled(SegmentService segments) {
    SegmentEvaluation evaluation = segments.evaluate(null, false);
    assertThat(evaluation.consentsKnown()).isFalse();
    assertThat(members(segments, "Fidèles")).isEmpty();
    assertThat(members(segments, "Jamais vus")).isEmpty();
  }

  private static void allAgree(SegmentService segments, Clients clients) {
    SegmentEvaluation evaluation = segments.evaluate(null, false);
    assertThat(evaluation.consentsKnown()).isTrue();
    check(segments, clients);
    for (SegmentEvaluation.Outcome outcome : evaluation.outcomes()) {
      Clients.Modelled rule =
          Clients.RULES.stream().filter(r -> r.label().equals(outcome.label())).findFirst().get();
      assertThat(outcome.members()).isEqualTo(clients.expected(rule).size());
      assertThat(outcome.withoutConsent())
          .isEqualTo(rule.profiling() ? 120 - clients.profiled().size() : 0);
    }
  }

  private static void check(SegmentService segments, Clients clients) {
    for (Clients.Modelled rule : Clients.RULES) {
      assertThat(members(segments, rule.label()))
          .as(rule.label())
          .isEqualTo(clients.expected(rule));
    }
  }

  static Set<Long> members(SegmentService segments, String label) {
    Set<Long> all = new TreeSet<>();
    String cursor = null;
    do {
      SegmentMembers page = segments.members(label, cursor, 7);
      page.members().forEach(one -> assertThat(all.add(one.customerId())).isTrue());
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }

  private static void tellsWhyOnTheTimeline(
      TestPlatform platform, SegmentService segments, Clients clients) {
    long loyal = clients.expected(Clients.RULES.get(3)).iterator().next();
    SegmentMembership membership =
        segments.of(loyal).stream().filter(one -> one.label().equals("Fidèles")).findFirst().get();
    assertThat(membership.why())
        .contains("\"rule\":\"total('workorder')", "\"days_since('workorder')\":");
    Activity told =
        activities(platform, loyal).stream()
            .filter(one -> one.title().contains("Fidèles"))
            .findFirst()
            .get();
    assertThat(told.title()).isEqualTo("Ajouté au segment «\u00a0Fidèles\u00a0»");
    assertThat(told.description()).startsWith("Parce que total('workorder') = ");
    assertThat(told.metadata()).contains("\"segment\"", "joined", "facts");
    assertThat(segments.of(List.of(loyal)).get(loyal)).isEqualTo(segments.of(loyal));
  }

  private static List<Activity> activities(TestPlatform platform, long customer) {
    return platform
        .timeline()
        .page(
            TimelineQuery.of(customer).ofTypes(Set.of(ActivityType.SYSTEM)),
            PageRequest.number(1, 100))
        .activities();
  }

  private static void again(SegmentService segments) {
    SegmentEvaluation evaluation = segments.evaluate(null, false);
    assertThat(evaluation.outcomes()).allMatch(one -> one.joined() == 0 && one.left() == 0);
  }

  private static void optingOutEndsMembership(
      TestPlatform platform, SegmentNode node, Clients clients) {
    long loyal = clients.expected(Clients.RULES.get(3)).iterator().next();
    clients.profiled().remove(loyal);
    ConsentEvent withdrawn =
        new ConsentEvent(
            loyal, ConsentType.PROFILING, ConsentState.REVOKED, 2, "record", Instant.EPOCH);
    ConsentWatch watch = node.watch();
    watch.handleEvent(
        new Event(ConsentEvent.TOPIC + "REVOKED", Map.of(ConsentEvent.PROPERTY, withdrawn)));
    Threads.await(
        "the customer left",
        () -> node.segments().of(loyal).stream().noneMatch(one -> one.label().equals("Fidèles")));
    watch.stop();
    assertThat(activities(platform, loyal).get(0).description()).contains("profilage");
    check(node.segments(), clients);
  }

  private static void awayConsentsFreeze(
      SegmentNode node, Clients clients, ConsentService consents) {
    node.unbind(consents);
    SegmentEvaluation evaluation = node.segments().evaluate("Fidèles", false);
    assertThat(evaluation.consentsKnown()).isFalse();
    assertThat(evaluation.outcomes().get(0).left()).isZero();
    check(node.segments(), clients);
  }

  private static void factsChange(TestPlatform platform, SegmentService segments, Clients clients) {
    long moved = clients.expected(Clients.RULES.get(0)).iterator().next();
    platform.database().update("update customers set city = 'Gatineau' where id = " + moved);
    segments.evaluate("lavallois", false);
    assertThat(members(segments, "Lavallois")).doesNotContain(moved);
    assertThat(activities(platform, moved).get(0).title()).startsWith("Retiré du segment");
    platform.database().update("update customers set city = 'Laval' where id = " + moved);
  }

  private static void versionsAreKept(SegmentService segments, Clients clients) {
    assertThatThrownBy(() -> segments.create(" LAVALLOIS ", "true", null))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
    assertThatThrownBy(() -> segments.change("Lavallois", "city = 3 and x", "y".repeat(501)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.REFUSED);
              assertThat(e.violations()).hasSize(2);
            });
    SegmentRule changed = segments.change("lavallois", "city =~ ['Laval', 'Lévis']", "Rive nord");
    assertThat(changed.version()).isEqualTo(2);
    assertThat(segments.versions("Lavallois"))
        .extracting(SegmentRule::expression)
        .containsExactly("city =~ ['Laval', 'Lévis']", "city == 'laval'");
    segments.evaluate("Lavallois", false);
    Set<Long> expected = new TreeSet<>();
    clients.all().stream()
        .filter(c -> c.city() != null && !c.city().equals("Montréal"))
        .forEach(c -> expected.add(c.id()));
    assertThat(members(segments, "Lavallois")).isEqualTo(expected);
    assertThat(segments.members("Lavallois", null, 100).members())
        .allMatch(one -> one.ruleVersion() == 2);
  }

  private static void deactivatingEnds(
      TestPlatform platform, SegmentService segments, Clients clients) {
    long one = members(segments, "Lavallois").iterator().next();
    SegmentRule ended = segments.deactivate("Lavallois");
    assertThat(ended.active()).isFalse();
    assertThat(ended.version()).isEqualTo(3);
    assertThat(members(segments, "Lavallois")).isEmpty();
    assertThat(activities(platform, one).get(0).description()).contains("désactivée");
    assertThat(segments.rules(false)).hasSize(Clients.RULES.size() - 1);
    assertThat(segments.rules(true)).hasSize(Clients.RULES.size());
    assertThatThrownBy(() -> segments.evaluate("Lavallois", false))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
    assertThat(segments.create("Lavallois", "city == 'laval'", null).version()).isEqualTo(4);
    segments.evaluate(null, false);
    check(segments, clients);
  }
}
