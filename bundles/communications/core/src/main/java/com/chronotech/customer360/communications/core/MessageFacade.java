package com.chronotech.customer360.communications.core;

import com.chronotech.customer360.communications.Message;
import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.MessageState;
import com.chronotech.customer360.communications.NewMessage;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Messages as one bundle sees them: where no caller is bound, the bundle itself asks. */
@Component(service = MessageService.class, scope = ServiceScope.BUNDLE)
public final class MessageFacade implements MessageService {
  private final MessageEngine engine;
  private final Dispatcher dispatcher;
  private final Callers callers;
  private final Caller module;

  /** Creates the service for the bundle that looked it up. */
  @Activate
  public MessageFacade(
      @Reference MessageEngine engine,
      @Reference Dispatcher dispatcher,
      @Reference Callers callers,
      ComponentContext context) {
    this(engine, dispatcher, callers, Caller.service(context.getUsingBundle().getSymbolicName()));
  }

  /** Creates the service for a module. */
  public MessageFacade(
      MessageEngine engine, Dispatcher dispatcher, Callers callers, Caller module) {
    this.engine = engine;
    this.dispatcher = dispatcher;
    this.callers = callers;
    this.module = module;
  }

  @Override
  public Queued send(NewMessage message) {
    return engine.send(caller(), message);
  }

  @Override
  public Optional<Message> find(long customerId, long messageId) {
    return engine.find(caller(), customerId, messageId);
  }

  @Override
  public List<Message> history(long customerId, long before, int perPage) {
    return engine.history(caller(), customerId, before, perPage);
  }

  @Override
  public Message cancel(long customerId, long messageId) {
    return engine.cancel(caller(), customerId, messageId);
  }

  @Override
  public Message retry(long messageId) {
    return engine.retry(caller(), messageId);
  }

  @Override
  public List<Message> inState(MessageState state, int limit) {
    return engine.inState(caller(), state, limit);
  }

  @Override
  public QueueState queue() {
    return dispatcher.state(caller());
  }

  private Caller caller() {
    return callers.current().orElse(module);
  }
}
