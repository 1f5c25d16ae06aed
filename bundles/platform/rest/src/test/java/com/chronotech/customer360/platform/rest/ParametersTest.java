package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.UriInfo;
import org.junit.jupiter.api.Test;

class ParametersTest {

  @Test
  void whatIsSentIsRead() {
    Parameters sent = of("page", "3", "from", "2026-02-28", "q", "été", "type", "a", "type", "b");
    assertThat(sent.integer("page", 1, 1, 100)).isEqualTo(3);
    assertThat(sent.date("from")).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(sent.text("q")).isEqualTo("été");
    assertThat(sent.each("type", Optional::of, "x")).containsExactly("a", "b");
    assertThat(sent.integer("per_page", 20, 1, 100)).isEqualTo(20);
    sent.check();
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    Parameters sent =
        of(
            "page",
            "0",
            "per_page",
            "1e3",
            "from",
            "2026-02-30",
            "type",
            "nope",
            "q",
            "a",
            "q",
            "b",
            "oops",
            "1");
    sent.integer("page", 1, 1, 100);
    sent.integer("per_page", 20, 1, 100);
    sent.date("from");
    sent.each("type", value -> Optional.empty(), "timeline.unknown_type");
    sent.text("q");
    assertThatThrownBy(sent::check)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.kind().status()).isEqualTo(400);
              assertThat(problem.violations())
                  .extracting(Violation::field, Violation::code)
                  .containsExactlyInAnyOrder(
                      tuple("page", "parameter.not_within"),
                      tuple("per_page", "parameter.not_within"),
                      tuple("from", "parameter.not_a_date"),
                      tuple("type", "timeline.unknown_type"),
                      tuple("q", "parameter.repeated"),
                      tuple("oops", "parameter.unknown"));
            });
  }

  @Test
  void furtherTypesAreRead() {
    Parameters sent = of("at", "2026-01-01T00:00:00-05:00", "dry_run", "true", "id", "9000000000");
    assertThat(sent.instant("at")).isEqualTo(Instant.parse("2026-01-01T05:00:00Z"));
    assertThat(sent.bool("dry_run")).isTrue();
    assertThat(sent.bool("absent")).isNull();
    assertThat(sent.number("id")).isEqualTo(9_000_000_000L);
    sent.check();
  }

  @Test
  void furtherTypesAreRefusedByName() {
    Parameters sent = of("at", "2026-01-01", "dry_run", "yes", "id", "1.5");
    assertThat(sent.instant("at")).isNull();
    assertThat(sent.bool("dry_run")).isNull();
    assertThat(sent.number("id")).isNull();
    assertThatThrownBy(sent::check)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.violations())
                    .extracting(Violation::field, Violation::code)
                    .containsExactly(
                        tuple("at", "parameter.not_an_instant"),
                        tuple("dry_run", "parameter.not_a_boolean"),
                        tuple("id", "parameter.not_a_number")))
        .hasMessageContaining("\"dry_run\" must be true or false");
  }

  @Test
  void allowedAndEmptyParametersPass() {
    Parameters sent = of("q", "", "cursor", "abc");
    assertThat(sent.text("q")).isNull();
    sent.allow("cursor").check();
  }

  private static Parameters of(String... pairs) {
    MultivaluedHashMap<String, String> query = new MultivaluedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      query.add(pairs[i], pairs[i + 1]);
    }
    return Parameters.of(
        (UriInfo)
            Proxy.newProxyInstance(
                ParametersTest.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (self, method, arguments) -> query));
  }
}
