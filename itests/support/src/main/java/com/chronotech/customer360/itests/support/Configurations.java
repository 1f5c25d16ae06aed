package com.chronotech.customer360.itests.support;

import java.lang.reflect.Proxy;
import java.util.Map;

/** What Declarative Services makes of a configuration file. */
public final class Configurations {
  private Configurations() {}

  /**
   * A component's configuration.
   *
   * @param type the annotation that declares it
   * @param values what differs from the defaults, by the annotation's method names
   */
  public static <A> A of(Class<A> type, Map<String, ?> values) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("annotationType")) {
                return type;
              }
              Object value = values.get(method.getName());
              return value != null ? value : method.getDefaultValue();
            }));
  }
}
