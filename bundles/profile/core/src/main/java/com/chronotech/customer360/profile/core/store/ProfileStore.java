package com.chronotech.customer360.profile.core.store;

import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import com.chronotech.customer360.profile.ChangeSet;
import com.chronotech.customer360.profile.ChangeSet.FieldChange;
import com.chronotech.customer360.profile.core.model.KnownState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The history of profiles. Thread-safe. */
@Component(service = ProfileStore.class)
public final class ProfileStore {
  /** The most rows one set can have. */
  private static final int FIELDS = ProfileColumn.values().length;

  private static final String STATE =
      "select known, cast(changed_at as char) from c360_profile_state where customer_id = ?";

  // what is there already is locked as what is made now would be
  private static final String TAKE =
      "insert into c360_profile_state (customer_id) values (?)"
          + " on duplicate key update customer_id = values(customer_id)";

  private static final String LEAVE =
      "update c360_profile_state set known = ?, changed_at = ? where customer_id = ?";

  private static final String INSERT =
      "insert into c360_profile_change (customer_id, change_set, field, old_value, new_value,"
          + " changed_at, actor_id, actor_name, reason, reverts) values";

  private static final String SELECT =
      "select change_set, field, old_value, new_value, cast(changed_at as char), actor_id,"
          + " actor_name, reason, reverts from c360_profile_change where customer_id = ?";

  private static final String NEWEST_FIRST = " order by changed_at desc, id desc";

  private final Sql sql;

  /**
   * Creates the store.
   *
   * @param schema asked for so that the tables stand
   */
  @Activate
  public ProfileStore(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema) {
    this.sql = new Sql(dataSource);
  }

  /** How the profile was left by its last change. One statement. */
  public KnownState state(long customerId) {
    return one(
        sql.query(STATE, statement -> statement.setLong(1, customerId), ProfileStore::state));
  }

  /** As {@link #state}, as it stands now, and locked until the end of the transaction. */
  public KnownState lockedState(long customerId) {
    sql.update(TAKE, statement -> statement.setLong(1, customerId));
    return one(
        sql.query(
            STATE + " for update",
            statement -> statement.setLong(1, customerId),
            ProfileStore::state));
  }

  /** Adds sets, of at least one change each, and leaves the state. The state must be locked. */
  public void add(long customerId, List<ChangeSet> sets, KnownState left) {
    int rows = sets.stream().mapToInt(set -> set.changes().size()).sum();
    sql.update(
        INSERT + " (?,?,?,?,?,?,?,?,?,?)" + ",(?,?,?,?,?,?,?,?,?,?)".repeat(rows - 1),
        statement -> {
          int place = 0;
          for (ChangeSet set : sets) {
            for (FieldChange change : set.changes()) {
              place = bind(statement, place, set, change);
            }
          }
        });
    sql.update(
        LEAVE,
        statement -> {
          statement.setString(1, left.toJson());
          statement.setString(2, UtcTimes.toSql(left.changedAt()));
          statement.setLong(3, customerId);
        });
  }

  private static int bind(PreparedStatement statement, int place, ChangeSet set, FieldChange change)
      throws SQLException {
    int at = place;
    statement.setLong(++at, set.customerId());
    statement.setString(++at, set.id());
    statement.setString(++at, change.field().code());
    statement.setString(++at, change.oldValue());
    statement.setString(++at, change.newValue());
    statement.setString(++at, UtcTimes.toSql(set.at()));
    statement.setObject(++at, set.actorId());
    statement.setString(++at, set.actorName());
    statement.setString(++at, set.reason());
    statement.setString(++at, set.reverts());
    return at;
  }

  /** The sets after an instant, newest first. */
  public List<ChangeSet> after(long customerId, Instant instant) {
    return ChangeRows.sets(
        customerId,
        sql.query(
            SELECT + " and changed_at > ?" + NEWEST_FIRST,
            statement -> {
              statement.setLong(1, customerId);
              statement.setString(2, UtcTimes.toSql(instant));
            },
            ProfileStore::row));
  }

  /** When the newest set at or before an instant was made; empty when there is none. */
  public Optional<Instant> lastUpTo(long customerId, Instant instant) {
    List<String> found =
        sql.query(
            "select cast(max(changed_at) as char) from c360_profile_change"
                + " where customer_id = ? and changed_at <= ?",
            statement -> {
              statement.setLong(1, customerId);
              statement.setString(2, UtcTimes.toSql(instant));
            },
            row -> row.getString(1));
    return Optional.ofNullable(UtcTimes.parse(found.get(0)));
  }

  /** One set as it is committed by now; empty when the customer has none such. */
  public Optional<ChangeSet> find(long customerId, String changeSet) {
    return ChangeRows.sets(
            customerId,
            sql.query(
                SELECT + " and change_set = ? lock in share mode",
                statement -> {
                  statement.setLong(1, customerId);
                  statement.setString(2, changeSet);
                },
                ProfileStore::row))
        .stream()
        .findFirst();
  }

  /**
   * Sets, newest first.
   *
   * @param before only sets before this instant; null for the newest
   * @param limit at most so many
   */
  public List<ChangeSet> page(long customerId, Instant before, int limit) {
    List<ChangeRows.Row> rows =
        sql.query(
            SELECT + (before == null ? "" : " and changed_at < ?") + NEWEST_FIRST + " limit ?",
            statement -> {
              int place = 1;
              statement.setLong(place++, customerId);
              if (before != null) {
                statement.setString(place++, UtcTimes.toSql(before));
              }
              statement.setInt(place, limit * FIELDS);
            },
            ProfileStore::row);
    List<ChangeSet> sets = ChangeRows.sets(customerId, rows);
    return new ArrayList<>(sets.subList(0, Math.min(limit, sets.size())));
  }

  private static ChangeRows.Row row(ResultSet row) throws SQLException {
    long actorId = row.getLong(6);
    // asked at once, since it is about the column read last
    Long actor = row.wasNull() ? null : Long.valueOf(actorId);
    return new ChangeRows.Row(
        row.getString(1),
        new FieldChange(ChangeRows.field(row.getString(2)), row.getString(3), row.getString(4)),
        UtcTimes.parse(row.getString(5)),
        actor,
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }

  private static KnownState state(ResultSet row) throws SQLException {
    return KnownState.parse(row.getString(1), UtcTimes.parse(row.getString(2)));
  }

  private static KnownState one(List<KnownState> found) {
    return found.isEmpty() ? KnownState.NONE : found.get(0);
  }
}
