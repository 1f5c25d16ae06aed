package com.chronotech.customer360.consents.core.ledger.store;

import com.chronotech.customer360.consents.core.ledger.model.Anchor;
import com.chronotech.customer360.consents.core.ledger.model.ChainCheck;
import com.chronotech.customer360.consents.core.ledger.model.Faults;
import com.chronotech.customer360.consents.core.ledger.model.Wordings;
import com.chronotech.customer360.consents.core.model.ChainHash;
import com.chronotech.customer360.consents.core.model.ChainHead;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.model.Octets;
import com.chronotech.customer360.consents.core.store.EntryRows;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Reads chains with their heads, anchors and wordings, each range in one snapshot: what is being
 * written meanwhile is seen whole or not at all. Thread-safe.
 */
public final class ChainReads {
  /** Entries a range; it ends with the chain in which that many are reached. */
  private static final int RANGE = 20_000;

  private static final int PROGRESS = 1_000;

  private static final String WITHIN = " where x.customer_id > ? and x.customer_id <= ?";

  private final Sql sql;

  /** Creates the reads over the data source that joins transactions. */
  public ChainReads(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * Customers, the first exclusive and the last inclusive. Ranges cover all numbers, so that what
   * is left of a chain is found whichever of its rows are gone.
   */
  public record Range(long after, long last) {
    /** Everybody. */
    public static final Range ALL = new Range(0, Long.MAX_VALUE);

    /** One customer. */
    public static Range of(long customerId) {
      return new Range(customerId - 1, customerId);
    }
  }

  /** The range after a customer; its end is {@link Long#MAX_VALUE} when it is the last. */
  public Range next(long after) {
    OptionalLong last =
        sql
            .query(
                "select customer_id from c360_consent_entry where customer_id > ?"
                    + " order by customer_id limit 1 offset "
                    + RANGE,
                statement -> statement.setLong(1, after),
                row -> row.getLong(1))
            .stream()
            .mapToLong(Long::longValue)
            .findFirst();
    return new Range(after, last.orElse(Long.MAX_VALUE));
  }

  /** What a range had. */
  public record Counted(long chains, long entries) {}

  /**
   * Verifies the chains of a range.
   *
   * @param progress told how many entries were read since it was told before
   */
  public Counted verify(Range range, Faults faults, LongConsumer progress) {
    return sql.with(connection -> new Walk(connection, range, faults, progress).run());
  }

  /** One range. */
  private static final class Walk {
    private final Connection connection;
    private final Range range;
    private final Faults faults;
    private final LongConsumer progress;
    private final Wordings wordings;
    private final Map<Long, ChainHead> heads = new TreeMap<>();
    private final Map<Long, List<Anchor>> anchors = new TreeMap<>();
    private ChainCheck check;
    private long customer;
    private long chains;
    private long entries;

    Walk(Connection connection, Range range, Faults faults, LongConsumer progress)
        throws SQLException {
      this.connection = connection;
      this.range = range;
      this.faults = faults;
      this.progress = progress;
      this.wordings = wordings(connection);
    }

    Counted run() throws SQLException {
      each(
          "select x.customer_id, x.pseudonym, x.length, x.head_hash,"
              + " cast(x.updated_at as char) from c360_consent_chain x",
          "",
          row -> heads.put(row.getLong(1), head(row)));
      each(
          "select x.customer_id, cast(x.root_day as char), x.seq, x.hash"
              + " from c360_ledger_anchor x",
          " order by x.customer_id, x.seq",
          row -> {
            Anchor anchor = AnchorTable.anchor(row);
            anchors.computeIfAbsent(anchor.customerId(), id -> new ArrayList<>()).add(anchor);
          });
      each(
          "select "
              + EntryRows.COLUMNS.replace("e.", "x.")
              + " from c360_consent_entry x force index (c360_consent_entry_chain)",
          " order by x.customer_id, x.seq",
          row -> take(EntryRows.entry(row)));
      endChain();
      // Chains without a single entry left.
      for (Long id : List.copyOf(heads.keySet())) {
        beginChain(id);
        endChain();
      }
      for (Long id : List.copyOf(anchors.keySet())) {
        beginChain(id);
        endChain();
      }
      progress.accept(entries % PROGRESS);
      return new Counted(chains, entries);
    }

    private void take(Entry entry) {
      if (check == null || entry.customerId() != customer) {
        endChain();
        beginChain(entry.customerId());
      }
      check.next(entry);
      entries++;
      if (entries % PROGRESS == 0) {
        progress.accept(PROGRESS);
      }
    }

    private void beginChain(long id) {
      customer = id;
      ChainHead head = heads.remove(id);
      List<Anchor> covered = anchors.remove(id);
      check = new ChainCheck(id, head, covered == null ? List.of() : covered, wordings);
    }

    private void endChain() {
      if (check != null) {
        check.end().ifPresent(faults::add);
        // A row made for a birth date, say, is no chain yet.
        chains += check.length() > 0 ? 1 : 0;
        check = null;
      }
    }

    private void each(String select, String order, Streams.Row row) throws SQLException {
      Streams.each(
          connection,
          select + WITHIN + order,
          statement -> {
            statement.setLong(1, range.after());
            statement.setLong(2, range.last());
          },
          row);
    }
  }

  private static ChainHead head(ResultSet row) throws SQLException {
    Octets hash = Octets.of(row.getBytes(4));
    return new ChainHead(
        row.getLong(1),
        row.getString(2),
        null,
        row.getInt(3),
        hash == null ? ChainHash.FIRST : hash,
        UtcTimes.parse(row.getString(5)));
  }

  private static Wordings wordings(Connection connection) throws SQLException {
    Map<Wordings.Place, Octets> all = new HashMap<>();
    Streams.each(
        connection,
        "select notice_id, language, title, body from c360_notice_text",
        Sql.Binder.NONE,
        row ->
            all.put(
                new Wordings.Place(row.getLong(1), row.getString(2)),
                ChainHash.wording(row.getString(3), row.getString(4))));
    return new Wordings(all);
  }
}
