package com.chronotech.customer360.consents.core.event;

import com.chronotech.customer360.consents.ConsentEvent;
import com.chronotech.customer360.consents.core.AnswerCache;
import com.chronotech.customer360.consents.core.model.ChangedMessage;
import com.chronotech.customer360.platform.event.OutboxListener;
import com.chronotech.customer360.platform.event.OutboxMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/**
 * Hears of changed consents from the outbox: this node forgets what it remembered of those
 * customers, then tells EventAdmin.
 */
@Component(
    service = OutboxListener.class,
    immediate = true,
    property = OutboxListener.TOPIC + "=" + ChangedMessage.TOPIC)
public final class ChangedEvents implements OutboxListener {
  private final AnswerCache cache;
  private final EventAdmin eventAdmin;

  /** Creates the listener. */
  @Activate
  public ChangedEvents(@Reference AnswerCache cache, @Reference EventAdmin eventAdmin) {
    this.cache = cache;
    this.eventAdmin = eventAdmin;
  }

  @Override
  public void onMessages(List<OutboxMessage> messages) {
    List<ConsentEvent> events =
        messages.stream()
            .flatMap(message -> ChangedMessage.parse(message.payload()).events().stream())
            .toList();
    Set<Long> customers = events.stream().map(ConsentEvent::customerId).collect(Collectors.toSet());
    cache.heard(customers);
    events.forEach(this::post);
  }

  private void post(ConsentEvent event) {
    eventAdmin.postEvent(
        new Event(
            ConsentEvent.TOPIC + event.state().code().toUpperCase(Locale.ROOT),
            Map.of(ConsentEvent.PROPERTY, event)));
  }
}
