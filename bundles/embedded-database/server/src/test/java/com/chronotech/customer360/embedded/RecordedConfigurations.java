package com.chronotech.customer360.embedded;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A Configuration Admin with one configuration, which tells what was done to it. */
final class RecordedConfigurations {
  private final BlockingQueue<Dictionary<String, Object>> updates = new ArrayBlockingQueue<>(10);
  private volatile Dictionary<String, Object> properties;

  ConfigurationAdmin admin() {
    Configuration configuration =
        proxy(
            Configuration.class,
            (method, arguments) -> {
              switch (method) {
                case "update" -> store(arguments);
                case "delete" -> properties = null;
                default -> {}
              }
              return method.equals("getProperties") ? properties : null;
            });
    return proxy(ConfigurationAdmin.class, (method, arguments) -> configuration);
  }

  void properties(Dictionary<String, Object> standing) {
    properties = standing;
  }

  Dictionary<String, Object> properties() {
    return properties;
  }

  /** The next configuration that is published; fails after a minute. */
  Dictionary<String, Object> published() throws InterruptedException {
    Dictionary<String, Object> next = updates.poll(60, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was published");
    }
    return next;
  }

  // The interface takes a Dictionary<String, ?>.
  @SuppressWarnings("unchecked")
  private void store(Object[] arguments) {
    properties = (Dictionary<String, Object>) arguments[0];
    updates.add(properties);
  }

  private interface Call {
    Object answer(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.answer(method.getName(), arguments)));
  }
}
