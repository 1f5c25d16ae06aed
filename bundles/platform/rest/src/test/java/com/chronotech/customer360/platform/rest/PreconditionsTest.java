package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.platform.problem.ProblemException;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.core.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {
  private static final String TAG = Answers.tagOf(Map.of("a", 1));
  private static final String OPAQUE = TAG.substring(2);

  @Test
  void aRequestWithoutThemPasses() {
    Preconditions.require(wanting(null), TAG);
    Preconditions.require(wanting(null), null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", " * ", "W/TAG", "TAG", "\"a,b\", W/TAG", "W/\"x\",TAG,\"y\"", "  TAG "})
  void whatStandsIsMatchedWeakly(String wanted) {
    assertThatCode(() -> Preconditions.require(wanting(wanted.replace("TAG", OPAQUE)), TAG))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "W/\"other\"", "\"*\"", "TAG TAG", "x TAG", "\"open", "\"a, TAG"})
  void anythingElseIsStale(String wanted) {
    assertThatThrownBy(() -> Preconditions.require(wanting(wanted.replace("TAG", OPAQUE)), TAG))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.kind().status()).isEqualTo(412);
              assertThat(problem.code()).isEqualTo("request.stale");
              assertThat(problem.text().in(Locale.CANADA_FRENCH)).contains("a changé");
              assertThat(problem.text().in(Locale.CANADA)).contains("has changed");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"x\""})
  void nothingMatchesWhatDoesNotStand(String wanted) {
    assertThatThrownBy(() -> Preconditions.require(wanting(wanted), null))
        .isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "W/\"abc\"", "\"abc.1f-2\"", "W/\"x\", W/\"abc.99-1\""})
  void aStateIsMatchedWhateverSurroundedIt(String wanted) {
    assertThatCode(() -> Preconditions.requireState(wanting(wanted), "abc"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"abcd\"", "W/\"abd.1f-2\"", "\"1f-2\"", "\"x.abc\""})
  void anotherStateIsStale(String wanted) {
    assertThatThrownBy(() -> Preconditions.requireState(wanting(wanted), "abc"))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aReadNamesItsStateAndItsBytes() {
    String one = tagOf(1);
    assertThat(one).startsWith("W/\"abc.").isNotEqualTo(tagOf(2));
    assertThatCode(() -> Preconditions.requireState(wanting(one), "abc"))
        .doesNotThrowAnyException();
  }

  private static String tagOf(int value) {
    return Answers.ok(wanting(null), Map.of("a", value), null, "abc")
        .getHeaderString(HttpHeaders.ETAG);
  }

  private static HttpHeaders wanting(String ifMatch) {
    return (HttpHeaders)
        Proxy.newProxyInstance(
            PreconditionsTest.class.getClassLoader(),
            new Class<?>[] {HttpHeaders.class},
            (self, method, arguments) -> "If-Match".equals(arguments[0]) ? ifMatch : null);
  }
}
