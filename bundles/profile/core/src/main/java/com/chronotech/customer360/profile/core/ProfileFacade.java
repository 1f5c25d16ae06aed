package com.chronotech.customer360.profile.core;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.profile.Profile;
import com.chronotech.customer360.profile.ProfileChange;
import com.chronotech.customer360.profile.ProfileHistory;
import com.chronotech.customer360.profile.ProfileService;
import com.chronotech.customer360.profile.core.model.ProfileProblems;
import java.time.Instant;
import java.util.function.Consumer;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Profiles as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(service = ProfileService.class, scope = ServiceScope.BUNDLE)
public final class ProfileFacade implements ProfileService {
  private final ProfileEngine engine;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public ProfileFacade(
      @Reference ProfileEngine engine, @Reference Callers callers, ComponentContext context) {
    this(engine, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public ProfileFacade(ProfileEngine engine, Callers callers, Caller module) {
    this.engine = engine;
    this.callers = callers;
    this.module = module;
  }

  @Override
  public Profile profile(long customerId, Instant asOf) {
    return engine.profile(caller(), customerId, asOf);
  }

  @Override
  public Changed change(ProfileChange change) {
    return engine.change(caller(), change, mustBe(change.ifMatch()));
  }

  @Override
  public ProfileHistory changes(long customerId, String cursor, int perPage) {
    return engine.changes(caller(), customerId, cursor, perPage);
  }

  @Override
  public Changed revert(long customerId, String changeSet, String reason) {
    return engine.revert(caller(), customerId, changeSet, reason, mustBe(null));
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }

  /** Refuses any tag but the one that is wanted; null wants none in particular. */
  public static Consumer<String> mustBe(String wanted) {
    return tag -> {
      if (wanted != null && !wanted.equals(tag)) {
        throw ProfileProblems.stale();
      }
    };
  }
}
