package com.chronotech.customer360.platform.rest;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.Path;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The addresses under {@code /api/customer360/{id}/} that are there now, as their resources name
 * them. The host's own screens call the same under {@code /api/customers/{id}/}, where other
 * modules of the container may have resources of their own: only what we have is taken for ours.
 * Thread-safe.
 */
@Component(service = SecondFamily.class)
public final class SecondFamily {
  /** Where they lie. */
  public static final String PREFIX = "/api/customer360/";

  /** Where the host's screens look for them. */
  public static final String ALIAS = "/api/customers/";

  private static final String OURS = "com.chronotech.customer360.";
  private static final String RESOURCES = "(osgi.jaxrs.resource=true)";
  private static final Pattern ADDRESS =
      Pattern.compile("/?api/customer360/\\{id[^/]*\\}/([A-Za-z0-9_-]+).*");
  private static final Pattern CALLED =
      Pattern.compile("(/?)api/customers/([0-9]{1,18})/([A-Za-z0-9_-]+)((?:/.*)?)");

  private final BundleContext context;
  private final ServiceListener listener = event -> forget();
  private volatile Set<String> names;

  /** Watches the resources of the container. */
  @Activate
  public SecondFamily(BundleContext context) throws InvalidSyntaxException {
    this.context = context;
    context.addServiceListener(listener, RESOURCES);
  }

  /** Stops watching. */
  @Deactivate
  public void stop() {
    context.removeServiceListener(listener);
  }

  /**
   * The address that an alias stands for.
   *
   * @param path of a request, within the application
   * @return empty when it is no alias of ours
   */
  Optional<String> behind(String path) {
    Matcher called = CALLED.matcher(path);
    if (!called.matches() || !names().contains(called.group(3))) {
      return Optional.empty();
    }
    return Optional.of(
        called.group(1)
            + PREFIX.substring(1)
            + called.group(2)
            + '/'
            + called.group(3)
            + called.group(4));
  }

  private void forget() {
    names = null;
  }

  private Set<String> names() {
    Set<String> known = names;
    if (known == null) {
      known = find();
      names = known;
    }
    return known;
  }

  private Set<String> find() {
    Set<String> found = new LinkedHashSet<>();
    try {
      ServiceReference<?>[] all = context.getAllServiceReferences(null, RESOURCES);
      for (ServiceReference<?> reference : all == null ? new ServiceReference<?>[0] : all) {
        for (String name : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
          if (name.startsWith(OURS) && reference.getBundle() != null) {
            found.addAll(names(reference.getBundle().loadClass(name)));
          }
        }
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("a constant filter", e);
    } catch (ClassNotFoundException e) {
      // a bundle that goes at this moment: its resources go with it, and we hear of that
      forget();
    }
    return found;
  }

  /** What a resource has directly under a customer. */
  static Set<String> names(Class<?> resource) {
    Set<String> found = new LinkedHashSet<>();
    Path outer = resource.getAnnotation(Path.class);
    if (outer != null) {
      add(outer.value(), found);
      for (Method method : resource.getMethods()) {
        Path inner = method.getAnnotation(Path.class);
        if (inner != null) {
          add(outer.value() + '/' + inner.value(), found);
        }
      }
    }
    return found;
  }

  private static void add(String template, Set<String> found) {
    Matcher address = ADDRESS.matcher(template);
    if (address.matches()) {
      found.add(address.group(1));
    }
  }
}
