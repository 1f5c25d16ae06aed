package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.platform.health.HealthCheck;
import com.chronotech.customer360.platform.schema.SchemaReady;
import com.chronotech.customer360.platform.store.Sql;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells whether the database at hand is a host's. Always up: a database without customers is served
 * as one that knows nobody, and starting again would not help.
 */
@Component
public final class HostCheck implements HealthCheck {
  private final HostShape shape;

  /**
   * Creates the check.
   *
   * @param schema asked for so that nothing is read while the schema is being changed
   */
  @Activate
  public HostCheck(
      @Reference(target = "(osgi.jndi.service.name=customer360)") DataSource dataSource,
      @Reference SchemaReady schema) {
    this.shape = new HostShape(new Sql(dataSource));
  }

  @Override
  public String name() {
    return "host";
  }

  @Override
  public boolean isNeededToServe() {
    return false;
  }

  @Override
  public Result check() {
    try {
      if (shape.table("customers").isPresent() || shape.refresh().containsKey("customers")) {
        return new Result(true, "a host's database");
      }
      return new Result(
          true,
          "no table customers in this database: it is not a host's, and no timeline can be shown");
    } catch (RuntimeException e) {
      // The database has a check of its own.
      return new Result(true, "not known now");
    }
  }
}
