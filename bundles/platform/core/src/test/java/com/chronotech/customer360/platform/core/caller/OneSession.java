package com.chronotech.customer360.platform.core.caller;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Session;
import com.chronotech.customer360.platform.caller.Sessions;
import java.util.Locale;
import java.util.Optional;

/** The only session that there is, while it is. */
final class OneSession implements Sessions {
  private final String token;
  private final Session session;
  private boolean ended;

  OneSession(String token, Session session) {
    this.token = token;
    this.session = session;
  }

  @Override
  public Optional<Session> find(String asked) {
    return asked.equals(token) && !ended ? Optional.of(session) : Optional.empty();
  }

  @Override
  public void end(String asked) {
    ended = true;
  }

  @Override
  public Opened open(Caller caller) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Session> speak(String asked, Locale language) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int endAll(String name) {
    throw new UnsupportedOperationException();
  }
}
