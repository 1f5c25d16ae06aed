package com.chronotech.customer360.itests.benchmark.raw;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;

/** Writes the rows that the service writes, by hand: the activities and their event. */
record JdbcRecording(DataSource pool) implements Recording {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

  private static final String ACTIVITY =
      "insert into customer_activity (customer_id, activity_type, reference_id, reference_table,"
          + " title, description, metadata, actor_id, actor_type, created_at, source_key)"
          + " values (?,?,?,?,?,?,?,?,?,?,?)";

  private static final String EVENT =
      "insert into c360_outbox (topic, customer_id, payload, created_at)"
          + " values ('benchmark.recorded', ?, ?, ?)";

  @Override
  public void one(long customer, long number) throws SQLException {
    many(customer, number, 1);
  }

  @Override
  public void many(long customer, long number, int count) throws SQLException {
    String now = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC).format(TIME);
    try (Connection connection = pool.getConnection()) {
      StringBuilder payload = new StringBuilder("{\"activities\":[");
      try (PreparedStatement insert =
          connection.prepareStatement(ACTIVITY, Statement.RETURN_GENERATED_KEYS)) {
        for (int i = 0; i < count; i++) {
          bind(insert, customer, number * count + i, now);
          if (count > 1) {
            insert.addBatch();
          }
        }
        if (count > 1) {
          insert.executeBatch();
        } else {
          insert.executeUpdate();
        }
        try (ResultSet keys = insert.getGeneratedKeys()) {
          while (keys.next()) {
            payload.append('[').append(keys.getLong(1)).append(',').append(customer).append("],");
          }
        }
      }
      payload.setLength(payload.length() - 1);
      try (PreparedStatement event = connection.prepareStatement(EVENT)) {
        event.setLong(1, customer);
        event.setString(2, payload.append("]}").toString());
        event.setString(3, now);
        event.executeUpdate();
      }
      connection.commit();
    }
  }

  private static void bind(PreparedStatement insert, long customer, long number, String now)
      throws SQLException {
    insert.setLong(1, customer);
    insert.setString(2, "note");
    insert.setNull(3, Types.BIGINT);
    insert.setString(4, null);
    insert.setString(5, "Note " + number);
    insert.setString(6, "Rappeler le client au sujet du dossier " + number);
    insert.setString(7, "{\"channel\":\"phone\",\"minutes\":" + number % 60 + "}");
    insert.setNull(8, Types.BIGINT);
    insert.setString(9, "system");
    insert.setString(10, now);
    insert.setString(11, null);
  }
}
