package com.chronotech.customer360.consents.core.notice;

import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.Notice;
import com.chronotech.customer360.consents.NoticeService;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Notices as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(service = NoticeService.class, scope = ServiceScope.BUNDLE)
public final class NoticeFacade implements NoticeService {
  private final NoticeEngine engine;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public NoticeFacade(
      @Reference NoticeEngine engine, @Reference Callers callers, ComponentContext context) {
    this(engine, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public NoticeFacade(NoticeEngine engine, Callers callers, Caller module) {
    this.engine = engine;
    this.callers = callers;
    this.module = module;
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }

  @Override
  public Notice publish(NewNotice notice) {
    Objects.requireNonNull(notice.type(), "type");
    return engine.publish(caller(), notice);
  }

  @Override
  public Notice addLanguage(
      ConsentType type, String version, String language, NewNotice.Wording wording) {
    return engine.addLanguage(
        caller(), Objects.requireNonNull(type, "type"), version, language, wording);
  }

  @Override
  public void withdraw(ConsentType type, String version) {
    engine.withdraw(caller(), Objects.requireNonNull(type, "type"), version);
  }

  @Override
  public Optional<Notice> current(ConsentType type) {
    return engine.current(caller(), type);
  }

  @Override
  public Optional<Notice> find(ConsentType type, String version) {
    return engine.find(caller(), type, version);
  }

  @Override
  public List<Notice> all() {
    return engine.all(caller());
  }
}
