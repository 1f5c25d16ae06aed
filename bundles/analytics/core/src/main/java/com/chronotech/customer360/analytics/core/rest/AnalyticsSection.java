package com.chronotech.customer360.analytics.core.rest;

import com.chronotech.customer360.analytics.AnalyticsService;
import com.chronotech.customer360.analytics.CustomerAnalytics;
import com.chronotech.customer360.analytics.Period;
import com.chronotech.customer360.analytics.core.AnalyticsEngine;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.sections.Section;
import com.chronotech.customer360.sections.SectionData;
import com.chronotech.customer360.sections.SectionWords;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tab of analytics: the figures of a year. Thread-safe. */
@Component(service = Section.class)
public final class AnalyticsSection implements Section {
  private static final Pattern FIGURE = Pattern.compile("figures\\.[a-z0-9_]+\\.(value|currency)");
  private static final SectionWords WORDS = SectionWords.beside(AnalyticsSection.class);

  private final AnalyticsEngine engine;

  /** Creates the section. */
  @Activate
  public AnalyticsSection(@Reference AnalyticsEngine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "analytics";
  }

  @Override
  public Permission permission() {
    return AnalyticsService.READ;
  }

  @Override
  public SectionData load(Caller caller, long customerId) {
    CustomerAnalytics found = engine.analytics(caller, customerId, Period.ONE_YEAR, false);
    return new SectionData(found.privacyLevel(), new FigureAnswers(caller.locale()).values(found));
  }

  /** Every figure shows its value and its currency under the same two words. */
  @Override
  public SectionWords words() {
    return (locale, key) ->
        WORDS.find(
            locale, FIGURE.matcher(key).matches() ? key.substring(key.lastIndexOf('.') + 1) : key);
  }
}
