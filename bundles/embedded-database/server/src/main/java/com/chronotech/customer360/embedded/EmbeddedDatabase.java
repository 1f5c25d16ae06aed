package com.chronotech.customer360.embedded;

import com.chronotech.customer360.platform.health.HealthCheck;
import java.io.IOException;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * A MariaDB server of Customer 360's own, for trying it on without a database. It lives as long as
 * this component: started beside the container as a process of its own, stopped with it.
 *
 * <p>Waits for its configuration, so that a switched-off server never starts by mistake.
 */
@Component(
    service = HealthCheck.class,
    immediate = true,
    configurationPid = "com.chronotech.customer360.embedded",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Settings.class)
public final class EmbeddedDatabase implements HealthCheck {
  private final ServerLife life;

  /** Starts the server; its state is told by {@link #check()} meanwhile. */
  @Activate
  public EmbeddedDatabase(
      BundleContext context, @Reference ConfigurationAdmin configurations, Settings settings) {
    life = new ServerLife(Wishes.of(settings, context), new PublishedDataSource(configurations));
    if (settings.enabled()) {
      life.begin();
    }
  }

  /** Stops the server and waits until it is gone. */
  @Deactivate
  void stop() throws IOException {
    life.end();
  }

  @Override
  public String name() {
    return "embedded-database";
  }

  @Override
  public Result check() {
    return life.state();
  }
}
