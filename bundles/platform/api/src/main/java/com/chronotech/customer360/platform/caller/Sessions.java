package com.chronotech.customer360.platform.caller;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sign-ins that last, for people in a browser. They lie in the database, so that one that was
 * opened on a node holds on all of them, and is known by a token of which the database has only the
 * digest. It ends when it was not used for some time, and after some more time whatever happens
 * ({@code session.idle.minutes} and {@code session.absolute.hours} of {@code
 * etc/com.chronotech.customer360.security.cfg}; lowered, they end open sessions too).
 *
 * <p>A node may remember for up to five seconds that a session stands: one that is ended holds no
 * longer at once on the node that ends it, and within five seconds on the others.
 *
 * <p>Published by the platform, also while the database is away; thread-safe. Every method but
 * {@link #find} writes in the current transaction, or in one of its own, and throws {@link
 * com.chronotech.customer360.platform.problem.ProblemException} of kind {@code UNAVAILABLE} while
 * the database is away: nobody is ever believed for want of it.
 */
@ProviderType
public interface Sessions {

  /** The scheme of an {@code Authorization} header that carries a token. */
  String SCHEME = "Session";

  /** The most characters (code points) of a caller's name. */
  int MAX_NAME = 255;

  /**
   * Opens a session for a caller whose credentials have been checked.
   *
   * @throws IllegalArgumentException when the caller's name is longer than {@link #MAX_NAME}
   */
  Opened open(Caller caller);

  /**
   * The session of a token, which counts as used by that; when it was used last is written at most
   * once a minute, and where it cannot be written the session merely ends earlier.
   *
   * @param token what the client sent; anything
   * @return empty for a token that is not known, and for a session that has ended
   * @throws com.chronotech.customer360.platform.problem.ProblemException of kind {@code
   *     UNAVAILABLE} while the database is away
   */
  Optional<Session> find(String token);

  /** Answers a session's caller in another language from now on; empty as {@link #find}. */
  Optional<Session> speak(String token, Locale language);

  /** Ends a session; without effect where there is none. */
  void end(String token);

  /**
   * Ends every session of a name, such as of somebody who may no longer sign in. Names are compared
   * without regard to case and accents: rather one session too many than one too few.
   *
   * @return how many were ended
   */
  int endAll(String name);

  /**
   * A session that was just opened.
   *
   * @param token 32 random bytes as base64url: the only time that it is told
   * @param session what it stands for
   */
  record Opened(String token, Session session) {
    /** Creates the answer; no argument may be null. */
    public Opened {
      Objects.requireNonNull(token, "token");
      Objects.requireNonNull(session, "session");
    }

    /** Leaves the token out, lest it stand in a log. */
    @Override
    public String toString() {
      return "Opened[session=" + session + "]";
    }
  }
}
