package com.chronotech.customer360.itests.database.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.core.FleetBase;
import com.chronotech.customer360.analytics.core.model.Quintiles;
import com.chronotech.customer360.analytics.core.model.ReturnCurve;
import com.chronotech.customer360.analytics.core.model.RfmBounds;
import com.chronotech.customer360.analytics.core.rest.AnalyticsResource;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.demo.Shape;
import com.chronotech.customer360.itests.database.Requests;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** The addresses of figures, from request to answer. */
class AddressesOfAnalyticsTest {
  private static final Caller CLERK = Caller.service("itest.client").speaking(Locale.CANADA);
  private static final Caller TECHNICIAN = Caller.user("tech", 7, "technician");
  private static final Caller VISITOR = Caller.user("visitor", 8, "visitor");

  private interface Address {
    Response of(AnalyticsResource resource, UriInfo uri, HttpHeaders headers);
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private static Response ask(
      Shaped host, Caller caller, String query, Map<String, String> headers, Address address) {
    Callers callers = host.node().callers();
    AnalyticsResource resource = new AnalyticsResource(host.node().engine(), callers);
    try (Callers.Scope scope = callers.enter(caller)) {
      return address.of(
          resource, Requests.uri("/api/customer360/1/x" + query), Requests.headers(headers));
    }
  }

  private static Response dashboard(Shaped host, Caller caller, String query) {
    return ask(host, caller, query, Map.of(), (r, uri, headers) -> r.dashboard(1, uri, headers));
  }

  private static Response analytics(Shaped host, Caller caller, String query) {
    return ask(host, caller, query, Map.of(), (r, uri, headers) -> r.analytics(1, uri, headers));
  }

  private static Response chart(Shaped host, Caller caller, String query) {
    return ask(host, caller, query, Map.of(), (r, uri, headers) -> r.revenueChart(1, uri, headers));
  }

  private static void newBase(Shaped host) {
    Quintiles any = new Quintiles(List.of(10L, 100L, 1_000L, 10_000L));
    ReturnCurve.Stretch stretch = new ReturnCurve.Stretch(100, 10, 5);
    ReturnCurve curve =
        new ReturnCurve(
            LocalDate.parse(Shaped.TODAY),
            Collections.nCopies(ReturnCurve.EDGES.size() - 1, stretch));
    host.node()
        .fleet()
        .bindBase(
            new FleetBase() {
              @Override
              public Optional<RfmBounds> rfm() {
                return Optional.of(
                    new RfmBounds(LocalDate.parse(Shaped.TODAY), 100, any, any, any));
              }

              @Override
              public Optional<ReturnCurve> returns() {
                return Optional.of(curve);
              }
            });
  }

  @EveryServer
  void figuresAreAnsweredAsTheCallerAndTheCustomerAllow(DatabaseServer server) {
    try (Shaped host = Shaped.of(server, Shape.RECENT)) {
      newBase(host);
      atAGlance(host);
      overAPeriod(host);
      overTime(host);
      refused(host);
      statements(host);
    }
  }

  private static void atAGlance(Shaped host) {
    Response response = dashboard(host, CLERK, "");
    assertThat(response.getHeaderString("X-Privacy-Level")).isEqualTo("normal");
    JsonNode shown = Requests.json(response).path("dashboard");
    JsonNode revenue = shown.path("figures").path("revenue_90d");
    assertThat(revenue.path("value").isTextual()).isTrue();
    assertThat(revenue.path("currency").textValue()).isEqualTo("CAD");
    assertThat(revenue.path("window").path("from").textValue()).isEqualTo("2026-08-03");
    assertThat(revenue.path("window").path("to").textValue()).isEqualTo("2026-10-31");
    assertThat(revenue.path("formula").path("code").textValue()).isEqualTo("revenue.payments");
    assertThat(shown.path("figures").path("vehicles").path("value").isNumber()).isTrue();
    assertThat(shown.path("consents").path("profiling").textValue()).isEqualTo("never_asked");
    assertThat(shown.path("withheld")).isEmpty();
    assertThat(shown.has("last_visit")).isTrue();
    JsonNode technicians = Requests.json(dashboard(host, TECHNICIAN, "")).path("dashboard");
    assertThat(technicians.path("figures").has("revenue_90d")).isFalse();
    assertThat(technicians.path("withheld"))
        .extracting(JsonNode::textValue)
        .containsExactly("outstanding", "overdue", "revenue_90d", "revenue_90d_before");
  }

