package com.chronotech.customer360.consents.core.rest;

import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.core.ConsentEngine;
import com.chronotech.customer360.consents.core.Overview;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.sections.Section;
import com.chronotech.customer360.sections.SectionData;
import com.chronotech.customer360.sections.SectionWords;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tab of consents: how every purpose stands, and what needs attention. Thread-safe. */
@Component(service = Section.class)
public final class ConsentSection implements Section {
  private final ConsentEngine engine;

  /** Creates the section. */
  @Activate
  public ConsentSection(@Reference ConsentEngine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "consents";
  }

  @Override
  public Permission permission() {
    return ConsentService.READ;
  }

  @Override
  public SectionData load(Caller caller, long customerId) {
    Overview overview = engine.overview(caller, customerId, null);
    Map<String, Object> values = ConsentAnswers.withGdprStatus(overview, caller.locale());
    values.keySet().removeAll(SectionData.OUTSIDE);
    return new SectionData(overview.customer().privacyLevel(), values);
  }

  @Override
  public SectionWords words() {
    return SectionWords.beside(ConsentSection.class);
  }
}
