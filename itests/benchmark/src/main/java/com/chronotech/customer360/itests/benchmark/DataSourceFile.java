package com.chronotech.customer360.itests.benchmark;

import com.chronotech.customer360.itests.support.TestDatabase;
import java.util.List;

/** What an administrator writes into {@code etc/org.ops4j.datasource-customer360.cfg}. */
final class DataSourceFile {
  private DataSourceFile() {}

  static List<String> lines(TestDatabase database) {
    return List.of(
        "osgi.jdbc.driver.class = com.mysql.cj.jdbc.Driver",
        "dataSourceName = customer360-pool",
        "pool = hikari",
        "url = " + database.url(),
        "user = " + database.server().user(),
        "password = " + database.server().password(),
        "hikari.autoCommit = false",
        "hikari.initializationFailTimeout = -1",
        "hikari.connectionTimeout = 5000",
        "hikari.maximumPoolSize = 20");
  }
}
