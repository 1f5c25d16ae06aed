package com.chronotech.customer360.platform.core.event;

import com.chronotech.customer360.platform.event.OutboxListener;
import com.chronotech.customer360.platform.event.OutboxMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of this node. Thread-safe. */
@Component(service = OutboxListeners.class)
public final class OutboxListeners {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxListeners.class);

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  private record Entry(String topic, OutboxListener listener) {}

  /** Creates an empty set of listeners. */
  @Activate
  public OutboxListeners() {}

  /** Adds a listener for the topic that its service properties name. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addListener(OutboxListener listener, Map<String, Object> properties) {
    if (properties.get(OutboxListener.TOPIC) instanceof String topic) {
      entries.add(new Entry(topic, listener));
    } else {
      LOG.error("{} has no property {}: it hears nothing", listener, OutboxListener.TOPIC);
    }
  }

  /** Removes a listener. */
  public void removeListener(OutboxListener listener) {
    entries.removeIf(entry -> entry.listener == listener);
  }

  /** Hands messages to those who listen to their topic. */
  void hand(List<OutboxMessage> messages) {
    for (Entry entry : entries) {
      List<OutboxMessage> wanted =
          messages.stream().filter(message -> message.topic().equals(entry.topic)).toList();
      if (!wanted.isEmpty()) {
        try {
          entry.listener.onMessages(wanted);
        } catch (RuntimeException | LinkageError e) {
          LOG.error(
              "{} failed on messages {} to {}",
              entry.listener,
              wanted.get(0).sequence(),
              wanted.get(wanted.size() - 1).sequence(),
              e);
        }
      }
    }
  }
}
