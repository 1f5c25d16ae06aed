package com.chronotech.customer360.timeline.core.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.platform.rest.Parameters;
import com.chronotech.customer360.timeline.Activity;
import com.chronotech.customer360.timeline.ActivityType;
import com.chronotech.customer360.timeline.ActorType;
import com.chronotech.customer360.timeline.NewActivity;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.core.model.Cursor;
import com.chronotech.customer360.timeline.core.model.Cursor.Direction;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import org.junit.jupiter.api.Test;

class RequestsTest {
  private static final ZoneId ZONE = ZoneId.of("America/Montreal");

  private static Parameters parameters(String... namesAndValues) {
    MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      sent.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    UriInfo uri =
        (UriInfo)
            Proxy.newProxyInstance(
                RequestsTest.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> sent);
    return Parameters.of(uri);
  }

  private static TimelineRequest timeline(String... namesAndValues) {
    return TimelineRequest.timeline(7, parameters(namesAndValues), ZONE);
  }

  private static ProblemException refused(Runnable work) {
    return catchThrowableOfType(ProblemException.class, work::run);
  }

  private static NewActivity body(String json) {
    return ActivityBody.read(
        7, JsonBody.read(json.getBytes(StandardCharsets.UTF_8), ActivityBody.MAX_BYTES), null);
  }

