package com.chronotech.customer360.itests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.chronotech.customer360.itests.support.Configurations;
import com.chronotech.customer360.itests.support.EveryServer;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Session;
import com.chronotech.customer360.platform.caller.Sessions;
import com.chronotech.customer360.platform.core.caller.SecurityConfiguration;
import com.chronotech.customer360.platform.core.session.KeptSessions;
import com.chronotech.customer360.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** A sign-in that lasts, on whatever node, and no longer than it should. */
class SessionsTest {
  private static final Instant BEGIN = Instant.parse("2026-11-26T12:00:00.123456Z");
  private static final Caller ZOE =
      new Caller("zoé😀", OptionalLong.of(7), Set.of("technician", "chef d'atelier"), Locale.US);

  private static Instant minutes(int minutes) {
    return BEGIN.plus(Duration.ofMinutes(minutes));
  }

  @EveryServer
  void aSessionHoldsOnEveryNodeAndItsTokenIsNotKept(TestPlatform platform) {
    platform.clock().set(BEGIN);
    KeptSessions here = platform.sessions(Map.of());
    KeptSessions there = platform.sessions(Map.of());
    Sessions.Opened opened = here.open(ZOE);

    Session session = there.find(opened.token()).orElseThrow();
    assertThat(session).isEqualTo(opened.session());
    assertThat(session).isEqualTo(new Session(ZOE, BEGIN, minutes(30), minutes(600)));
    assertThat(opened.toString()).doesNotContain(opened.token());
    assertThat(
            platform
                .database()
                .number(
                    "select count(*) from c360_session where token_hash = unhex(sha2('"
                        + opened.token()
                        + "', 256))"))
        .isEqualTo(1);

    Caller bare = Caller.service("a.module");
    assertThat(there.find(here.open(bare).token()).map(Session::caller)).contains(bare);
    assertThat(there.find("A".repeat(43))).isEmpty();
    assertThat(there.find("nonsense")).isEmpty();
    assertThat(there.find(null)).isEmpty();
  }

  @EveryServer
  void anEndHoldsAtOnceHereAndSoonElsewhere(TestPlatform platform) {
    platform.clock().set(BEGIN);
    KeptSessions here = platform.sessions(Map.of());
    KeptSessions there = platform.sessions(Map.of());
    String token = here.open(ZOE).token();
    assertThat(here.find(token)).isPresent();
    assertThat(there.find(token)).isPresent();

    here.end(token);
    assertThat(here.find(token)).isEmpty();
    assertThat(platform.sessions(Map.of()).find(token)).isEmpty();
    platform.clock().set(BEGIN.plusSeconds(5));
    assertThat(there.find(token)).isEmpty();
    here.end(token);
  }

  @EveryServer
  void useIsNotedOnceAMinuteAndIdlenessEnds(TestPlatform platform) {
    platform.clock().set(BEGIN);
    KeptSessions here = platform.sessions(Map.of());
    KeptSessions there = platform.sessions(Map.of());
    String token = here.open(ZOE).token();
    platform.clock().set(BEGIN.plusSeconds(59));
    platform.statements().takeMine();
    assertThat(here.find(token).orElseThrow().idleEndsAt()).isEqualTo(minutes(30));
    assertThat(here.find(token)).isPresent();
    assertThat(platform.statements().takeMine())
        .hasSize(1)
        .allMatch(sql -> sql.startsWith("select"));
    platform.clock().set(minutes(29));
    assertThat(here.find(token).orElseThrow().idleEndsAt()).isEqualTo(minutes(59));
    platform.clock().set(minutes(58));
    assertThat(there.find(token).orElseThrow().idleEndsAt()).isEqualTo(minutes(88));
    platform.clock().set(minutes(88));
    assertThat(here.find(token)).isEmpty();
    assertThat(there.find(token)).isEmpty();
  }

  @EveryServer
  void aSessionEndsHoweverMuchItIsUsed(TestPlatform platform) {
    platform.clock().set(BEGIN);
    KeptSessions sessions = platform.sessions(Map.of("session_absolute_hours", 1));
    String token = sessions.open(ZOE).token();
    for (int minute = 20; minute < 60; minute += 20) {
      platform.clock().set(minutes(minute));
      assertThat(sessions.find(token)).isPresent();
    }
    platform.clock().set(minutes(60));
    assertThat(sessions.find(token)).isEmpty();
  }

