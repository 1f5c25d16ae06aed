package com.chronotech.customer360.platform.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Session;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionRulesTest {
  private static final Instant OPENED = Instant.parse("2026-11-26T12:00:00Z");
  private static final Caller ZOE = Caller.user("zoé", 7, "technician");

  private final SessionLife life = new SessionLife(Duration.ofMinutes(30), Duration.ofHours(10));

  private static Instant minutes(int minutes) {
    return OPENED.plus(Duration.ofMinutes(minutes));
  }

  private static SessionTable.Row row(Instant lastSeenAt, Instant endsAt) {
    return new SessionTable.Row(ZOE, OPENED, lastSeenAt, endsAt);
  }

  @Test
  void tokensCannotBeGuessedAndAreDigestedAlike() {
    Set<String> tokens = new HashSet<>();
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 1000; i++) {
      tokens.add(SessionToken.fresh(random));
    }
    assertThat(tokens).hasSize(1000).allMatch(token -> token.length() == 43);
    String token = tokens.iterator().next();
    ByteBuffer digest = SessionToken.digest(token).orElseThrow();
    assertThat(SessionToken.bytes(digest)).hasSize(32);
    assertThat(SessionToken.digest(token)).contains(digest);
    assertThat(new String(SessionToken.bytes(digest), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(token);
  }

  @Test
  void whatIsNoTokenIsNotLookedFor() {
    for (String other :
        new String[] {null, "", "x", "A".repeat(42), "A".repeat(44), "é".repeat(43)}) {
      assertThat(SessionToken.digest(other)).as("%s", other).isEmpty();
    }
  }

  @Test
  void aSessionEndsWhenItIsNotUsed() {
    Session session = life.of(row(minutes(10), minutes(600)));
    assertThat(session.idleEndsAt()).isEqualTo(minutes(40));
    assertThat(session.endsAt()).isEqualTo(minutes(600));
    assertThat(SessionLife.hasEnded(session, minutes(40).minusNanos(1))).isFalse();
    assertThat(SessionLife.hasEnded(session, minutes(40))).isTrue();
  }

  @Test
  void aSessionEndsHoweverMuchItIsUsed() {
    Session session = life.of(row(minutes(599), minutes(600)));
    assertThat(session.idleEndsAt()).isEqualTo(session.endsAt()).isEqualTo(minutes(600));
    assertThat(SessionLife.hasEnded(session, minutes(600))).isTrue();
  }

  @Test
  void aChangedConfigurationShortensAndNeverLengthens() {
    SessionLife shorter = new SessionLife(Duration.ofMinutes(5), Duration.ofHours(1));
    assertThat(shorter.of(row(minutes(59), minutes(600))).endsAt()).isEqualTo(minutes(60));
    SessionLife longer = new SessionLife(Duration.ofMinutes(30), Duration.ofHours(100));
    assertThat(longer.of(row(minutes(599), minutes(600))).endsAt()).isEqualTo(minutes(600));
  }

  @Test
  void theUseIsNotedSeldomButBeforeTheSessionEnds() {
    assertThat(life.isToBeNoted(OPENED, OPENED.plusSeconds(59))).isFalse();
    assertThat(life.isToBeNoted(OPENED, OPENED.plusSeconds(60))).isTrue();
    SessionLife shortest = new SessionLife(Duration.ofMinutes(1), Duration.ofHours(1));
    assertThat(shortest.isToBeNoted(OPENED, OPENED.plusSeconds(15))).isTrue();
  }

  @Test
  void nothingIsRememberedForLongOrBeyondAnEnding() {
    RecentSessions recent = new RecentSessions();
    ByteBuffer key = ByteBuffer.wrap(new byte[] {1});
    Session session = life.of(row(OPENED, minutes(600)));
    recent.remember(key, session, OPENED, recent.endings());
    assertThat(recent.find(key, OPENED.plusMillis(4999))).contains(session);
    assertThat(recent.find(key, OPENED.plusSeconds(5))).isEmpty();
    assertThat(recent.find(key, OPENED.minusSeconds(1))).as("the clock was set back").isEmpty();

    long before = recent.endings();
    recent.forget(key);
    assertThat(recent.find(key, OPENED)).isEmpty();
    recent.remember(key, session, OPENED, before);
    assertThat(recent.find(key, OPENED)).as("looked up before the end").isEmpty();

    Instant late = minutes(30).minusSeconds(1);
    recent.remember(key, session, late, recent.endings());
    assertThat(recent.find(key, late)).isPresent();
    assertThat(recent.find(key, minutes(30))).as("ended meanwhile").isEmpty();
  }

  @Test
  void theMemoryIsBounded() {
    RecentSessions recent = new RecentSessions();
    Session session = life.of(row(OPENED, minutes(600)));
    for (int i = 0; i < 10_050; i++) {
      recent.remember(ByteBuffer.allocate(4).putInt(0, i), session, OPENED, recent.endings());
    }
    assertThat(recent.size()).isLessThanOrEqualTo(10_000);
  }
}
