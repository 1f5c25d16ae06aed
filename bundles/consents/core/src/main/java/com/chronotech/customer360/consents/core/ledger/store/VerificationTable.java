package com.chronotech.customer360.consents.core.ledger.store;

import com.chronotech.customer360.consents.core.ledger.model.Fault;
import com.chronotech.customer360.consents.core.ledger.model.Verified;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** {@code c360_ledger_verification}. Thread-safe. */
public final class VerificationTable {
  private static final String SELECT =
      "select scope, cast(started_at as char), cast(finished_at as char), chains, entries,"
          + " findings from c360_ledger_verification";

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public VerificationTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Keeps a verification. */
  public void save(Verified verified, String by) {
    sql.update(
        "insert into c360_ledger_verification (scope, started_at, finished_at, chains, entries,"
            + " is_sound, findings, verified_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
        statement -> {
          statement.setString(1, verified.scope());
          statement.setString(2, UtcTimes.toSql(verified.startedAt()));
          statement.setString(3, UtcTimes.toSql(verified.finishedAt()));
          statement.setLong(4, verified.chains());
          statement.setLong(5, verified.entries());
          statement.setBoolean(6, verified.sound());
          statement.setString(7, written(verified));
          statement.setString(8, by);
        });
  }

  /** The newest one that is kept. */
  public Optional<Verified> newest() {
    return first(SELECT + " order by finished_at desc, id desc limit 1");
  }

  /** The newest that found a fault, unless everything was found sound since. */
  public Optional<Verified> standingAlarm() {
    return first(
        SELECT
            + " where not is_sound and id > coalesce((select max(id)"
            + " from c360_ledger_verification where is_sound and scope = 'everything'), 0)"
            + " order by id desc limit 1");
  }

  private Optional<Verified> first(String query) {
    return sql.query(query, Sql.Binder.NONE, VerificationTable::verified).stream().findFirst();
  }

  private static Verified verified(ResultSet row) throws SQLException {
    List<Fault> faults = new ArrayList<>();
    long count = 0;
    String text = row.getString(6);
    if (text != null) {
      List<String> lines = text.lines().toList();
      count = Long.parseLong(lines.get(0));
      lines.stream().skip(1).map(VerificationTable::fault).forEach(faults::add);
    }
    return new Verified(
        row.getString(1),
        UtcTimes.parse(row.getString(2)),
        UtcTimes.parse(row.getString(3)),
        row.getLong(4),
        row.getLong(5),
        faults,
        count);
  }

  /** How many there are, and a line a fault: none of the words has a blank. */
  private static String written(Verified verified) {
    if (verified.sound()) {
      return null;
    }
    StringBuilder text = new StringBuilder().append(verified.count());
    for (Fault fault : verified.faults()) {
      text.append('\n')
          .append(fault.code())
          .append(' ')
          .append(fault.customerId())
          .append(' ')
          .append(fault.sequence())
          .append(' ')
          .append(word(fault.recordId()))
          .append(' ')
          .append(fault.day() == null ? "-" : fault.day());
    }
    return text.toString();
  }

  /** A record's id as tampered with may be any text. */
  private static String word(String recordId) {
    return recordId == null || recordId.isBlank() ? "-" : recordId.replaceAll("\\s", "_");
  }

  private static Fault fault(String line) {
    String[] words = line.split(" ", -1);
    return new Fault(
        words[0],
        Long.parseLong(words[1]),
        Integer.parseInt(words[2]),
        words[3].equals("-") ? null : words[3],
        words[4].equals("-") ? null : LocalDate.parse(words[4]));
  }
}
