package com.chronotech.customer360.platform.core.session;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Session;
import com.chronotech.customer360.platform.caller.Sessions;
import com.chronotech.customer360.platform.core.caller.SecurityConfiguration;
import com.chronotech.customer360.platform.store.SqlFailures;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions of all nodes, which this one asks the database for. */
@Component(
    service = {Sessions.class, KeptSessions.class},
    configurationPid = "com.chronotech.customer360.security")
public final class KeptSessions implements Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final RecentSessions recent = new RecentSessions();
  private volatile SessionLife life;
  private volatile SessionStore store;

  /** Creates sessions, without a database yet. */
  @Activate
  public KeptSessions(SecurityConfiguration configuration, @Reference Clock clock) {
    this.life = SessionLife.of(configuration);
    this.clock = clock;
  }

  /** Puts a changed configuration in force. */
  @Modified
  void modified(SecurityConfiguration configuration) {
    life = SessionLife.of(configuration);
    recent.forgetIf(every -> true);
  }

  /** Takes a database into use. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindStore(SessionStore there) {
    store = there;
  }

  /** Goes on without it. */
  public void unbindStore(SessionStore gone) {
    if (store == gone) {
      store = null;
      recent.forgetIf(every -> true);
    }
  }

  @Override
  public Opened open(Caller caller) {
    if (caller.name().codePointCount(0, caller.name().length()) > MAX_NAME) {
      throw new IllegalArgumentException("the name has more than " + MAX_NAME + " characters");
    }
    Instant now = now();
    SessionLife lasting = life;
    SessionTable.Row row =
        new SessionTable.Row(
            caller.speaking(plain(caller.locale())), now, now, now.plus(lasting.absolute()));
    String token = SessionToken.fresh(random);
    store().insert(SessionToken.bytes(SessionToken.digest(token).orElseThrow()), row);
    return new Opened(token, lasting.of(row));
  }

  @Override
  public Optional<Session> find(String token) {
    return SessionToken.digest(token).flatMap(this::find);
  }

  private Optional<Session> find(ByteBuffer digest) {
    Instant now = now();
    Optional<Session> known = recent.find(digest, now);
    if (known.isPresent()) {
      return known;
    }
    long endings = recent.endings();
    SessionStore from = store();
    SessionLife lasting = life;
    Optional<SessionTable.Row> found =
        from.find(SessionToken.bytes(digest))
            .filter(row -> !SessionLife.hasEnded(lasting.of(row), now))
            .map(row -> lasting.isToBeNoted(row.lastSeenAt(), now) ? noted(digest, row, now) : row);
    Optional<Session> session = found.map(lasting::of);
    session.ifPresent(stands -> recent.remember(digest, stands, now, endings));
    return session;
  }

  private SessionTable.Row noted(ByteBuffer digest, SessionTable.Row row, Instant now) {
    try {
      store().seen(SessionToken.bytes(digest), now);
      return row.seenAt(now);
    } catch (RuntimeException e) {
      // A database that only reads for now signs nobody out.
      LOG.debug("the use of a session could not be noted", e);
      return row;
    }
  }

  @Override
  public Optional<Session> speak(String token, Locale language) {
    Optional<ByteBuffer> digest = SessionToken.digest(token);
    if (digest.flatMap(this::find).isEmpty()) {
      return Optional.empty();
    }
    store().speak(SessionToken.bytes(digest.get()), plain(language));
    recent.forget(digest.get());
    return find(digest.get());
  }

  @Override
  public void end(String token) {
    SessionToken.digest(token)
        .ifPresent(
            digest -> {
              store().delete(SessionToken.bytes(digest));
              recent.forget(digest);
            });
  }

  @Override
  public int endAll(String name) {
    int ended = store().deleteOf(name);
    // Which names the database takes for the same is its own to know.
    recent.forgetIf(every -> true);
    return ended;
  }

  /**
   * Deletes sessions that have ended, as long as there are many of them; those that ended for their
   * age go once they are idle too.
   *
   * @return how many that were
   */
  public int sweep() {
    SessionStore from = store;
    return from == null ? 0 : from.sweep(now().minus(life.idle()));
  }

  private SessionStore store() {
    SessionStore there = store;
    if (there == null) {
      throw SqlFailures.unavailable(null);
    }
    return there;
  }

  /** Without what clients add to a tag, which can be long. */
  private static Locale plain(Locale language) {
    return new Locale(language.getLanguage(), language.getCountry());
  }

  /** As the database can hold it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
