package com.chronotech.customer360.consents.core;

import com.chronotech.customer360.consents.Consent;
import com.chronotech.customer360.consents.ConsentAnswer;
import com.chronotech.customer360.consents.ConsentQuestion;
import com.chronotech.customer360.consents.ConsentService;
import com.chronotech.customer360.consents.ConsentStatus;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.consents.NewConsent;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Consents as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(service = ConsentService.class, scope = ServiceScope.BUNDLE)
public final class ConsentFacade implements ConsentService {
  private final ConsentEngine engine;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public ConsentFacade(
      @Reference ConsentEngine engine, @Reference Callers callers, ComponentContext context) {
    this(engine, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public ConsentFacade(ConsentEngine engine, Callers callers, Caller module) {
    this.engine = engine;
    this.callers = callers;
    this.module = module;
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }

  @Override
  public boolean isGranted(long customerId, ConsentType type) {
    return engine.isGranted(caller(), customerId, Objects.requireNonNull(type, "type"));
  }

  @Override
  public boolean isGranted(long customerId, ConsentType type, Instant at) {
    return engine.isGranted(
        caller(),
        customerId,
        Objects.requireNonNull(type, "type"),
        Objects.requireNonNull(at, "at"));
  }

  @Override
  public ConsentAnswer decide(ConsentQuestion question) {
    return engine.decide(caller(), question);
  }

  @Override
  public Set<Long> filterGranted(Collection<Long> customerIds, ConsentType type) {
    return filterGranted(customerIds, type, null);
  }

  @Override
  public Set<Long> filterGranted(
      Collection<Long> customerIds, ConsentType type, MessageClass messageClass) {
    return engine.filterGranted(
        caller(), customerIds, Objects.requireNonNull(type, "type"), messageClass);
  }

  @Override
  public Recorded record(NewConsent consent) {
    return engine.record(caller(), List.of(consent)).get(0);
  }

  @Override
  public List<Recorded> recordAll(List<NewConsent> consents) {
    return engine.record(caller(), consents);
  }

  @Override
  public List<ConsentStatus> statuses(long customerId, Instant asOf) {
    return engine.statuses(caller(), customerId, asOf);
  }

  @Override
  public List<Consent> history(long customerId) {
    return engine.history(caller(), customerId);
  }

  @Override
  public List<Consent> expiringWithin(long customerId, Duration within, int limit) {
    return engine.expiringWithin(caller(), customerId, within, limit);
  }
}
