package com.chronotech.customer360.profile.core.rest;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Permission;
import com.chronotech.customer360.profile.Profile;
import com.chronotech.customer360.profile.ProfileService;
import com.chronotech.customer360.profile.core.ProfileEngine;
import com.chronotech.customer360.profile.core.ProfileOverview;
import com.chronotech.customer360.sections.Section;
import com.chronotech.customer360.sections.SectionData;
import com.chronotech.customer360.sections.SectionWords;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tab of who the customer is. Thread-safe. */
@Component(service = Section.class)
public final class ProfileSection implements Section {
  private final ProfileEngine engine;
  private final ProfileOverview overview;

  /** Creates the section. */
  @Activate
  public ProfileSection(@Reference ProfileEngine engine, @Reference ProfileOverview overview) {
    this.engine = engine;
    this.overview = overview;
  }

  @Override
  public String name() {
    return "profile";
  }

  @Override
  public Permission permission() {
    return ProfileService.READ;
  }

  @Override
  public SectionData load(Caller caller, long customerId) {
    Profile profile = engine.profile(caller, customerId, null);
    Map<String, Object> values = ProfileAnswers.profile(profile, overview.of(caller, customerId));
    values.keySet().removeAll(SectionData.OUTSIDE);
    return new SectionData(profile.host().privacyLevel(), values);
  }

  @Override
  public SectionWords words() {
    return SectionWords.beside(ProfileSection.class);
  }
}
