package com.chronotech.customer360.consents.core.transfer.store;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Decision;
import com.chronotech.customer360.consents.core.model.Entry;
import com.chronotech.customer360.consents.core.transfer.model.LedgerFact;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Reads what the ledger holds of many customers. Thread-safe. */
public final class LedgerFacts {
  private static final int PIECE = 1000;

  private final Sql sql;

  /** Creates the access over the data source that joins transactions. */
  public LedgerFacts(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Every version of these customers, oldest first; customers without one are absent. */
  public Map<Long, List<LedgerFact>> of(Collection<Long> customerIds) {
    List<Long> ids = List.copyOf(new TreeSet<>(customerIds));
    return sql.with(
        connection -> {
          Map<Long, List<LedgerFact>> all = new HashMap<>();
          for (int from = 0; from < ids.size(); from += PIECE) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + PIECE));
            Sql.query(
                connection,
                "select customer_id, consent_type, version, decision, basis, source, origin,"
                    + " cast(occurred_at as char) from c360_consent_entry where customer_id in (?"
                    + ",?".repeat(some.size() - 1)
                    + ") order by customer_id, seq",
                statement -> {
                  int at = 1;
                  for (Long id : some) {
                    statement.setLong(at++, id);
                  }
                },
                row ->
                    all.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(
                            new LedgerFact(
                                ConsentType.ofCode(row.getString(2)).orElseThrow(),
                                row.getInt(3),
                                Decision.ofCode(row.getString(4)).orElseThrow(),
                                Entry.UNPROVEN.equals(row.getString(5)),
                                row.getString(6),
                                row.getString(7),
                                UtcTimes.parse(row.getString(8)))));
          }
          return all;
        });
  }
}
