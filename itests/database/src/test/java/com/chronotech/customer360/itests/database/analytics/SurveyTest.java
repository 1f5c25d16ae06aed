package com.chronotech.customer360.itests.database.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.analytics.core.survey.SurveyRound.Done;
import com.chronotech.customer360.communications.Content;
import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.MessageService.Queued;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.host.HostSatisfaction.Answer;
import com.chronotech.customer360.host.HostSource.Touched;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.SurveyNode;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelineQuery;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.Servlet;

/** A visit that ended is asked about once, and what is answered counts. */
class SurveyTest {
  private static final Instant NOW = Instant.parse("2026-11-10T17:00:00Z");
  private static final String HOST =
      """
      create table customers (id int not null auto_increment primary key,
        name varchar(255) not null, language_code char(5));
      create table work_orders (id int not null auto_increment primary key,
        claim_number varchar(50), customer_id int null, description text, status varchar(20),
        completion_date datetime null, created_at timestamp not null default current_timestamp,
        updated_at timestamp not null default current_timestamp on update current_timestamp);
      insert into customers (name, language_code) values ('Camille', 'fr-CA'), ('Noah', 'en-CA');
      """;

  private final List<NewMessage> sent = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();

  private MessageService messages() {
    return (MessageService)
        Proxy.newProxyInstance(
            SurveyTest.class.getClassLoader(),
            new Class<?>[] {MessageService.class},
            (self, method, arguments) -> {
              NewMessage message = (NewMessage) arguments[0];
              sent.add(message);
              return new Queued(queued(message), false);
            });
  }