  @Test
  void readsEveryFilter() {
    TimelineRequest request =
        timeline(
            "type",
            "note",
            "type",
            "call",
            "actor_type",
            "user",
            "date_from",
            "2026-01-01",
            "date_to",
            "2026-01-31",
            "q",
            "frein avant",
            "page",
            "3",
            "per_page",
            "50");
    assertThat(request.query())
        .isEqualTo(
            new TimelineQuery(
                7,
                Set.of(ActivityType.NOTE, ActivityType.CALL),
                Set.of(ActorType.USER),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 1, 31),
                "frein avant"));
    assertThat(request.page().page()).isEqualTo(3);
    assertThat(request.page().perPage()).isEqualTo(50);
  }

  @Test
  void beginsAtADayOfTheCustomersZoneWithoutFilteringByIt() {
    TimelineRequest request = timeline("start", "2026-03-08", "per_page", "50");
    assertThat(request.query().to()).isNull();
    Cursor begin = Cursor.decode(request.page().cursor()).orElseThrow();
    assertThat(begin.fits(request.query())).isTrue();
    assertThat(begin.direction()).isEqualTo(Direction.OLDER);
    // the clocks go forward that night: the day ends four hours before UTC does
    Instant end = Instant.parse("2026-03-09T04:00:00Z");
    assertThat(begin.place().micros()).isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, end));
  }

  @Test
  void refusesADayToBeginWithBesideAnotherPlace() {
    assertThat(refused(() -> timeline("start", "2026-03-08", "page", "2")).violations())
        .extracting(Violation::code)
        .containsExactly("timeline.start_and_place");
    assertThat(refused(() -> timeline("start", "9999-12-31")).violations())
        .extracting(Violation::code)
        .containsExactly("timeline.day");
  }

  @Test
  void tellsEveryFaultAtOnce() {
    ProblemException problem =
        refused(
            () ->
                timeline(
                    "type",
                    "nothing",
                    "actor_type",
                    "robot",
                    "date_from",
                    "2026-02-30",
                    "per_page",
                    "101",
                    "page",
                    "-1",
                    "cursor",
                    "x",
                    "colour",
                    "blue"));
    assertThat(problem.kind()).isEqualTo(Kind.BAD_REQUEST);
    assertThat(problem.violations())
        .extracting(Violation::field)
        .contains("type", "actor_type", "date_from", "per_page", "page", "cursor", "colour");
    assertThat(problem.violations())
        .allSatisfy(found -> assertThat(found.message().in(Locale.CANADA_FRENCH)).isNotBlank());
  }

  @Test
  void refusesPagesTooDeepAndDatesTheWrongWayRound() {
    assertThat(refused(() -> timeline("page", "5002")).violations())
        .extracting(Violation::code)
        .containsExactly("timeline.page");
    assertThat(timeline("page", "5001").page().page()).isEqualTo(5001);
    assertThat(
            refused(() -> timeline("date_from", "2026-02-01", "date_to", "2026-01-01"))
                .violations())
        .extracting(Violation::code)
        .containsExactly("timeline.dates_reversed");
  }

  @Test
  void refusesACursorOfOtherFilters() {
    String cursor = Cursor.of(Direction.OLDER, null, TimelineQuery.of(7)).encode();
    assertThat(timeline("cursor", cursor).page().cursor()).isEqualTo(cursor);
    assertThat(refused(() -> timeline("cursor", cursor, "type", "note")).violations())
        .extracting(Violation::code)
        .containsExactly("timeline.cursor_of_other_query");
    assertThat(refused(() -> timeline("cursor", cursor, "page", "2")).violations())
        .extracting(Violation::code)
        .containsExactly("timeline.page_and_cursor");
  }

  @Test
  void aPeriodIsOfTheCustomersDay() {
    TimelineRequest month =
        TimelineRequest.activity(
            7,
            parameters("period", "month", "search", "frein"),
            zone -> LocalDate.of(2026, 2, 15),
            ZONE);
    assertThat(month.query().from()).isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(month.query().to()).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(month.query().words()).isEqualTo("frein");
    assertThat(
            refused(
                    () ->
                        TimelineRequest.activity(
                            7,
                            parameters("period", "month", "date_to", "2026-01-01"),
                            zone -> LocalDate.of(2026, 2, 15),
                            ZONE))
                .violations())
        .extracting(Violation::code)
        .containsExactly("timeline.period_and_dates");
    assertThat(
            refused(
                    () ->
                        TimelineRequest.activity(
                            7,
                            parameters("search", "frein", "q", "pneu"),
                            zone -> LocalDate.of(2026, 2, 15),
                            ZONE))
                .violations())
        .extracting(Violation::code)
        .containsExactly("timeline.search_and_q");
  }

  @Test
  void readsABodyInTheNamesOfTheBrief() {
    NewActivity activity =
        body(
            "{\"activity_type\":\"note\",\"title\":\"Rappeler 😀\",\"description\":\"<b>\","
                + "\"metadata\":{\"a\":[1]},\"reference_id\":5,\"reference_table\":\"invoices\","
                + "\"actor_id\":3,\"created_at\":\"2026-01-01T00:00:00-05:00\"}");
    assertThat(activity.type()).isEqualTo(ActivityType.NOTE);
    assertThat(activity.title()).isEqualTo("Rappeler 😀");
    assertThat(activity.metadata()).isEqualTo("{\"a\":[1]}");
    assertThat(activity.reference()).isEqualTo(new HostReference("invoices", 5));
    assertThat(activity.actor()).isEqualTo(new NewActivity.Actor(ActorType.USER, 3L));
    assertThat(activity.occurredAt()).isEqualTo(Instant.parse("2026-01-01T05:00:00Z"));
  }

  @Test
  void tellsEveryFaultOfABodyAtOnce() {
    ProblemException problem =
        refused(
            () ->
                body(
                    "{\"activity_type\":\"x\",\"description\":7,\"metadata\":[],"
                        + "\"reference_table\":\"invoices\",\"actor_type\":\"robot\","
                        + "\"created_at\":\"hier\",\"colour\":1}"));
    assertThat(problem.kind()).isEqualTo(Kind.REFUSED);
    assertThat(problem.violations())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "activity_type",
            "title",
            "description",
            "metadata",
            "reference_id",
            "actor_type",
            "created_at",
            "colour");
  }

  @Test
  void aRepeatSaysTheSame() {
    NewActivity sent =
        body("{\"activity_type\":\"note\",\"title\":\"t\",\"metadata\":{\"b\":1,\"a\":2.0}}");
    Activity stands =
        new Activity(
            1,
            7,
            ActivityType.NOTE,
            "t",
            null,
            "{\"a\": 2, \"b\": 1}",
            ActorType.USER,
            1L,
            null,
            null,
            null,
            Instant.EPOCH);
    assertThat(ActivityBody.says(stands, sent)).isTrue();
    assertThat(ActivityBody.says(stands, body("{\"activity_type\":\"note\",\"title\":\"u\"}")))
        .isFalse();
  }
}
