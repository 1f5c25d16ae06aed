package com.chronotech.customer360.itests.support;

import java.util.List;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Keeps what is posted. */
record EventLog(List<Event> posted) implements EventAdmin {
  @Override
  public void postEvent(Event event) {
    posted.add(event);
  }

  @Override
  public void sendEvent(Event event) {
    posted.add(event);
  }
}
