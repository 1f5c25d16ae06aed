package com.chronotech.customer360.host.chronotech;

import com.chronotech.customer360.host.HostCommerce;
import com.chronotech.customer360.host.HostShop;
import java.time.ZoneId;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The shop as configured; there while the database is away, too. */
@Component(
    configurationPid = "com.chronotech.customer360.host",
    property = HostCommerce.ADAPTER + ":Boolean=true")
public final class ChronoTechShop implements HostShop {
  private final HostSettings settings;

  /**
   * Creates the shop.
   *
   * @throws java.time.DateTimeException if the configuration names a zone that is none
   */
  @Activate
  public ChronoTechShop(HostConfiguration configuration, Map<String, Object> properties) {
    this.settings = HostSettings.of(configuration, properties);
  }

  @Override
  public ZoneId zone() {
    return settings.zone();
  }

  @Override
  public String currency() {
    return settings.currency();
  }
}