  @EveryServer
  void aShorterLifeEndsWhatIsOpen(TestPlatform platform) {
    platform.clock().set(BEGIN);
    String token = platform.sessions(Map.of()).open(ZOE).token();
    platform.clock().set(minutes(10));
    KeptSessions shorter = platform.sessions(Map.of("session_idle_minutes", 10));
    assertThat(shorter.find(token)).isEmpty();
    assertThat(platform.sessions(Map.of()).find(token)).isPresent();
  }

  @EveryServer
  void theLanguageIsKept(TestPlatform platform) {
    platform.clock().set(BEGIN);
    KeptSessions here = platform.sessions(Map.of());
    String token = here.open(ZOE).token();
    Locale longest = Locale.forLanguageTag("fr-CA-x-" + "abcdefgh-".repeat(6) + "z");
    assertThat(here.speak(token, longest).orElseThrow().caller().locale())
        .isEqualTo(Locale.CANADA_FRENCH);
    assertThat(platform.sessions(Map.of()).find(token).orElseThrow().caller())
        .isEqualTo(ZOE.speaking(Locale.CANADA_FRENCH));
    assertThat(here.speak("A".repeat(43), Locale.US)).isEmpty();
  }

  @EveryServer
  void everySessionOfANameIsEnded(TestPlatform platform) {
    platform.clock().set(BEGIN);
    KeptSessions sessions = platform.sessions(Map.of());
    String first = sessions.open(Caller.user("bob", 1, "staff")).token();
    String second = sessions.open(Caller.user("Bob", 1, "staff")).token();
    String other = sessions.open(Caller.user("bobby", 2, "staff")).token();
    assertThat(sessions.find(first)).isPresent();

    assertThat(sessions.endAll("bob")).isEqualTo(2);
    assertThat(sessions.find(first)).isEmpty();
    assertThat(sessions.find(second)).isEmpty();
    assertThat(sessions.find(other)).isPresent();
    assertThat(sessions.endAll("bob")).isZero();
  }

  @EveryServer
  void whatHasEndedIsSwept(TestPlatform platform) {
    platform.clock().set(BEGIN);
    KeptSessions sessions = platform.sessions(Map.of());
    platform.database().script("delete from c360_session");
    String young = sessions.open(ZOE).token();
    for (int i = 0; i < 10; i++) {
      sessions.open(ZOE);
    }
    platform
        .database()
        .script(
            "update c360_session set last_seen_at = '2026-11-26 11:30:00' where token_hash <>"
                + " unhex(sha2('"
                + young
                + "', 256))");
    platform
        .database()
        .script(
            "insert into c360_session select unhex(sha2(concat('old', a.n, '-', b.n, c.n), 256)),"
                + " 'old', null, '', 'fr-CA', '2026-11-26 01:00:00', '2026-11-26 01:00:00',"
                + " '2026-11-26 11:00:00' from "
                + numbers("a")
                + ", "
                + numbers("b")
                + ", "
                + numbers("c"));
    assertThat(sessions.sweep()).isEqualTo(1010);
    assertThat(sessions.sweep()).isZero();
    assertThat(platform.sessions(Map.of()).find(young)).isPresent();
  }

  private static String numbers(String name) {
    return "(select 0 as n union select 1 union select 2 union select 3 union select 4 union select"
        + " 5 union select 6 union select 7 union select 8 union select 9) "
        + name;
  }

  @EveryServer
  void nobodyIsBelievedForWantOfADatabase(TestPlatform platform) {
    KeptSessions sessions = platform.sessions(Map.of());
    String token = sessions.open(ZOE).token();
    assertThat(sessions.find(token)).isPresent();
    KeptSessions without =
        new KeptSessions(
            Configurations.of(SecurityConfiguration.class, Map.of()), platform.clock());
    assertThat(without.sweep()).isZero();
    assertThatThrownBy(() -> without.find(token))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.UNAVAILABLE));
    assertThatThrownBy(() -> without.open(ZOE)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> without.end(token)).isInstanceOf(ProblemException.class);
  }

  @EveryServer
  void namesHaveTheirLength(TestPlatform platform) {
    KeptSessions sessions = platform.sessions(Map.of());
    Caller longest = Caller.user("😀".repeat(255), 1, "staff");
    assertThat(sessions.find(sessions.open(longest).token()).map(Session::caller))
        .contains(longest);
    assertThatThrownBy(() -> sessions.open(Caller.user("x".repeat(256), 1, "staff")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
