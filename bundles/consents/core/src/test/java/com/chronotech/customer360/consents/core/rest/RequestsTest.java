package com.chronotech.customer360.consents.core.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.Guardian;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.consents.NoticeService.NewNotice;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.ProblemException.Kind;
import com.chronotech.customer360.platform.rest.JsonBody;
import com.chronotech.customer360.platform.rest.Parameters;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import org.junit.jupiter.api.Test;

class RequestsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private static JsonBody body(String json) {
    return JsonBody.read(json.getBytes(StandardCharsets.UTF_8), ConsentBody.MAX_BYTES);
  }

  private static NewConsent consent(String json) {
    return ConsentBody.read(7, body(json), "203.0.113.7", NOW);
  }

  private static List<String> faults(Runnable work, Kind kind) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, work::run);
    assertThat(refused.kind()).isEqualTo(kind);
    return refused.violations().stream().map(fault -> fault.field() + " " + fault.code()).toList();
  }

  private static Parameters parameters(String... namesAndValues) {
    MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      sent.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Parameters.of(
        (UriInfo)
            Proxy.newProxyInstance(
                RequestsTest.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> sent));
  }

  @Test
  void readsTheBriefsBody() {
    assertThat(
            consent(
                "{\"consent_type\":\"marketing_email\",\"is_granted\":true,"
                    + "\"source\":\"web_form\"}"))
        .isEqualTo(
            NewConsent.of(7, ConsentType.MARKETING_EMAIL, Decision.GRANTED, "web_form")
                .ipAddress("203.0.113.7")
                .build());
    assertThat(
            consent("{\"consent_type\":\"analytics\",\"is_granted\":false,\"source\":\"x\"}")
                .decision())
        .isEqualTo(Decision.REFUSED);
  }

  @Test
  void readsAllThatProvesIt() {
    NewConsent read =
        consent(
            "{\"consent_type\":\"profiling\",\"is_granted\":true,\"source\":\"counter\","
                + "\"notice_version\":\"1.0\",\"language\":\"fr-CA\",\"channel\":\"phone\","
                + "\"occurred_at\":\"2026-05-31T08:00:00-04:00\","
                + "\"expires_at\":\"2027-01-01T00:00:00Z\",\"evidence\":{\"call\":12},"
                + "\"birth_date\":\"2015-01-02\","
                + "\"guardian\":{\"name\":\"Anne\",\"relationship\":\"mother\",\"contact\":null}}");
    assertThat(read.channel()).isEqualTo(Channel.PHONE);
    assertThat(read.noticeVersion()).isEqualTo("1.0");
    assertThat(read.occurredAt()).isEqualTo("2026-05-31T12:00:00Z");
    assertThat(read.expiresAt()).isEqualTo("2027-01-01T00:00:00Z");
    assertThat(read.evidence()).isEqualTo("{\"call\":12}");
    assertThat(read.guardian()).isEqualTo(new Guardian("Anne", "mother", null));
    assertThat(read.birthDate()).isEqualTo(LocalDate.of(2015, 1, 2));
  }

  @Test
  void nothingIsTickedBeforehand() {
    for (String choice : List.of("", "\"is_granted\":null,")) {
      assertThat(
              faults(
                  () -> consent("{" + choice + "\"consent_type\":\"analytics\",\"source\":\"x\"}"),
                  Kind.REFUSED))
          .containsExactly("is_granted field.required");
    }
    assertThat(
            faults(
                () ->
                    consent(
                        "{\"is_granted\":\"true\",\"consent_type\":\"analytics\","
                            + "\"source\":\"x\"}"),
                Kind.REFUSED))
        .containsExactly("is_granted field.not_a_boolean");
  }

  @Test
  void aClientNeverSuppliesTheWordingNorWhereItIs() {
    assertThat(
            faults(
                () ->
                    consent(
                        "{\"is_granted\":true,\"consent_type\":\"marketing\",\"source\":\"x\","
                            + "\"text\":\"I agree\",\"ip_address\":\"10.0.0.1\","
                            + "\"channel\":\"pigeon\"}"),
                Kind.REFUSED))
        .containsExactlyInAnyOrder(
            "consent_type consents.unknown_type",
            "channel consents.unknown_channel",
            "text field.unknown",
            "ip_address field.unknown");
  }

  @Test
  void withdrawingNeedsNoMoreThanOneCall() {
    NewConsent plain =
        ConsentBody.revocation(
            7, ConsentType.ANALYTICS, JsonBody.readOptional(null, 100), null, NOW);
    assertThat(plain)
        .isEqualTo(NewConsent.of(7, ConsentType.ANALYTICS, Decision.REVOKED, "api").build());
    NewConsent said =
        ConsentBody.revocation(
            7,
            ConsentType.ANALYTICS,
            body("{\"source\":\"call\",\"reason\":\"trop de \\\"courriels\\\"\"}"),
            null,
            NOW);
    assertThat(said.evidence()).isEqualTo("{\"reason\":\"trop de \\\"courriels\\\"\"}");
    assertThat(said.source()).isEqualTo("call");
  }

  @Test
  void readsAQuestion() {
    assertThat(
            Ask.question(
                7,
                parameters(
                    "type",
                    "marketing_sms",
                    "at",
                    "2026-01-01T00:00:00Z",
                    "channel",
                    "sms",
                    "message_class",
                    "commercial")))
        .isEqualTo(
            new ConsentQuestion(
                7,
                ConsentType.MARKETING_SMS,
                Instant.parse("2026-01-01T00:00:00Z"),
                Channel.SMS,
                MessageClass.COMMERCIAL));
    assertThat(
            faults(
                () -> Ask.question(7, parameters("channel", "x", "message_class", "y", "z", "1")),
                Kind.BAD_REQUEST))
        .containsExactlyInAnyOrder(
            "type consents.parameter_required",
            "channel consents.unknown_channel",
            "message_class consents.unknown_message_class",
            "z parameter.unknown");
  }

  @Test
  void readsTimesByTheCalendarAndByTheClock() {
    assertThat(after("P30D")).isEqualTo("2026-07-01T12:00:00Z");
    assertThat(after("P1M")).isEqualTo("2026-07-01T12:00:00Z");
    assertThat(after("PT36H")).isEqualTo("2026-06-03T00:00:00Z");
    for (String bad : List.of("30 days", "-P1D", "P200Y", "P999999999999D")) {
      assertThat(
              faults(
                  () -> {
                    Parameters parameters = parameters("within", bad);
                    Ask.after(parameters, "within", NOW);
                    parameters.check();
                  },
                  Kind.BAD_REQUEST))
          .as(bad)
          .containsExactly("within consents.within");
    }
  }

  private static Instant after(String text) {
    return Ask.after(parameters("within", text), "within", NOW);
  }

  @Test
  void readsACampaign() {
    FilterBody filter =
        FilterBody.read(
            body(
                "{\"customer_ids\":[3,1],\"consent_type\":\"marketing_email\","
                    + "\"message_class\":\"commercial\"}"),
            10);
    assertThat(filter.customerIds()).containsExactly(3L, 1L);
    for (String ids : List.of("[1,2,3]", "[0]", "null")) {
      assertThat(
              faults(
                  () ->
                      FilterBody.read(
                          body(
                              "{\"customer_ids\":"
                                  + ids
                                  + ",\"consent_type\":\"marketing_email\"}"),
                          2),
                  Kind.REFUSED))
          .as(ids)
          .containsExactly("customer_ids consents.customer_ids");
    }
    assertThat(
            faults(
                () ->
                    FilterBody.read(
                        body("{\"customer_ids\":[\"1\"],\"consent_type\":\"analytics\"}"), 2),
                Kind.REFUSED))
        .containsExactly("customer_ids field.not_numbers");
  }

  @Test
  void readsANotice() {
    NewNotice notice =
        NoticeBody.read(
            body(
                "{\"consent_type\":\"analytics\",\"version\":\"1.0\",\"validity_months\":24,"
                    + "\"texts\":[{\"language\":\"fr-CA\",\"title\":\"t\",\"body\":\"b\"}]}"));
    assertThat(notice.texts()).isEqualTo(Map.of("fr-CA", new NewNotice.Wording("t", "b")));
    assertThat(notice.validityMonths()).isEqualTo(24);
    assertThat(notice.retentionMonths()).isNull();
  }

  private static HttpServletRequest request(String remote, String forwarded) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            RequestsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                method.getName().equals("getHeader") ? forwarded : remote);
  }

  @Test
  void believesAForwardedAddressOfOurProxyAlone() {
    HttpServletRequest request = request("10.0.0.2", "198.51.100.9, 203.0.113.7");
    assertThat(ClientAddress.of(request, false)).isEqualTo("10.0.0.2");
    assertThat(ClientAddress.of(request, true)).isEqualTo("203.0.113.7");
    assertThat(ClientAddress.of(request("[2001:DB8::7%eth0]", null), true))
        .isEqualTo("2001:db8::7");
    assertThat(ClientAddress.of(request("10.0.0.2", "<script>"), true)).isNull();
  }
}
