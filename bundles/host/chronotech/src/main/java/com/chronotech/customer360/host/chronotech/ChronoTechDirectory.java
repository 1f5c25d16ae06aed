package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostCustomer;
import com.chronotech.customer360.host.HostDirectory;
import com.chronotech.customer360.host.HostReference;
import com.chronotech.customer360.host.ReferenceSummary;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Customers, users and referenced rows of a ChronoTech database. */
@Component(configurationPid = "com.chronotech.customer360.host")
@Designate(ocd = HostConfiguration.class)
public final class ChronoTechDirectory implements HostDirectory {
  private final HostSettings settings;
  private final HostShape shape;
  private final HostRows rows;
  private final RowsById byId;

  /**
   * Creates the directory.
   *
   * @param schema asked for so that the columns Customer 360 adds stand before the shape is read
   */
  @Activate
  public ChronoTechDirectory(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      HostConfiguration configuration,
      Map<String, Object> properties) {
    Sql sql = new Sql(dataSource);
    this.settings = HostSettings.of(configuration, properties);
    this.shape = new HostShape(sql);
    this.rows = new HostRows(sql, settings.zone());
    this.byId = new RowsById(shape, rows);
  }

  @Override
  public Optional<HostCustomer> customer(long customerId) {
    return shape.asking(
        () ->
            shape.table("customers").stream()
                .flatMap(
                    table ->
                        rows
                            .read(
                                table,
                                List.of(
                                    "id",
                                    "name",
                                    "company",
                                    "timezone",
                                    "privacy_level",
                                    "language_code"),
                                Map.of(),
                                "where t.id = ?",
                                statement -> statement.setLong(1, customerId))
                            .stream())
                .map(this::customer)
                .findFirst());
  }

  @Override
  public Set<Long> knownCustomers(Collection<Long> customerIds) {
    return byId.read("customers", List.of("id"), new TreeSet<>(customerIds)).stream()
        .map(HostRow::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private HostCustomer customer(HostRow row) {
    String name = row.text("name", "company");
    return new HostCustomer(
        row.id(),
        name == null ? "" : name,
        zone(row.text("timezone")),
        HostCustomer.privacyLevelOf(row.word("privacy_level")),
        language(row.text("language_code")));
  }

  private static String language(String stored) {
    // Older screens wrote fr_CA, as operating systems do.
    String tag = stored == null ? "" : stored.strip().replace('_', '-');
    String known = Locale.forLanguageTag(tag).toLanguageTag();
    return known.equals("und") ? null : known;
  }

  private ZoneId zone(String name) {
    try {
      return name == null ? settings.zone() : ZoneId.of(name.strip());
    } catch (DateTimeException e) {
      return settings.zone();
    }
  }

  @Override
  public Map<HostReference, ReferenceSummary> references(Collection<HostReference> references) {
    Map<String, Map<Long, List<HostReference>>> byTable = new TreeMap<>();
    for (HostReference reference : references) {
      byTable
          .computeIfAbsent(reference.table().toLowerCase(Locale.ROOT), table -> new TreeMap<>())
          .computeIfAbsent(reference.id(), id -> new ArrayList<>())
          .add(reference);
    }
    Map<HostReference, ReferenceSummary> found = new HashMap<>();
    byTable.forEach(
        (name, wanted) -> {
          ReferenceColumns columns = ReferenceColumns.TABLES.get(name);
          if (columns != null) {
            for (HostRow row : byId.read(name, columns.all(), wanted.keySet())) {
              ReferenceSummary summary = summary(row, columns);
              wanted.get(row.id()).forEach(reference -> found.put(reference, summary));
            }
          }
        });
    return found;
  }

  private ReferenceSummary summary(HostRow row, ReferenceColumns columns) {
    BigDecimal amount = row.amount(columns.amounts().toArray(String[]::new));
    return new ReferenceSummary(
        columns.label(row),
        columns.status() == null ? null : row.text(columns.status()),
        amount,
        amount == null ? null : settings.currency(),
        settings.url(row.table().name(), row.id()));
  }

  @Override
  public Map<Long, String> userNames(Collection<Long> userIds) {
    Map<Long, String> names = new HashMap<>();
    for (HostRow row : byId.read("users", List.of("id", "name"), new TreeSet<>(userIds))) {
      String name = row.text("name");
      if (name != null) {
        names.put(row.id(), name);
      }
    }
    return names;
  }
}
