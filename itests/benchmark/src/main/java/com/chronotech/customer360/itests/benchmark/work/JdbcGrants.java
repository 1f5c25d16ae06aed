package com.chronotech.customer360.itests.benchmark.work;

import com.chronotech.customer360.consents.ConsentType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * Writes the four rows that a grant leaves, by hand: the entry, the row of the brief's table, the
 * activity and one event. It asks for no customer and no notice, locks and hashes nothing.
 */
record JdbcGrants(DataSource pool, Clock clock, Sample sample) implements Work {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

  private static final String ENTRY =
      "insert into c360_consent_entry (customer_id, seq, consent_type, version, record_id,"
          + " decision, basis, notice_id, notice_version, notice_hash, language, source, channel,"
          + " by_guardian, origin, jurisdiction, occurred_at, recorded_at, valid_until, detail,"
          + " salt, commitment, previous_hash, hash) values"
          + " (?,?,?,1,?,'granted','express',1,'1.0',?,'fr-CA',?,null,"
          + "false,'api','CA-QC',?,?,null,?,?,?,?,?)";

  private static final String MIRROR =
      "insert into customer_consents (customer_id, consent_type, is_granted, source, ip_address,"
          + " collected_by, version, granted_at, revoked_at, expires_at)"
          + " values (?,?,true,?,null,null,1,?,null,null)";

  private static final String ACTIVITY =
      "insert into customer_activity (customer_id, activity_type, reference_id, reference_table,"
          + " title, description, metadata, actor_id, actor_type, created_at, source_key)"
          + " values (?,'consent',null,null,?,?,?,null,'system',?,null)";

  private static final String EVENT =
      "insert into c360_outbox (topic, customer_id, payload, created_at)"
          + " values ('benchmark.changed', ?, ?, ?)";

  @Override
  public long once(long number) throws SQLException {
    long strangers = sample.total() - sample.deciding();
    ConsentType type = Sample.open(number, strangers);
    if (type == null) {
      return 0;
    }
    long customer = sample.stranger(number);
    String now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).format(TIME);
    String record = UUID.randomUUID().toString();
    try (Connection connection = pool.getConnection()) {
      entry(connection, customer, 1 + (int) (number / strangers), type, record, now);
      run(connection, MIRROR, customer, type.code(), Sample.SOURCE, now);
      run(
          connection,
          ACTIVITY,
          customer,
          "Consentement accordé : " + type.code(),
          "Avis 1.0 (fr-CA), recueilli par " + Sample.SOURCE,
          "{\"consent_type\":\""
              + type.code()
              + "\",\"decision\":\"granted\",\"record_id\":\""
              + record
              + "\",\"state\":\"granted\",\"version\":1}",
          now);
      run(
          connection,
          EVENT,
          customer,
          "{\"consents\":[["
              + customer
              + ",\""
              + type.code()
              + "\",\"granted\",1,\""
              + record
              + "\",\""
              + now
              + "\"]]}",
          now);
      connection.commit();
    }
    return 1;
  }

  private static void entry(
      Connection connection, long customer, int seq, ConsentType type, String record, String now)
      throws SQLException {
    run(
        connection,
        ENTRY,
        customer,
        seq,
        type.code(),
        record,
        bytes(32),
        Sample.SOURCE,
        now,
        now,
        "{\"collected_by\":null,\"collector\":\"benchmark\",\"customer_id\":"
            + customer
            + ",\"evidence\":null,\"guardian\":null,\"ip_address\":null}",
        bytes(16),
        bytes(32),
        bytes(32),
        bytes(32));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    ThreadLocalRandom.current().nextBytes(bytes);
    return bytes;
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(1 + i, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
