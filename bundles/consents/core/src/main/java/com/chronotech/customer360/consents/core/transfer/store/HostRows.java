package com.chronotech.customer360.consents.core.transfer.store;

import com.chronotech.customer360.consents.core.model.HostConsent;
import com.chronotech.customer360.consents.core.model.HostWords;
import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.consents.core.store.HostTimeColumn;
import com.chronotech.customer360.consents.core.transfer.model.HostRow;
import com.chronotech.customer360.platform.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Reads the host's rows of consents that were not taken over as they stand. Thread-safe. */
public final class HostRows {
  private final Sql sql;
  private final ZoneId zone;

  /**
   * Creates the access.
   *
   * @param zone of the host's wall-clock times
   */
  public HostRows(DataSource dataSource, ZoneId zone) {
    this.sql = new Sql(dataSource);
    this.zone = zone;
  }

  /**
   * The next customers with such rows.
   *
   * @param all those customers, in ascending order
   * @param mapped those with a row whose word stands for one of our purposes
   */
  public record Next(SortedSet<Long> all, SortedSet<Long> mapped) {}

  /**
   * The next customers, by ascending id.
   *
   * @param after only greater ids
   * @param rows about so many rows
   */
  public Next next(long after, int rows) {
    return sql.with(
        connection -> {
          SortedSet<Long> all = new TreeSet<>();
          SortedSet<Long> mapped = new TreeSet<>();
          long last = Long.MAX_VALUE;
          for (HostRow.Place place : HostRow.Place.values()) {
            HostShape shape = HostShape.read(connection, place);
            if (shape.stands()) {
              List<Long> here = next(connection, shape, after, rows, mapped);
              if (here.size() == rows) {
                // This table was read so far; later customers come with a later chunk.
                last = Math.min(last, here.get(rows - 1));
              }
              all.addAll(here);
            }
          }
          long end = last;
          all.removeIf(id -> id > end);
          mapped.removeIf(id -> id > end);
          return new Next(all, mapped);
        });
  }

  private static List<Long> next(
      Connection connection, HostShape shape, long after, int rows, SortedSet<Long> mapped)
      throws SQLException {
    return Sql.query(
        connection,
        "select c.customer_id, c.consent_type"
            + from(shape)
            + " and c.customer_id > ? order by c.customer_id limit ?",
        statement -> {
          statement.setLong(1, after);
          statement.setInt(2, rows);
        },
        row -> {
          long customer = row.getLong(1);
          if (HostWords.typeOf(row.getString(2)).isPresent()) {
            mapped.add(customer);
          }
          return customer;
        });
  }

  /** The rows of customers, from one to another, by customer. */
  public List<HostRow> read(long firstCustomer, long lastCustomer) {
    return sql.with(
        connection -> {
          List<HostRow> all = new ArrayList<>();
          for (HostRow.Place place : HostRow.Place.values()) {
            HostShape shape = HostShape.read(connection, place);
            if (shape.stands()) {
              all.addAll(read(connection, shape, firstCustomer, lastCustomer));
            }
          }
          return all.stream().filter(row -> row != null).toList();
        });
  }

  /** How many rows name no customer at all. */
  public long ownerless() {
    return sql.with(
        connection -> {
          long rows = 0;
          for (HostRow.Place place : HostRow.Place.values()) {
            if (HostShape.read(connection, place).stands()) {
              rows +=
                  Sql.query(
                          connection,
                          "select count(*) from "
                              + place.table()
                              + " where customer_id is null or customer_id <= 0",
                          Sql.Binder.NONE,
                          row -> row.getLong(1))
                      .get(0);
            }
          }
          return rows;
        });
  }

  private static String from(HostShape shape) {
    return " from "
        + shape.place().table()
        + " c left join c360_consent_adopted a on a.host_table = '"
        + shape.place().table()
        + "' and a.host_id = c.id where (a.host_id is null or a.outcome = 'orphaned'"
        + " or a.fingerprint <> "
        + shape.fingerprint()
        + ")";
  }

  private List<HostRow> read(Connection connection, HostShape shape, long first, long last)
      throws SQLException {
    boolean history = shape.place() == HostRow.Place.HISTORY;
    return Sql.query(
        connection,
        "select c.id, c.customer_id, c.consent_type, "
            + shape.column("is_granted")
            + ", "
            + String.join(
                ", ",
                history ? "null" : shape.time("granted_at"),
                history ? "null" : shape.time("revoked_at"),
                history ? "null" : shape.time("expires_at"),
                shape.time(history ? "action_timestamp" : "created_at"),
                shape.column("source"),
                shape.column("ip_address"),
                shape.column("collected_by"),
                shape.column("version"),
                shape.column(history ? "action" : "legal_basis"))
            + ", a.fingerprint, a.outcome"
            + from(shape)
            + " and c.customer_id between ? and ? order by c.customer_id, c.id",
        statement -> {
          statement.setLong(1, first);
          statement.setLong(2, last);
        },
        row -> row(row, shape));
  }

  private HostRow row(ResultSet row, HostShape shape) throws SQLException {
    boolean history = shape.place() == HostRow.Place.HISTORY;
    boolean granted = row.getBoolean(4);
    Boolean says = row.wasNull() ? null : granted;
    String note = row.getString(13);
    String word = row.getString(3);
    HostConsent said =
        new HostConsent(
            row.getLong(1),
            row.getLong(2),
            word,
            says,
            HostTimeColumn.asItStands(row.getString(5)),
            HostTimeColumn.asItStands(row.getString(6)),
            HostTimeColumn.asItStands(row.getString(7)));
    HostConsent marked =
        history ? action(said, note, HostTimeColumn.asItStands(row.getString(8))) : said;
    Octets known = Octets.of(row.getBytes(14));
    boolean orphaned = "orphaned".equals(row.getString(15));
    if (marked.fingerprint().equals(known) && !orphaned) {
      return null;
    }
    long collector = row.getLong(11);
    return new HostRow(
        shape.place(),
        marked.fingerprint(),
        said,
        new HostRow.Times(
            instant(said.grantedAt(), shape.wallClock("granted_at")),
            instant(said.revokedAt(), shape.wallClock("revoked_at")),
            instant(said.expiresAt(), shape.wallClock("expires_at")),
            instant(
                HostTimeColumn.asItStands(row.getString(8)),
                shape.wallClock(history ? "action_timestamp" : "created_at"))),
        new HostRow.Clocks(shape.clock("granted_at", zone), shape.clock("revoked_at", zone)),
        row.getString(9),
        row.getString(10),
        collector == 0 ? null : collector,
        row.getInt(12),
        note,
        known != null && !orphaned);
  }

  /** What the fingerprint of a history's row is taken of: the action and its time. */
  private static HostConsent action(HostConsent said, String action, Instant at) {
    return new HostConsent(
        said.id(),
        said.customerId(),
        said.word() == null ? null : said.word() + "/" + (action == null ? "" : action),
        said.granted(),
        at,
        null,
        null);
  }

  private Instant instant(Instant raw, boolean wallClock) {
    return raw == null || !wallClock
        ? raw
        : LocalDateTime.ofInstant(raw, ZoneOffset.UTC).atZone(zone).toInstant();
  }
}
