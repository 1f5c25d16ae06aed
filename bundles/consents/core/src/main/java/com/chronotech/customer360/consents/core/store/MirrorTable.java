package com.chronotech.customer360.consents.core.store;

import com.chronotech.customer360.consents.Consent.Collected;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.core.model.Draft;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.HostWords;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Keeps {@code customer_consents} in step with the ledger, for the host's own code: a row a version
 * in the brief's shape; in an older shape, the host's rows are set to what stands, so that code
 * which reads them cannot write to somebody who withdrew. Thread-safe.
 */
public final class MirrorTable {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private record Known(MirrorShape shape, Instant at) {}

  /**
   * An entry and what of it only the host's table holds in plain sight.
   *
   * @param entry the entry
   * @param collected its personal facts
   */
  public record Written(Entry entry, Collected collected) {}

  private final Sql sql;
  private final Clock clock;
  private final ZoneId zone;
  private volatile Known known;

  /**
   * Creates the access over the data source that joins transactions.
   *
   * @param zone of the host's wall-clock times
   */
  public MirrorTable(DataSource dataSource, Clock clock, ZoneId zone) {
    this.sql = new Sql(dataSource);
    this.clock = clock;
    this.zone = zone;
  }

  /** Tells the host's table of entries that were appended, in the same transaction. */
  public void write(List<Written> entries) {
    sql.with(
        connection -> {
          MirrorShape shape = shape(connection);
          if (shape.rowAVersion()) {
            insert(connection, shape, entries);
          } else if (shape.stands()) {
            new OlderMirror(connection, shape, zone).follow(lastOfEach(entries), clock.instant());
          }
          return null;
        });
  }

  /** Whether the host's table takes one row a version, as the brief has it. */
  public boolean rowAVersion() {
    return sql.with(connection -> shape(connection).rowAVersion());
  }

  private MirrorShape shape(Connection connection) throws SQLException {
    Known last = known;
    Instant now = clock.instant();
    if (last != null && now.isBefore(last.at().plus(KEPT))) {
      return last.shape();
    }
    MirrorShape fresh = MirrorShape.read(connection);
    known = new Known(fresh, now);
    return fresh;
  }

  /** What a host's row says was adopted from it: such an entry has its row already. */
  private void insert(Connection connection, MirrorShape shape, List<Written> entries)
      throws SQLException {
    List<String> columns =
        shape.standing(
            "customer_id",
            "consent_type",
            "is_granted",
            "version",
            "source",
            "ip_address",
            "collected_by",
            "granted_at",
            "revoked_at",
            "expires_at");
    Sql.batch(
        connection,
        "insert into customer_consents ("
            + String.join(", ", columns)
            + ") values "
            + Chunks.marks(columns.size()),
        entries.stream()
            .filter(written -> !Draft.ADOPTION.equals(written.entry().origin()))
            .toList(),
        (insert, written) -> bind(insert, columns, shape, written));
  }

  private void bind(
      PreparedStatement insert, List<String> columns, MirrorShape shape, Written written)
      throws SQLException {
    Entry entry = written.entry();
    boolean stands = entry.granted() && !entry.unproven();
    for (int i = 0; i < columns.size(); i++) {
      int at = i + 1;
      switch (columns.get(i)) {
        case "customer_id" -> insert.setLong(at, entry.customerId());
        case "consent_type" -> insert.setString(at, entry.type());
        case "is_granted" -> insert.setBoolean(at, stands);
        case "version" -> insert.setInt(at, entry.version());
        case "source" -> insert.setString(at, shape.fitting("source", entry.source()));
        case "ip_address" ->
            insert.setString(at, shape.fitting("ip_address", written.collected().ipAddress()));
        case "collected_by" -> {
          Long user = written.collected().collectedBy();
          if (user == null || user > Integer.MAX_VALUE) {
            insert.setNull(at, Types.BIGINT);
          } else {
            insert.setLong(at, user);
          }
        }
        default -> insert.setString(at, shape.time(columns.get(i), entry, zone));
      }
    }
  }

  private static List<Entry> lastOfEach(List<Written> entries) {
    Map<String, Entry> last = new LinkedHashMap<>();
    for (Written written : entries) {
      Entry entry = written.entry();
      // What a host said without proof is left as the host says it.
      if (!entry.unproven() || !entry.granted()) {
        last.put(entry.customerId() + entry.type(), entry);
      } else {
        last.remove(entry.customerId() + entry.type());
      }
    }
    return new ArrayList<>(last.values());
  }

  /** The words by which a table can hold a purpose, the one to insert first. */
  static List<String> words(MirrorShape shape, String type) {
    return ConsentType.ofCode(type).stream()
        .flatMap(known -> HostWords.of(known).stream())
        .filter(word -> shape.columns().get("consent_type").holds(word))
        .toList();
  }
}
