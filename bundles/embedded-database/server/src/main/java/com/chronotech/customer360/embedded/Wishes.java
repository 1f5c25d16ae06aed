package com.chronotech.customer360.embedded;

import com.chronotech.customer360.demo.HostDatabase;
import com.chronotech.customer360.demo.Shape;
import com.chronotech.customer360.demo.Variation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Enumeration;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/**
 * What is wanted of the server. A value that cannot be understood fails when it is asked for, so
 * that the server's life reports it like any other fault.
 */
interface Wishes {

  Path folder();

  ZoneId zone();

  /** The port, or 0 for any. */
  int port();

  /** What an empty database is filled with. */
  Optional<Content> content();

  /** The programs to run; unpacks them into the folder when they come with the bundle. */
  ServerProgram program(DataFolder folder) throws IOException, EmbeddedDatabaseException;

  /** The wishes of a configuration. */
  static Configured of(Settings settings, BundleContext context) {
    return new Configured(settings, context);
  }

  /** See {@link #of}. */
  record Configured(Settings settings, BundleContext context) implements Wishes {

    @Override
    public Path folder() {
      if (!settings.data_directory().isBlank()) {
        return Path.of(settings.data_directory().strip());
      }
      String base = context.getProperty("karaf.base");
      return Path.of(base == null ? "" : base, "database");
    }

    @Override
    public ZoneId zone() {
      return ZoneId.of(settings.time_zone().strip());
    }

    @Override
    public int port() {
      return settings.port();
    }

    @Override
    public Optional<Content> content() {
      if (!settings.import_file().isBlank()) {
        return Optional.of(new Content.Dump(Path.of(settings.import_file().strip())));
      }
      if (settings.demo_customers() == 0) {
        return Optional.empty();
      }
      return Optional.of(new Content.Demo(demo()));
    }

    /** The demo data of these settings, whether or not it is the content. */
    HostDatabase demo() {
      Shape shape = Shape.named(settings.demo_shape());
      HostDatabase plain =
          HostDatabase.of(shape)
              .withCustomers(settings.demo_customers())
              .withSeed(settings.demo_seed());
      return shape == Shape.RECENT
          ? plain.with(Variation.CUSTOMER_CONTACTS).with(Variation.QUOTES)
          : plain;
    }

    @Override
    public ServerProgram program(DataFolder folder) throws IOException, EmbeddedDatabaseException {
      if (!settings.server_command().isBlank()) {
        return ServerProgram.ofSystem(Path.of(settings.server_command().strip()));
      }
      String os = System.getProperty("os.name");
      String architecture = System.getProperty("os.arch");
      Enumeration<URL> archives = context.getBundle().findEntries("server", "mariadb-*.zip", false);
      if (!ServerProgram.shippedFor(os, architecture) || archives == null) {
        throw new EmbeddedDatabaseException(
            "no database server is shipped for "
                + os
                + " "
                + architecture
                + ". Two other ways: install MariaDB and set server.command in"
                + " etc/com.chronotech.customer360.embedded.cfg to its mariadbd (or mysqld);"
                + " or name a MySQL 8 or MariaDB server in"
                + " etc/org.ops4j.datasource-customer360.cfg (./run --database jdbc:mysql://…).");
      }
      URL archive = archives.nextElement();
      String file = archive.getPath().substring(archive.getPath().lastIndexOf('/') + 1);
      try (InputStream zip = archive.openStream()) {
        return ServerProgram.unpacked(
            ServerTree.unpack(zip, folder.server(file.replace(".zip", ""))));
      }
    }
  }
}
