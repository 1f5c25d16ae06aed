package com.chronotech.customer360.embedded;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The pool over the embedded database, as a configuration for pax-jdbc: what {@code
 * etc/org.ops4j.datasource-customer360.cfg} is in production.
 */
final class PublishedDataSource {
  private static final String FACTORY = "org.ops4j.datasource";
  private static final String NAME = "customer360";
  private static final String FROM_FILE = "felix.fileinstall.filename";

  private final ConfigurationAdmin configurations;

  PublishedDataSource(ConfigurationAdmin configurations) {
    this.configurations = configurations;
  }

  /** Whether a file names a database, which then counts and not the embedded one. */
  boolean namedByFile() throws IOException {
    Dictionary<String, Object> properties = configuration().getProperties();
    return properties != null && properties.get(FROM_FILE) != null;
  }

  // Configuration Admin asks for a Dictionary, and the JDK has one that is not abstract.
  @SuppressWarnings("JdkObsolete")
  void publish(int port, String password) throws IOException {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("osgi.jdbc.driver.class", "com.mysql.cj.jdbc.Driver");
    properties.put("dataSourceName", "customer360-pool");
    properties.put("pool", "hikari");
    properties.put("url", url(port));
    properties.put("user", DataFolder.USER);
    properties.put("password", password);
    properties.put("hikari.autoCommit", "false");
    properties.put("hikari.initializationFailTimeout", "-1");
    properties.put("hikari.maximumPoolSize", "16");
    properties.put("hikari.minimumIdle", "2");
    properties.put("hikari.connectionTimeout", "5000");
    properties.put("hikari.idleTimeout", "300000");
    properties.put("hikari.maxLifetime", "1500000");
    configuration().update(properties);
  }

  static String url(int port) {
    return "jdbc:mysql://127.0.0.1:"
        + port
        + "/"
        + DataFolder.DATABASE
        + "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&connectTimeout=5000"
        + "&socketTimeout=60000&tcpKeepAlive=true&sslMode=DISABLED&characterEncoding=UTF-8"
        + "&cachePrepStmts=true&useServerPrepStmts=true&prepStmtCacheSize=250"
        + "&prepStmtCacheSqlLimit=4096&rewriteBatchedStatements=true&useLocalSessionState=true"
        + "&useLocalTransactionState=true&cacheServerConfiguration=true";
  }

  /** Takes the configuration away, also one that an earlier start left when it ended hard. */
  void withdraw() throws IOException {
    if (!namedByFile()) {
      configuration().delete();
    }
  }

  private Configuration configuration() throws IOException {
    return configurations.getFactoryConfiguration(FACTORY, NAME, "?");
  }
}
