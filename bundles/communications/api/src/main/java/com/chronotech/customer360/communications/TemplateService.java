package com.chronotech.customer360.communications;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Templates of messages. Reading needs {@link MessageService#READ}, changing {@link
 * MessageService#MANAGE}. Callers, transactions and errors are those of {@link MessageService}.
 *
 * <p>Templates are Mustache, without partials, lambdas, changes of delimiters or unescaped
 * variables: they reach nothing but the values they are given. In HTML every value is escaped.
 *
 * <p>Thread-safe.
 */
@ProviderType
public interface TemplateService {

  /** Publishes the next version of a template; a retired one is in use again. */
  MessageTemplate publish(NewTemplate template);

  /** The version that is sent; empty when there is none, or it is retired. */
  Optional<MessageTemplate> current(String code);

  /** Every version, newest first; empty for an unknown code. */
  List<MessageTemplate> versions(String code);

  /** The newest version of every template, by code, retired ones included. */
  List<MessageTemplate> all();

  /** Retires a template: messages that are queued go on, new ones are refused. */
  MessageTemplate retire(String code);

  /**
   * Fills in a template as a message would be, without sending anything.
   *
   * @param language {@code fr-CA} or {@code en-CA}; French where there is no such text
   */
  Message.Words preview(String code, String language, Map<String, Object> variables);
}
