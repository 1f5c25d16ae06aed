package com.chronotech.customer360.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import com.chronotech.customer360.timeline.TimelineService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/** What changes while the server runs. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class LiveChangeIT {

  private static final String CORE = "com.chronotech.customer360.timeline-core";

  private Server server;

  /** The container. */
  @Configuration
  public Option[] configuration() {
    return Karaf.distribution();
  }

  @Before
  public void ready() {
    server = Server.here(LiveChangeIT.class);
    server.awaitReady();
  }

  @Test
  public void resourcesVanishWithTheirServiceAndComeBack() throws Exception {
    Bundle host = server.bundle("com.chronotech.customer360.host-chronotech");
    host.stop();
    server.awaitStatus("/customers/1/timeline", 404);
    assertEquals(200, server.status("/health/live"));
    host.start();
    server.awaitStatus("/customers/1/timeline", 200);
  }

  @Test
  public void theCoreIsUpdatedUnderLoadAndNothingAcknowledgedIsLost() throws Exception {
    Bundle core = server.bundle(CORE);
    List<Bundle> consumers =
        List.of(
            server.bundle("com.chronotech.customer360.console"),
            FrameworkUtil.getBundle(LiveChangeIT.class));
    List<BundleWiring> wirings =
        consumers.stream().map(consumer -> consumer.adapt(BundleWiring.class)).toList();
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    AtomicInteger number = new AtomicInteger();
    AtomicBoolean enough = new AtomicBoolean();
    String run = Long.toString(System.nanoTime());
    ExecutorService writers = Executors.newFixedThreadPool(2);
    List<Future<?>> work = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      work.add(
          writers.submit(
              () -> {
                while (!enough.get()) {
                  String title = "load " + run + "-" + number.incrementAndGet() + ".";
                  int status = server.record(7, title).statusCode();
                  statuses.add(status);
                  if (status == 201) {
                    acknowledged.add(title);
                  }
                }
                return null;
              }));
    }
    Await.until("load", () -> acknowledged.size() > 20);
    core.update(jar().toUri().toURL().openStream());
    int before = acknowledged.size();
    Await.until("load after the update", () -> acknowledged.size() > before + 20);
    enough.set(true);
    for (Future<?> one : work) {
      one.get();
    }
    writers.shutdown();

    assertTrue("only " + statuses, Set.of(201, 404, 503).containsAll(statuses));
    String all = server.get("/customers/7/timeline/export?format=ndjson", server.admin()).body();
    for (String title : acknowledged) {
      assertTrue(title + " was acknowledged and is lost", all.contains(title));
    }
    for (int i = 0; i < consumers.size(); i++) {
      assertEquals(Bundle.ACTIVE, consumers.get(i).getState());
      assertSame(wirings.get(i), consumers.get(i).adapt(BundleWiring.class));
    }
    assertTrue(server.service(TimelineService.class, null).totals(7).size() > 0);
  }

  @Test
  public void theDataSourceFollowsItsFile() throws Exception {
    Path data = Path.of(System.getProperty("karaf.base")).resolve("database");
    String port = Files.readString(data.resolve("port")).strip();
    String password = Files.readString(data.resolve("password")).strip();
    String sample =
        Files.readString(server.etc().resolve("org.ops4j.datasource-customer360.cfg.sample"));
    String right =
        sample
            .replace("127.0.0.1:3306", "127.0.0.1:" + port)
            .replaceAll("(?m)^user =.*$", "user = customer360")
            .replaceAll("(?m)^password =.*$", "password = " + password)
            .replace("hikari.connectionTimeout = 5000", "hikari.connectionTimeout = 1000");
    String file = "org.ops4j.datasource-customer360.cfg";

    server.write(file, right.replace("127.0.0.1:" + port, "127.0.0.1:1"));
    server.awaitStatus("/customers/1/timeline", 503);
    assertTrue(
        server
            .get("/customers/1/timeline", server.admin())
            .headers()
            .firstValue("Retry-After")
            .isPresent());
    assertEquals(503, server.status("/health/ready"));

    server.write(file, right);
    server.awaitStatus("/customers/1/timeline", 200);
    assertEquals(201, server.record(1, "On the new pool").statusCode());
  }

  private static Path jar() {
    String version = System.getProperty("customer360.version");
    return Server.built("bundles/timeline/core/target/timeline-core-" + version + ".jar");
  }
}
