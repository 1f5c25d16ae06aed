package com.chronotech.customer360.timeline.core.event;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** Tells whether any handler is registered with EventAdmin that could want a topic. */
final class EventAudience implements BooleanSupplier {
  private final BundleContext context;
  private final String topic;

  EventAudience(BundleContext context, String topic) {
    this.context = context;
    this.topic = topic;
  }

  @Override
  public boolean getAsBoolean() {
    try {
      Collection<ServiceReference<EventHandler>> handlers =
          context.getServiceReferences(EventHandler.class, null);
      return handlers.stream()
          .anyMatch(handler -> wants(handler.getProperty(EventConstants.EVENT_TOPIC), topic));
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("no filter cannot be wrong", e);
    }
  }

  /**
   * Whether a handler's topics hold a topic.
   *
   * @param property a text, an array or a collection of texts, as EventAdmin takes them
   */
  static boolean wants(Object property, String topic) {
    List<?> topics =
        property instanceof String[] many
            ? Arrays.asList(many)
            : property instanceof Collection<?> many ? List.copyOf(many) : oneOrNone(property);
    return topics.stream().anyMatch(each -> matches(String.valueOf(each), topic));
  }

  private static List<?> oneOrNone(Object property) {
    return property == null ? List.of() : List.of(property);
  }

  private static boolean matches(String pattern, String topic) {
    return pattern.equals(topic)
        || pattern.equals("*")
        || (pattern.endsWith("/*") && topic.startsWith(pattern.substring(0, pattern.length() - 1)));
  }
}
