package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostFact;
import com.chronotech.customer360.host.HostHistory;
import com.chronotech.customer360.host.chronotech.FactSource.Refusal;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import com.chronotech.customer360.platform.store.UtcTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a ChronoTech database holds of the past. */
@Component(configurationPid = "com.chronotech.customer360.host")
public final class ChronoTechHistory implements HostHistory {
  private static final List<FactSource> SOURCES =
      List.of(
          WorkSources.VEHICLES,
          WorkSources.WORK_ORDERS,
          MoneySources.INVOICES,
          MoneySources.PAYMENTS,
          MoneySources.QUOTES,
          WorkSources.APPOINTMENTS,
          RecordSources.DOCUMENTS,
          RecordSources.SECOND_TIMELINE);

  /** Wall-clock times are compared with UTC: no zone is further off than this. */
  private static final Duration ZONES = Duration.ofHours(15);

  private final HostShape shape;
  private final HostRows rows;
  private final Facts facts;

  /**
   * Creates the history.
   *
   * @param schema asked for so that nothing is read while the schema is being changed
   */
  @Activate
  public ChronoTechHistory(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      HostConfiguration configuration,
      Map<String, Object> properties) {
    Sql sql = new Sql(dataSource);
    HostSettings settings = HostSettings.of(configuration, properties);
    this.shape = new HostShape(sql);
    this.rows = new HostRows(sql, settings.zone());
    this.facts = new Facts(settings);
  }

  @Override
  public List<Source> sources() {
    // A table may have come since the last look.
    shape.refresh();
    return SOURCES.stream().map(this::source).toList();
  }

  private Source source(FactSource source) {
    HostTable table = table(source);
    if (table == null) {
      return new Source(source.tables().get(0), false, 0, "table_missing");
    }
    List<String> missing = source.needed().stream().filter(name -> !table.has(name)).toList();
    if (!missing.isEmpty()) {
      return new Source(table.name(), false, 0, "column_missing: " + String.join(", ", missing));
    }
    if (shape.table("customers").isEmpty()
        || (source.throughInvoice() && shape.table("invoices").isEmpty())) {
      return new Source(table.name(), false, 0, "table_missing");
    }
    return new Source(table.name(), true, table.rows(), null);
  }

  private static String newer(List<String> columns) {
    return columns.stream()
        .map(column -> "t.`" + column + "` >= ?")
        .collect(Collectors.joining(" or ", " and (", ")"));
  }

  private HostTable table(FactSource source) {
    return source.tables().stream()
        .map(name -> shape.table(name).orElse(null))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Override
  public Chunk read(String name, long afterId, int limit) {
    return read(name, afterId, limit, Instant.EPOCH);
  }

  @Override
  public Chunk readChanged(String name, long afterId, int limit, Instant since) {
    return read(name, afterId, limit, since);
  }

  private Chunk read(String name, long afterId, int limit, Instant since) {
    FactSource source =
        SOURCES.stream()
            .filter(one -> one.tables().contains(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no source " + name));
    List<HostRow> found = shape.asking(() -> rows(source, name, afterId, limit, since));
    List<HostFact> told = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    long lastId = afterId;
    for (HostRow row : found) {
      lastId = row.id();
      try {
        if (row.number("customer_found") == null) {
          throw new Refusal("no_customer");
        }
        told.addAll(source.reader().facts(row, facts));
      } catch (Refusal e) {
        skipped.add(new Skipped(row.id(), e.getMessage()));
      }
    }
    return new Chunk(told, lastId, found.size(), skipped);
  }

  private List<HostRow> rows(
      FactSource source, String name, long afterId, int limit, Instant since) {
    HostTable table = shape.table(name).orElse(null);
    boolean all = !since.isAfter(Instant.EPOCH);
    List<String> changes = table == null ? List.of() : FactSource.changes(table);
    if (table == null || (!all && changes.isEmpty())) {
      return List.of();
    }
    List<String> columns = new ArrayList<>(source.needed());
    columns.addAll(source.wanted());
    Map<String, String> more = new LinkedHashMap<>();
    more.put("customer_found", "c.id");
    String joins;
    if (source.throughInvoice()) {
      boolean numbered =
          shape.table("invoices").map(found -> found.has("invoice_number")).orElse(false);
      more.put("invoice_found", numbered ? "i.invoice_number" : "null");
      joins =
          "left join invoices i on i.id = t.invoice_id left join customers c on c.id = i.customer_id";
    } else {
      joins = "left join customers c on c.id = t.customer_id";
    }
    return rows.read(
        table,
        columns,
        more,
        joins + " where t.id > ?" + (all ? "" : newer(changes)) + " order by t.id limit ?",
        statement -> {
          int at = 1;
          statement.setLong(at++, afterId);
          for (int i = 0; !all && i < changes.size(); i++) {
            statement.setString(at++, UtcTimes.toSql(since.minus(ZONES)));
          }
          statement.setInt(at, limit);
        });
  }
}
