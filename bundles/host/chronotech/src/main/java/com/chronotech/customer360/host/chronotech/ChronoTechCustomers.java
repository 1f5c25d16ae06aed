package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.CustomerRow;
import com.chronotech.customer360.host.HostCustomers;
import com.chronotech.customer360.host.HostRefusal;
import com.chronotech.customer360.host.ProfileColumn;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table {@code customers} of a ChronoTech database. */
@Component(configurationPid = "com.chronotech.customer360.host")
public final class ChronoTechCustomers implements HostCustomers {
  private static final String TABLE = "customers";

  /** What a wall clock may be behind itself, when it was set back. */
  private static final Duration SET_BACK = Duration.ofHours(2);

  private final Sql sql;
  private final HostShape shape;
  private final HostRows rows;
  private final RowsById byId;
  private final Transactions transactions;
  private final Clock clock;
  private final ZoneId zone;

  /**
   * Creates the service.
   *
   * @param schema asked for so that the columns Customer 360 adds stand before the shape is read
   */
  @Activate
  public ChronoTechCustomers(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference Transactions transactions,
      @Reference Clock clock,
      @Reference SchemaReady schema,
      HostConfiguration configuration,
      Map<String, Object> properties) {
    this.sql = new Sql(dataSource);
    this.zone = HostSettings.of(configuration, properties).zone();
    this.shape = new HostShape(sql);
    this.rows = new HostRows(sql, zone);
    this.byId = new RowsById(shape, rows);
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Optional<CustomerRow> row(long customerId) {
    return read("where t.id = ?", statement -> statement.setLong(1, customerId)).stream()
        .findFirst();
  }

  @Override
  public Optional<CustomerRow> lockedRow(long customerId) {
    if (!transactions.isActive()) {
      throw new IllegalStateException("a lock needs a transaction");
    }
    return read("where t.id = ? for update", statement -> statement.setLong(1, customerId)).stream()
        .findFirst();
  }

  @Override
  public List<CustomerRow> rows(Collection<Long> customerIds) {
    return byId.read(TABLE, CustomerColumns.ALL, new TreeSet<>(customerIds)).stream()
        .map(CustomerColumns::row)
        .toList();
  }

  @Override
  public List<CustomerRow> after(long afterId, int limit) {
    return read(
        "where t.id > ? order by t.id limit ?",
        statement -> {
          statement.setLong(1, afterId);
          statement.setInt(2, limit);
        });
  }

  @Override
  public long highestId() {
    return shape.asking(
        () ->
            table().stream()
                .flatMap(
                    table ->
                        sql
                            .query(
                                "select coalesce(max(id), 0) from " + TABLE,
                                Sql.Binder.NONE,
                                row -> row.getLong(1))
                            .stream())
                .findFirst()
                .orElse(0L));
  }

  @Override
  public boolean tellsChanges() {
    return table().map(table -> table.holdsTime("updated_at")).orElse(false);
  }

  @Override
  public List<CustomerRow> changedSince(Instant since, long afterId, int limit) {
    return shape.asking(
        () -> {
          List<HostColumn> times =
              table().stream()
                  .filter(table -> table.holdsTime("updated_at"))
                  .flatMap(table -> changes(table).stream())
                  .toList();
          return times.isEmpty() ? after(afterId, limit) : changed(times, since, afterId, limit);
        });
  }

  /** A row just made may have no time of a change yet. */
  private static List<HostColumn> changes(HostTable table) {
    return List.of("updated_at", "created_at").stream()
        .filter(table::holdsTime)
        .map(table.columns()::get)
        .toList();
  }

  private List<CustomerRow> changed(
      List<HostColumn> times, Instant since, long afterId, int limit) {
    String newer =
        times.stream()
            .map(column -> "t.`" + column.name() + "` >= ?")
            .collect(Collectors.joining(" or "));
    return read(
        "where t.id > ? and (" + newer + ") order by t.id limit ?",
        statement -> {
          int at = 1;
          statement.setLong(at++, afterId);
          for (HostColumn column : times) {
            boolean wallClock = !column.type().equals("timestamp");
            statement.setString(
                at++, HostTimes.text(column, wallClock ? since.minus(SET_BACK) : since, zone));
          }
          statement.setInt(at, limit);
        });
  }

  private Optional<HostTable> table() {
    return shape.table(TABLE).filter(table -> table.has("id"));
  }

  private List<CustomerRow> read(String rest, Sql.Binder binder) {
    return shape.asking(
        () ->
            table()
                .map(table -> rows.read(table, CustomerColumns.ALL, Map.of(), rest, binder))
                .orElse(List.of())
                .stream()
                .map(CustomerColumns::row)
                .toList());
  }

  @Override
  public Map<ProfileColumn, HostRefusal.Reason> refusals(Map<ProfileColumn, ?> values) {
    return shape.asking(() -> ProfilePlan.of(table().orElse(null), values).refusals());
  }

  @Override
  public boolean updateProfile(long customerId, Map<ProfileColumn, ?> values) {
    return shape.changing(transactions, () -> write(customerId, values));
  }

  private boolean write(long customerId, Map<ProfileColumn, ?> values) {
    HostTable table = table().orElse(null);
    ProfilePlan plan = ProfilePlan.of(table, values);
    plan.refuse();
    if (table == null || plan.sets().isEmpty()) {
      return row(customerId).isPresent();
    }
    List<String> sets = new ArrayList<>(plan.sets());
    List<Object> stored = new ArrayList<>(plan.stored());
    if (table.holdsTime("updated_at")) {
      // The server's own clock would write the session's zone, which is not the shop's.
      sets.add("updated_at = ?");
      stored.add(HostTimes.text(table.columns().get("updated_at"), clock.instant(), zone));
    }
    return Refusals.explaining(
        UnaryOperator.identity(),
        () ->
            sql.update(
                    "update " + TABLE + " set " + String.join(", ", sets) + " where id = ?",
                    statement -> {
                      int at = 1;
                      for (Object value : stored) {
                        statement.setObject(at++, value);
                      }
                      statement.setLong(at, customerId);
                    })
                > 0);
  }
}
