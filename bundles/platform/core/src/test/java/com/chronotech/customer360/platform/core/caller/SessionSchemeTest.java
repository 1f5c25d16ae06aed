package com.chronotech.customer360.platform.core.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Session;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionSchemeTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private final Caller zoe = Caller.user("zoé", 7, "technician").speaking(Locale.CANADA);
  private final OneSession sessions = new OneSession("t", new Session(zoe, NOW, NOW, NOW));
  private final HeaderAuthenticator authenticator =
      HeaderAuthenticator.over(
          (name, password) -> Optional.empty(),
          TestSecurity.withKey(""),
          Clock.systemUTC(),
          sessions);

  @Test
  void aSessionIsBelievedAsLongAsItStands() {
    assertThat(authenticator.authenticate("Session t", null)).contains(zoe);
    assertThat(authenticator.authenticate("session  t ", "fr"))
        .contains(zoe.speaking(Locale.CANADA_FRENCH));
    assertThat(authenticator.authenticate("Session u", null)).isEmpty();
    assertThat(authenticator.authenticate("Sessiont", null)).isEmpty();
    sessions.end("t");
    assertThat(authenticator.authenticate("Session t", null)).as("remembered").isEmpty();
  }

  @Test
  void aSessionThatWasNotProvenIsRefused() {
    assertThatThrownBy(() -> authenticator.authenticate("Session", null))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemException.Kind.FORBIDDEN);
              assertThat(problem.code()).isEqualTo("session.csrf");
              assertThat(problem.text().in(Locale.CANADA_FRENCH)).contains("Rechargez la page");
            });
  }
}
