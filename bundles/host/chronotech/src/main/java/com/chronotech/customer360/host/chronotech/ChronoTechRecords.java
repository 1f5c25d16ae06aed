package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.Availability;
import com.chronotech.customer360.host.HostRecord;
import com.chronotech.customer360.host.HostRecords;
import com.chronotech.customer360.host.HostRefusal;
import com.chronotech.customer360.host.HostRefusal.Reason;
import com.chronotech.customer360.host.RecordKind;
import com.chronotech.customer360.host.VehicleFacts;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contacts, addresses and vehicles of a ChronoTech database. */
@Component(configurationPid = "com.chronotech.customer360.host")
public final class ChronoTechRecords implements HostRecords {
  private final HostShape shape;
  private final Transactions transactions;
  private final RecordReader reader;
  private final RecordWriter writer;
  private final CustomerLock customers;
  private final VehicleWork work;

  /**
   * Creates the service.
   *
   * @param schema asked for so that what Customer 360 keeps beside the host's tables stands
   */
  @Activate
  public ChronoTechRecords(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference Transactions transactions,
      @Reference Clock clock,
      @Reference SchemaReady schema,
      HostConfiguration configuration,
      Map<String, Object> properties) {
    Sql sql = new Sql(dataSource);
    HostSettings settings = HostSettings.of(configuration, properties);
    HostRows rows = new HostRows(sql, settings.zone());
    this.shape = new HostShape(sql);
    this.transactions = transactions;
    this.reader = new RecordReader(shape, rows);
    this.writer = new RecordWriter(sql, reader, clock, settings.zone());
    this.customers = new CustomerLock(sql, shape);
    this.work = new VehicleWork(sql, shape, new RowsById(shape, rows), settings);
  }

  @Override
  public Availability available(RecordKind kind) {
    return shape.asking(
        () -> {
          Availability known = RecordShape.availability(kind, shape);
          if (known.available()) {
            return known;
          }
          // It may have come since the last look.
          shape.refresh();
          return RecordShape.availability(kind, shape);
        });
  }

  @Override
  public List<HostRecord> list(long customerId, RecordKind kind) {
    return shape.asking(
        () ->
            RecordShape.of(kind, shape)
                .map(records -> reader.list(records, customerId))
                .orElse(List.of()));
  }

  @Override
  public Map<Long, List<HostRecord>> lists(Collection<Long> customerIds, RecordKind kind) {
    return shape.asking(
        () ->
            RecordShape.of(kind, shape)
                .map(records -> reader.lists(records, customerIds))
                .orElse(Map.of()));
  }

  @Override
  public Optional<HostRecord> find(long customerId, RecordKind kind, long id) {
    return shape.asking(
        () -> RecordShape.of(kind, shape).flatMap(records -> reader.find(records, customerId, id)));
  }

  @Override
  public Optional<HostRecord> locked(long customerId, RecordKind kind, long id) {
    if (!transactions.isActive()) {
      throw new IllegalStateException("a lock needs a transaction");
    }
    return changing(
        customerId,
        kind,
        Optional::empty,
        records ->
            writer
                .lock(records, customerId, id)
                .map(row -> reader.record(records, row, customerId)));
  }

  @Override
  public long insert(long customerId, RecordKind kind, Map<String, ?> fields) {
    Map<String, Object> checked = RecordPlan.checked(kind, fields);
    return changing(
        customerId,
        kind,
        () -> {
          throw new HostRefusal(Reason.NO_CUSTOMER, null, "no customer " + customerId, null);
        },
        records -> writer.insert(records, customerId, checked));
  }

  @Override
  public boolean update(long customerId, RecordKind kind, long id, Map<String, ?> fields) {
    Map<String, Object> checked = RecordPlan.checked(kind, fields);
    return changing(
        customerId,
        kind,
        () -> false,
        records -> {
          Optional<HostRow> row = writer.lock(records, customerId, id);
          if (row.isPresent() && !checked.isEmpty()) {
            writer.update(records, customerId, row.get(), checked);
          }
          return row.isPresent();
        });
  }

  @Override
  public boolean delete(long customerId, RecordKind kind, long id) {
    return changing(
        customerId, kind, () -> false, records -> writer.delete(records, customerId, id));
  }

  @Override
  public Map<Long, VehicleFacts> vehicleFacts(Collection<Long> vehicleIds) {
    return work.facts(vehicleIds);
  }

  /** Changes a kind of record in a transaction that began with the customer's lock. */
  private <T> T changing(
      long customerId,
      RecordKind kind,
      Supplier<T> withoutCustomer,
      Function<RecordShape, T> change) {
    return shape.changing(
        transactions,
        () -> {
          RecordShape records = ready(kind);
          return customers.take(customerId) ? change.apply(records) : withoutCustomer.get();
        });
  }

  private RecordShape ready(RecordKind kind) {
    if (!stands(kind)) {
      shape.refresh();
    }
    if (!stands(kind)) {
      Availability found = RecordShape.availability(kind, shape);
      throw new HostRefusal(
          Reason.NOT_AVAILABLE,
          null,
          kind.code() + ": " + (found.available() ? "what is kept beside it" : found.reason()),
          null);
    }
    return RecordShape.of(kind, shape).orElseThrow();
  }

  private boolean stands(RecordKind kind) {
    return RecordShape.availability(kind, shape).available()
        && shape.table(RecordExtras.TABLE).isPresent()
        && shape.table(PrimaryPointers.TABLE).isPresent();
  }
}
