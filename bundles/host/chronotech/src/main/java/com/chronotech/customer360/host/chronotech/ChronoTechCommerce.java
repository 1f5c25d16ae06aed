package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.chronotech.LatestRows.Latest;
import com.chronotech.customer360.host.chronotech.LatestRows.Search;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a ChronoTech database shows that customers bought or asked for. */
@Component(
    configurationPid = "com.chronotech.customer360.host",
    property = HostCommerce.ADAPTER + ":Boolean=true")
public final class ChronoTechCommerce implements HostCommerce {
  private final HostShape shape;
  private final RowsById byId;
  private final LatestRows latest;
  private final List<DealingSource> purchases;
  private final List<DealingSource> inquiries;

  /**
   * Creates the service.
   *
   * @param schema asked for so that nothing is read while the schema is being changed
   */
  @Activate
  public ChronoTechCommerce(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      HostConfiguration configuration,
      Map<String, Object> properties) {
    Sql sql = new Sql(dataSource);
    HostSettings settings = HostSettings.of(configuration, properties);
    ZoneId zone = settings.zone();
    this.purchases = DealingSource.purchases(settings.words());
    this.inquiries = DealingSource.inquiries(settings.words());
    this.shape = new HostShape(sql);
    this.byId = new RowsById(shape, new HostRows(sql, zone));
    this.latest = new LatestRows(sql, zone);
  }

  @Override
  public Map<Long, Dealing> lastPurchases(Collection<Long> customerIds, Instant upTo, ZoneId zone) {
    return last(purchases, customerIds, upTo, zone);
  }

  @Override
  public Map<Long, Dealing> lastInquiries(Collection<Long> customerIds, Instant upTo, ZoneId zone) {
    return last(inquiries, customerIds, upTo, zone);
  }

  @Override
  public List<Source> available() {
    // A table may have come since the last look.
    shape.refresh();
    return Stream.of(purchases, inquiries)
        .flatMap(List::stream)
        .collect(
            Collectors.toMap(
                DealingSource::table,
                source -> new Source(source.table(), source.available(shape)),
                (one, same) -> one,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private Map<Long, Dealing> last(
      List<DealingSource> sources, Collection<Long> customerIds, Instant upTo, ZoneId zone) {
    Map<Long, Found> best = shape.asking(() -> best(sources, customerIds, upTo, zone));
    Map<HostReference, String> labels = labels(best.values());
    Map<Long, Dealing> dealings = new HashMap<>();
    best.forEach(
        (customer, found) ->
            dealings.put(
                customer,
                new Dealing(
                    customer, found.day(), found.evidence(), labels.get(found.evidence()))));
    return dealings;
  }

  private record Found(LocalDate day, HostReference evidence) {}

  private Map<Long, Found> best(
      List<DealingSource> sources, Collection<Long> customerIds, Instant upTo, ZoneId zone) {
    Map<Long, Found> best = new HashMap<>();
    for (DealingSource source : sources) {
      if (source.available(shape).available()) {
        HostTable table = shape.table(source.table()).orElseThrow();
        for (Search search : source.searches().apply(table)) {
          String last = latest.upTo(table, search.time(), upTo, zone);
          for (Latest found : latest.of(search, customerIds, last)) {
            LocalDate day = day(search, found, zone);
            if (day != null) {
              best.merge(
                  found.owner(),
                  new Found(day, new HostReference(table.name(), found.id())),
                  (one, other) -> other.day().isAfter(one.day()) ? other : one);
            }
          }
        }
      }
    }
    return best;
  }

  private static LocalDate day(Search search, Latest found, ZoneId zone) {
    if (search.table().type(search.time()).equals("date")) {
      return LocalDate.parse(found.row().text(search.time()));
    }
    Instant at = found.row().time(search.time());
    return at == null ? null : at.atZone(zone).toLocalDate();
  }

  /** In one statement a table, whatever the number of rows. */
  private Map<HostReference, String> labels(Collection<Found> found) {
    Map<String, List<Long>> ids = new HashMap<>();
    for (Found one : found) {
      ids.computeIfAbsent(one.evidence().table(), table -> new ArrayList<>())
          .add(one.evidence().id());
    }
    Map<HostReference, String> labels = new HashMap<>();
    ids.forEach(
        (table, wanted) -> {
          ReferenceColumns columns = ReferenceColumns.TABLES.get(table);
          wanted.forEach(
              id -> labels.put(new HostReference(table, id), columns.fallback() + " " + id));
          for (HostRow row : byId.read(table, columns.all(), new TreeSet<>(wanted))) {
            labels.put(new HostReference(table, row.id()), columns.label(row));
          }
        });
    return labels;
  }
}
