package com.chronotech.customer360.analytics.core;

import com.chronotech.customer360.analytics.core.model.OpeningHours;
import com.chronotech.customer360.analytics.core.model.ServiceRule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** What an administrator chose for figures. Immutable. */
@Component(
    service = AnalyticsSettings.class,
    configurationPid = "com.chronotech.customer360.analytics")
@Designate(ocd = AnalyticsConfiguration.class)
public final class AnalyticsSettings {
  private final OpeningHours hours;
  private final ServiceRule rule;

  /**
   * Creates the settings.
   *
   * @throws IllegalArgumentException when one of them cannot be read
   */
  @Activate
  public AnalyticsSettings(AnalyticsConfiguration configuration) {
    this.hours = OpeningHours.parse(configuration.opening_hours());
    this.rule = new ServiceRule(configuration.service_days(), configuration.service_grace_days());
  }

  /** When the shop is open. */
  public OpeningHours hours() {
    return hours;
  }

  /** When a service of a vehicle is on time. */
  public ServiceRule rule() {
    return rule;
  }
}