  private Message queued(NewMessage asked) {
    return new Message(
        sent.size(),
        asked.customerId(),
        asked.channel(),
        asked.messageClass(),
        null,
        asked.language(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        List.of(),
        "itest");
  }

  private static void complete(TestDatabase database, long customer, String at) {
    database.update(
        "insert into work_orders (claim_number, customer_id, status, completion_date) values ('W',"
            + customer
            + ", 'completed', '"
            + at
            + "')");
  }

  private static String token(NewMessage message) {
    String text = ((Content.Written) message.content()).text();
    String link = text.substring(text.indexOf("https://erp.example/survey/"));
    return link.substring("https://erp.example/survey".length(), link.indexOf('\n'));
  }

  private interface Check {
    void run(TestPlatform platform, SurveyNode node) throws Exception;
  }

  private void with(DatabaseServer server, Check check) throws Exception {
    try (TestDatabase database = server.createDatabase()) {
      TestSchema.prepare(database, HOST);
      try (TestPlatform platform = new TestPlatform(database, "one");
          SurveyNode node =
              new SurveyNode(
                  platform,
                  Map.of("public_url", "https://erp.example/", "survey_forged_per_minute", 3))) {
        platform.clock().set(NOW);
        complete(database, 2, "2026-11-10 08:00:00");
        node.round().round();
        platform.clock().set(NOW.plus(Duration.ofHours(1)));
        check.run(platform, node);
      }
    }
  }

  @EveryServer
  void aVisitIsAskedAboutOnceAndItsAnswerCounts(DatabaseServer server) throws Exception {
    with(
        server,
        (platform, node) -> {
          node.bind(messages());
          complete(platform.database(), 1, "2026-11-10 12:30:00");
          assertThat(node.round().round()).as("not due yet").isEqualTo(new Done(1, 0));
          platform.clock().set(NOW.plus(Duration.ofHours(25)));
          assertThat(node.round().round()).isEqualTo(new Done(0, 1));
          assertThat(node.round().round()).as("once").isEqualTo(new Done(0, 0));
          NewMessage asked = sent.get(0);
          assertThat(asked.customerId()).as("what ended before the first look is not").isEqualTo(1);
          assertThat(asked.messageClass()).isEqualTo(MessageClass.COMMERCIAL);
          assertThat(asked.language()).isEqualTo("fr-CA");
          assertThat(((Content.Written) asked.content()).text()).startsWith("Bonjour Camille");

          assertThat(node.satisfaction().availability().available()).isFalse();
          answered(platform, node, node.page(nanos::get), token(asked));
          platform.clock().set(NOW.plus(Duration.ofDays(62)));
          Page late = Page.post(node.page(nanos::get), token(asked), Map.of("recommend", "1"));
          assertThat(late.status()).as("answered alike").isEqualTo(200);
          assertThat(node.satisfaction().ofCustomer(1)).hasSize(1);
        });
  }

  private static void answered(TestPlatform platform, SurveyNode node, Servlet page, String token)
      throws Exception {
    Page form = Page.get(page, token);
    assertThat(form.html()).contains("name=\"recommend\" value=\"10\"").doesNotContain("<script");
    assertThat(form.headers().get("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(Page.post(page, token, Map.of("comment", " ")).html()).contains("au moins une note");
    assertThat(node.satisfaction().ofCustomer(1)).isEmpty();
    String position = node.satisfaction().touchedSince(null, 100).position();
    Map<String, String> answer =
        Map.of("recommend", "9", "satisfied", "4", "comment", "Très bien <b>\r\nmerci 🚗");
    String thanks = Page.post(page, token, answer).html();
    assertThat(Page.post(page, token, Map.of("recommend", "0")).html()).isEqualTo(thanks);
    Answer kept = node.satisfaction().ofCustomer(1).get(0);
    assertThat(kept.id()).isNegative();
    assertThat(kept.recommend()).isEqualTo(9);
    assertThat(kept.satisfied()).isEqualTo(4);
    assertThat(kept.comment()).isEqualTo("Très bien <b>\nmerci 🚗");
    assertThat(node.satisfaction().availability().available()).isTrue();
    Touched touched = node.satisfaction().touchedSince(position, 100);
    assertThat(touched.customerIds()).containsExactly(1L);
    assertThat(touched.lost()).isFalse();
    assertThat(node.satisfaction().touchedSince("of another", 100).lost()).isTrue();
    Activity told =
        platform.timeline().page(TimelineQuery.of(1), PageRequest.first()).activities().stream()
            .filter(activity -> activity.actorType() == ActorType.CUSTOMER)
            .findFirst()
            .orElseThrow();
    assertThat(told.title())
        .isEqualTo(
            "Sondage de satisfaction\u00a0: 9/10 pour la recommandation, 4/5 pour la satisfaction");
    assertThat(told.description()).startsWith("Très bien");
  }

  @EveryServer
  void whoWasAskedLatelyIsLeftInPeaceAndWhatIsLateLapses(DatabaseServer server) throws Exception {
    with(
        server,
        (platform, node) -> {
          complete(platform.database(), 1, "2026-11-10 12:30:00");
          complete(platform.database(), 1, "2026-11-10 12:45:00");
          complete(platform.database(), 2, "2026-10-01 11:30:00");
          assertThat(node.round().round()).isEqualTo(new Done(1, 0));
          platform.clock().set(NOW.plus(Duration.ofDays(3)));
          assertThat(node.round().round()).as("waits for communications").isEqualTo(new Done(0, 0));
          platform.clock().set(NOW.plus(Duration.ofDays(20)));
          node.bind(messages());
          assertThat(node.round().round()).isEqualTo(new Done(0, 0));
          assertThat(sent).isEmpty();
        });
  }

  @EveryServer
  void aForgedLinkIsAnsweredAlikeAndNotForLong(DatabaseServer server) throws Exception {
    with(
        server,
        (platform, node) -> {
          Servlet page = node.page(nanos::get);
          assertThat(Page.get(page, "/nothing").status()).isEqualTo(200);
          assertThat(Page.post(page, "/a.b", Map.of("recommend", "1")).html()).contains("Merci");
          assertThat(Page.get(page, null).status()).isEqualTo(200);
          Page many = Page.get(page, "/nothing");
          assertThat(many.status()).isEqualTo(429);
          assertThat(many.headers()).containsKey("Retry-After");
          assertThat(platform.database().number("select count(*) from c360_survey_answer"))
              .isZero();
        });
  }
}
