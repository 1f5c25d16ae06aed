package com.chronotech.customer360.itests.database.analytics;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.demo.HostDatabase;
import com.chronotech.customer360.demo.Shape;
import com.chronotech.customer360.itests.support.AnalyticsNode;
import com.chronotech.customer360.itests.support.ConsentsNode;
import com.chronotech.customer360.itests.support.DatabaseServer;
import com.chronotech.customer360.itests.support.TestDatabase;
import com.chronotech.customer360.itests.support.TestPlatform;
import com.chronotech.customer360.itests.support.TestSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** An invented host of one shape, adopted, with figures over it, on the last day of its life. */
final class Shaped implements AutoCloseable {
  static final int CUSTOMERS = 40;

  /** Late in the evening of the shop's last day, when the day has ended elsewhere. */
  static final Instant NOW = Instant.parse("2026-11-01T02:30:00Z");

  static final String TODAY = "2026-10-31";

  private final TestDatabase database;
  private final TestPlatform platform;
  private final ConsentsNode consents;
  private final AnalyticsNode node;

  private Shaped(DatabaseServer server, Shape shape) {
    database = server.createDatabase();
    String dump = System.getProperty("host.dump." + shape);
    if (dump == null) {
      TestSchema.prepare(database, invented(shape));
    } else {
      database.load(Path.of(dump));
      TestSchema.adopt(database);
    }
    platform = new TestPlatform(database, "node-1");
    platform.clock().set(NOW);
    consents = new ConsentsNode(platform);
    consents.publishNotices("1.0");
    node = new AnalyticsNode(platform, consents.consents());
  }

  static Shaped of(DatabaseServer server, Shape shape) {
    return new Shaped(server, shape);
  }

  private static String invented(Shape shape) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      HostDatabase.of(shape).withCustomers(CUSTOMERS).writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  void agree(long customer, ConsentType type) {
    consents.consents().grant(customer, type, "itest");
  }

  TestDatabase database() {
    return database;
  }

  TestPlatform platform() {
    return platform;
  }

  AnalyticsNode node() {
    return node;
  }

  @Override
  public void close() {
    platform.close();
    database.close();
  }
}
