package com.chronotech.customer360.timeline.core.rest;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.sections.Section;
import com.chronotech.customer360.sections.SectionData;
import com.chronotech.customer360.sections.SectionWords;
import com.chronotech.customer360.timeline.PageRequest;
import com.chronotech.customer360.timeline.TimelinePage;
import com.chronotech.customer360.timeline.TimelineQuery;
import com.chronotech.customer360.timeline.TimelineService;
import com.chronotech.customer360.timeline.core.Asking;
import com.chronotech.customer360.timeline.core.TimelineEngine;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tab of what happened: the newest activities. Thread-safe. */
@Component(service = Section.class)
public final class ActivitySection implements Section {
  private final TimelineEngine engine;

  /** Creates the section. */
  @Activate
  public ActivitySection(@Reference TimelineEngine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "activity";
  }

  @Override
  public Permission permission() {
    return TimelineService.READ;
  }

  @Override
  public SectionData load(Caller caller, long customerId) {
    TimelinePage page =
        engine.page(Asking.client(caller), TimelineQuery.of(customerId), PageRequest.first());
    Map<String, Object> values = TimelineAnswers.activity(page);
    values.keySet().removeAll(SectionData.OUTSIDE);
    return new SectionData(page.privacyLevel(), values);
  }

  @Override
  public SectionWords words() {
    return SectionWords.beside(ActivitySection.class);
  }
}
