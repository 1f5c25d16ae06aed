package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

class SecondFamilyTest {
  private final List<Class<?>> registered = new ArrayList<>();
  private final List<ServiceListener> listeners = new ArrayList<>();

  /** As most resources are written. */
  @Path("api/customer360/{id: [0-9]{1,18}}/revenue-chart")
  public static final class Chart {}

  /** With names on the methods. */
  @Path("/api/customer360/{id: [0-9]{1,18}}")
  public static final class Sections {
    /** One of them. */
    @GET
    @Path("sections/{section: [^/]{1,64}}")
    public String section() {
      return "";
    }
  }

  /** Of the first family. */
  @Path("customers/{id: [0-9]{1,18}}/timeline")
  public static final class Timeline {}

  /** Of no customer. */
  @Path("api/customer360/analytics/fleet")
  public static final class Fleet {}

  @Test
  void whatResourcesNameUnderACustomerHasAnAlias() throws Exception {
    registered.addAll(List.of(Chart.class, Sections.class, Timeline.class, Fleet.class));
    SecondFamily family = new SecondFamily(context());
    assertThat(family.behind("/api/customers/7/revenue-chart"))
        .contains("/api/customer360/7/revenue-chart");
    assertThat(family.behind("api/customers/7/sections/consents"))
        .contains("api/customer360/7/sections/consents");
    assertThat(family.behind("/api/customers/7/sections/a%2Fb"))
        .contains("/api/customer360/7/sections/a%2Fb");
  }

  @Test
  void whatOthersHaveIsLeftToThem() throws Exception {
    registered.addAll(List.of(Chart.class, Timeline.class, Fleet.class));
    SecondFamily family = new SecondFamily(context());
    for (String path :
        List.of(
            "/api/customers/7/orders",
            "/api/customers/7",
            "/api/customers/7/",
            "/api/customers/x/revenue-chart",
            "/api/customers/7/timeline",
            "/api/customers/7/fleet",
            "/api/customers/revenue-chart",
            "/other/api/customers/7/revenue-chart",
            "/api/customer360/7/revenue-chart")) {
      assertThat(family.behind(path)).as(path).isEmpty();
    }
  }

  @Test
  void aDomainThatComesBringsItsAliases() throws Exception {
    SecondFamily family = new SecondFamily(context());
    assertThat(family.behind("/api/customers/7/revenue-chart")).isEmpty();
    registered.add(Chart.class);
    listeners
        .get(0)
        .serviceChanged(new ServiceEvent(ServiceEvent.REGISTERED, reference(Chart.class)));
    assertThat(family.behind("/api/customers/7/revenue-chart")).isPresent();
    family.stop();
    assertThat(listeners).isEmpty();
  }

  private BundleContext context() {
    return proxy(
        BundleContext.class,
        (method, arguments) ->
            switch (method) {
              case "addServiceListener" -> listeners.add((ServiceListener) arguments[0]);
              case "removeServiceListener" -> listeners.remove((ServiceListener) arguments[0]);
              case "getAllServiceReferences" ->
                  registered.stream()
                      .map(SecondFamilyTest::reference)
                      .toArray(ServiceReference<?>[]::new);
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private static ServiceReference<?> reference(Class<?> resource) {
    Bundle bundle =
        proxy(Bundle.class, (method, arguments) -> Class.forName((String) arguments[0]));
    return new ServiceReference<>() {
      @Override
      public Object getProperty(String key) {
        return new String[] {resource.getName()};
      }

      @Override
      public String[] getPropertyKeys() {
        return new String[0];
      }

      @Override
      public Bundle getBundle() {
        return bundle;
      }

      @Override
      public Bundle[] getUsingBundles() {
        return new Bundle[0];
      }

      @Override
      public boolean isAssignableTo(Bundle other, String className) {
        return true;
      }

      @Override
      public int compareTo(Object other) {
        return 0;
      }

      @Override
      public Dictionary<String, Object> getProperties() {
        throw new UnsupportedOperationException();
      }
    };
  }

  private interface Answer {
    Object of(String method, Object[] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            SecondFamilyTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object result = answer.of(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : result;
            }));
  }
}