  private static void overAPeriod(Shaped host) {
    JsonNode without = Requests.json(analytics(host, CLERK, "")).path("analytics");
    assertThat(without.path("period").textValue()).isEqualTo("1y");
    assertThat(status(without.path("rfm").path("score"))).isEqualTo("not_consented");
    assertThat(without.path("rfm").path("segment").isNull()).isTrue();
    assertThat(status(without.path("churn").path("risk"))).isEqualTo("not_consented");
    assertThat(status(without.path("figures").path("frequency"))).isEqualTo("not_consented");
    assertThat(without.path("vehicles"))
        .allMatch(care -> !"ok".equals(care.path("next_service").path("status").textValue()));
    host.agree(1, ConsentType.PROFILING);
    host.agree(1, ConsentType.ANALYTICS);
    JsonNode with =
        Requests.json(analytics(host, CLERK, "?period=2y&working_hours=true")).path("analytics");
    assertThat(status(with.path("rfm").path("score"))).isEqualTo("ok");
    assertThat(with.path("rfm").path("segment").isTextual()).isTrue();
    assertThat(status(with.path("figures").path("frequency"))).isEqualTo("ok");
    assertThat(with.path("figures").path("time_to_resolve_mean").path("formula").path("text"))
        .asString()
        .contains("opening hours");
    assertThat(status(with.path("figures").path("nps"))).isEqualTo("not_available");
    JsonNode technicians = Requests.json(analytics(host, TECHNICIAN, "")).path("analytics");
    assertThat(technicians.path("withheld"))
        .extracting(JsonNode::textValue)
        .contains("revenue", "dso", "lifetime_value", "rfm_monetary");
    assertThat(technicians.path("rfm").path("monetary").isNull()).isTrue();
  }

  private static String status(JsonNode figure) {
    return figure.path("status").textValue();
  }

  private static void overTime(Shaped host) {
    JsonNode chart = Requests.json(chart(host, CLERK, "?period=quarter&compare=true&tax=out"));
    assertThat(chart.path("labels")).hasSize(8);
    assertThat(chart.path("labels").get(7).textValue()).isEqualTo("2026-Q4");
    assertThat(chart.path("values"))
        .hasSize(8)
        .allMatch(value -> value.textValue().matches("-?[0-9]+\\.[0-9]{2}"));
    assertThat(chart.path("comparison").path("labels").get(7).textValue()).isEqualTo("2024-Q4");
    assertThat(Requests.json(chart(host, CLERK, "")).path("labels")).hasSize(12);
    String tag = chart(host, CLERK, "").getHeaderString(HttpHeaders.ETAG);
    Response held =
        ask(
            host,
            CLERK,
            "",
            Map.of(HttpHeaders.IF_NONE_MATCH, tag),
            (r, uri, headers) -> r.revenueChart(1, uri, headers));
    assertThat(held.getStatus()).isEqualTo(304);
  }

  private static void refused(Shaped host) {
    assertThat(kind(() -> chart(host, TECHNICIAN, ""))).isEqualTo(ProblemException.Kind.FORBIDDEN);
    assertThat(kind(() -> dashboard(host, VISITOR, ""))).isEqualTo(ProblemException.Kind.FORBIDDEN);
    assertThat(kind(() -> analytics(host, VISITOR, ""))).isEqualTo(ProblemException.Kind.FORBIDDEN);
    ProblemException unknown =
        catchThrowableOfType(
            ProblemException.class,
            () -> analytics(host, CLERK, "?period=3y&working_hours=maybe&depth=2"));
    assertThat(unknown.violations())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder("period", "working_hours", "depth");
    assertThat(unknown.violations().get(0).message().in(Locale.CANADA)).contains("6m, 1y, 2y");
    ProblemException chart =
        catchThrowableOfType(
            ProblemException.class, () -> chart(host, CLERK, "?period=week&columns=61&tax=maybe"));
    assertThat(chart.violations()).hasSize(3);
    assertThat(kind(() -> host.node().analytics().dashboard(99_999)))
        .isEqualTo(ProblemException.Kind.NOT_FOUND);
  }

  private static ProblemException.Kind kind(Runnable asked) {
    return catchThrowableOfType(ProblemException.class, asked::run).kind();
  }

  /** No more statements for a customer with a long history than for one without. */
  private static void statements(Shaped host) {
    host.database()
        .update(
            "insert into work_orders (claim_number, customer_name, customer_address, description,"
                + " status, created_by_user_id, customer_id, completion_date) select"
                + " concat('X-', a.id, '-', b.id), 'x', 'x', 'x', 'completed', 1, 2, now() from"
                + " customers a join customers b");
    host.node().analytics().dashboard(1);
    host.node().analytics().analytics(1, Period.ONE_YEAR, false);
    host.node().analytics().analytics(2, Period.ONE_YEAR, false);
    host.platform().statements().takeMine();
    host.node().analytics().dashboard(1);
    // eight of the host, the others of consents: some more where something implies them
    assertThat(reads(host)).isLessThanOrEqualTo(20);
    host.node().analytics().dashboard(2);
    assertThat(reads(host)).isLessThanOrEqualTo(20);
    host.node().analytics().analytics(1, Period.ONE_YEAR, false);
    int all = reads(host);
    host.node().analytics().analytics(2, Period.ONE_YEAR, false);
    assertThat(reads(host)).isEqualTo(all).isLessThanOrEqualTo(14);
  }

  private static int reads(Shaped host) {
    List<String> sent = host.platform().statements().takeMine();
    return (int)
        sent.stream()
            .filter(sql -> sql.stripLeading().toLowerCase(Locale.ROOT).startsWith("select"))
            .count();
  }
}
