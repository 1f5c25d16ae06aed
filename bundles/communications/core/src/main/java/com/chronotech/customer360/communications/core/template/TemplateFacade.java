package com.chronotech.customer360.communications.core.template;

import com.chronotech.customer360.communications.Message.Words;
import com.chronotech.customer360.communications.MessageTemplate;
import com.chronotech.customer360.communications.NewTemplate;
import com.chronotech.customer360.communications.TemplateService;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Templates as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(service = TemplateService.class, scope = ServiceScope.BUNDLE)
public final class TemplateFacade implements TemplateService {
  private final TemplateEngine engine;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public TemplateFacade(
      @Reference TemplateEngine engine, @Reference Callers callers, ComponentContext context) {
    this(engine, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public TemplateFacade(TemplateEngine engine, Callers callers, Caller module) {
    this.engine = engine;
    this.callers = callers;
    this.module = module;
  }

  @Override
  public MessageTemplate publish(NewTemplate template) {
    return engine.publish(caller(), template);
  }

  @Override
  public Optional<MessageTemplate> current(String code) {
    return engine.current(caller(), code);
  }

  @Override
  public List<MessageTemplate> versions(String code) {
    return engine.versions(caller(), code);
  }

  @Override
  public List<MessageTemplate> all() {
    return engine.all(caller());
  }

  @Override
  public MessageTemplate retire(String code) {
    return engine.retire(caller(), code);
  }

  @Override
  public Words preview(String code, String language, Map<String, Object> variables) {
    return engine.preview(caller(), code, language, variables);
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }
}
