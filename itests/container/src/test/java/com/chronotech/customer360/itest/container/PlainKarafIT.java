package com.chronotech.customer360.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.EnumSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.karaf.features.FeaturesService;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** A plain Karaf that serves something else, to which Customer 360 comes and from which it goes. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class PlainKarafIT {

  private static final EnumSet<FeaturesService.Option> QUIETLY =
      EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles);

  private static final List<String> ONE_BY_ONE =
      List.of(
          "customer360-platform",
          "customer360-schema",
          "customer360-host-chronotech",
          "customer360-embedded-database",
          "customer360-timeline",
          "customer360-console");

  /** No stream is waited for without end. */
  @Rule public final Timeout timeout = Timeout.seconds(240);

  private Server server;
  private final Set<String> restarted = new ConcurrentSkipListSet<>();

  @Inject private BundleContext context;
  @Inject private FeaturesService features;

  /** The container. */
  @Configuration
  public Option[] configuration() {
    return Karaf.plain();
  }

  @Test
  public void featuresComeOneByOneAndGoWithoutDisturbingAnybody() throws Exception {
    server = Server.here(PlainKarafIT.class);
    install("http-whiteboard");
    install("scr");
    context.registerService(Servlet.class, new Greeting(), at("/greeting/*", "greeting"));
    Await.until("the other servlet", this::greets);
    SynchronousBundleListener witness = witness();
    context.addBundleListener(witness);

    features.addRepository(
        java.net.URI.create(
            "mvn:com.chronotech.customer360/features/"
                + System.getProperty("customer360.version")
                + "/xml/features"));
    smallDemo();
    for (String feature : ONE_BY_ONE) {
      install(feature);
      assertEquals("restarted by " + feature, Set.of(), restarted);
      Await.until("the other servlet after " + feature, this::greets);
    }
    server.awaitReady();
    assertEquals(401, server.get("/customers/1/timeline", null).statusCode());
    assertEquals(201, server.record(1, "In a plain Karaf").statusCode());
    assertTrue(Files.exists(server.etc().resolve("com.chronotech.customer360.permissions.cfg")));
    // Where the feature was laid down, its file is the administrator's: never written over.
    assertTrue(
        Files.readString(server.etc().resolve("com.chronotech.customer360.embedded.cfg"))
            .contains("demo.customers=20"));

    features.uninstallFeature("customer360-console", QUIETLY);
    features.uninstallFeature("customer360-timeline", QUIETLY);
    server.awaitStatus("/customers/1/timeline", 404);
    Await.until("the other servlet", this::greets);
    assertEquals("restarted by uninstalling", Set.of(), restarted);

    Path kar = server.deploy(Server.built("features/target/customer360-timeline.kar"));
    server.awaitStatus("/customers/1/timeline", 200);
    assertTrue(
        server.get("/customers/1/timeline", server.admin()).body().contains("In a plain Karaf"));
    Files.delete(kar);
    server.awaitStatus("/customers/1/timeline", 404);
    Await.until("the other servlet", this::greets);
    assertEquals("restarted by the KAR", Set.of(), restarted);
    context.removeBundleListener(witness);
  }

  private void install(String feature) throws Exception {
    features.installFeature(feature, QUIETLY);
  }

  /** Notes every bundle of others that stops or loses its wiring. */
  private SynchronousBundleListener witness() {
    Set<Long> standing =
        Stream.of(context.getBundles()).map(Bundle::getBundleId).collect(Collectors.toSet());
    return event -> {
      int type = event.getType();
      boolean disturbed =
          type == BundleEvent.STOPPED
              || type == BundleEvent.UNRESOLVED
              || type == BundleEvent.UPDATED;
      if (disturbed && standing.contains(event.getBundle().getBundleId())) {
        restarted.add(event.getBundle().getSymbolicName());
      }
    };
  }

  private void smallDemo() throws IOException {
    Path root = Server.built("features/src/main/etc/com.chronotech.customer360.embedded.cfg");
    String text = Files.readString(root).replaceAll("(?m)^demo.customers=.*$", "demo.customers=20");
    server.write("com.chronotech.customer360.embedded.cfg", text);
  }

  private boolean greets() throws Exception {
    HttpResponse<String> answer = server.get("/greeting/you", null);
    if (!"hello".equals(answer.body())) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return true;
  }

  @SuppressWarnings("JdkObsolete") // The registry takes a Dictionary.
  private static Dictionary<String, Object> at(String pattern, String name) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("osgi.http.whiteboard.servlet.pattern", pattern);
    properties.put("osgi.http.whiteboard.servlet.name", name);
    return properties;
  }

  private static final class Greeting extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write("hello");
    }
  }
}
