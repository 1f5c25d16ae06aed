package com.chronotech.customer360.itests.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A table of a host module's own, which it writes with plain JDBC on the shared data source. */
public final class HostNotes {
  private static final String TABLE = "host_note";

  private HostNotes() {}

  /** Makes the table where it is missing, and a customer without a note. */
  public static long newCustomer(TestPlatform platform) {
    platform
        .database()
        .update("create table if not exists " + TABLE + " (customer_id bigint, t varchar(20))");
    return platform.newCustomer();
  }

  /** Writes a note of a customer, in the transaction at hand. */
  public static void write(TestPlatform platform, long customer) throws SQLException {
    try (Connection connection = platform.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("insert into " + TABLE + " values (" + customer + ", 'note')");
    }
  }

  /** How many notes of a customer are committed. */
  public static long count(TestPlatform platform, long customer) {
    return platform.rowsOf(TABLE, customer);
  }
}
