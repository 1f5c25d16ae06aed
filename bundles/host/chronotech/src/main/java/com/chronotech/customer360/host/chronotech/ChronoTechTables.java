package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The host's tables as they stand, which all sources of rows share. Thread-safe. */
@Component(service = ChronoTechTables.class, configurationPid = "com.chronotech.customer360.host")
public final class ChronoTechTables {
  private final Sql sql;
  private final HostShape shape;
  private final HostSettings settings;

  /**
   * Creates the access.
   *
   * @param schema asked for so that nothing is read while the schema is being changed
   * @throws IllegalArgumentException if the configuration names a zone or a state that is none
   */
  @Activate
  public ChronoTechTables(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema,
      HostConfiguration configuration,
      Map<String, Object> properties) {
    this.sql = new Sql(dataSource);
    this.shape = new HostShape(sql);
    this.settings = HostSettings.of(configuration, properties);
  }

  Sql sql() {
    return sql;
  }

  HostShape shape() {
    return shape;
  }

  HostSettings settings() {
    return settings;
  }

  HostWords words() {
    return settings.words();
  }

  /** The first of these tables that stands; null when none does. */
  HostTable first(String... names) {
    return Stream.of(names).flatMap(name -> shape.table(name).stream()).findFirst().orElse(null);
  }

  /** The layout of a table that tells the customer itself; the first of these names that stands. */
  SourceLayout layout(String... names) {
    SourceLayout layout =
        new SourceLayout(first(names), settings.zone(), "t.`" + Watched.OWNER + "`");
    layout.needed(Watched.OWNER);
    return layout;
  }

  /** The layout of a table whose rows belong to a row of another. */
  SourceLayout layoutOf(String name, String owner) {
    return new SourceLayout(first(name), settings.zone(), owner);
  }
}
