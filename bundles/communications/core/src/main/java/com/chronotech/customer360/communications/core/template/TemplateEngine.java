package com.chronotech.customer360.communications.core.template;

import com.chronotech.customer360.communications.Message.Words;
import com.chronotech.customer360.communications.MessageService;
import com.chronotech.customer360.communications.MessageTemplate;
import com.chronotech.customer360.communications.MessageTemplate.Text;
import com.chronotech.customer360.communications.NewTemplate;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.communications.core.model.Texts;
import com.chronotech.customer360.communications.core.store.TemplateTable;
import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.Violation;
import com.chronotech.customer360.platform.tx.Transactions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates, shared by every bundle's facade and by the REST edge. Thread-safe. */
@Component(service = TemplateEngine.class)
public final class TemplateEngine {
  private final Transactions transactions;
  private final Callers callers;
  private final Clock clock;
  private final TemplateTable table;
  private final Renderer renderer = new Renderer();

  /** Creates the engine. */
  @Activate
  public TemplateEngine(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Clock clock,
      @Reference TemplateTable table) {
    this.transactions = transactions;
    this.callers = callers;
    this.clock = clock;
    this.table = table;
  }

  /** See {@link com.chronotech.customer360.communications.TemplateService#publish}. */
  public MessageTemplate publish(Caller caller, NewTemplate template) {
    callers.require(caller, MessageService.MANAGE);
    List<Violation> faults = new ArrayList<>();
    TemplateRules.Checked checked = TemplateRules.check(template, renderer, faults);
    if (!faults.isEmpty()) {
      throw CommunicationProblems.invalid(faults);
    }
    return transactions.required(
        () -> {
          MessageTemplate next =
              new MessageTemplate(
                  template.code(),
                  table.lockedVersion(template.code()) + 1,
                  template.channel(),
                  checked.messageClass(),
                  template.promotional(),
                  checked.purpose(),
                  template.texts(),
                  checked.variables(),
                  clock.instant().truncatedTo(ChronoUnit.MICROS),
                  Texts.cut(caller.name(), 255),
                  null);
          table.insert(next);
          return next;
        });
  }

  /** See {@link com.chronotech.customer360.communications.TemplateService#current}. */
  public Optional<MessageTemplate> current(Caller caller, String code) {
    callers.require(caller, MessageService.READ);
    return inUse(code);
  }

  /** The version that is sent, whoever asks; empty when there is none, or it is retired. */
  public Optional<MessageTemplate> inUse(String code) {
    return table.newest(code).filter(template -> template.retiredAt() == null);
  }

  /** See {@link com.chronotech.customer360.communications.TemplateService#versions}. */
  public List<MessageTemplate> versions(Caller caller, String code) {
    callers.require(caller, MessageService.READ);
    return table.versions(code);
  }

  /** See {@link com.chronotech.customer360.communications.TemplateService#all}. */
  public List<MessageTemplate> all(Caller caller) {
    callers.require(caller, MessageService.READ);
    return table.all();
  }

  /** See {@link com.chronotech.customer360.communications.TemplateService#retire}. */
  public MessageTemplate retire(Caller caller, String code) {
    callers.require(caller, MessageService.MANAGE);
    return transactions.required(
        () -> {
          table.retire(code, clock.instant());
          return table.newest(code).orElseThrow(() -> CommunicationProblems.unknownTemplate(code));
        });
  }

  /** See {@link com.chronotech.customer360.communications.TemplateService#preview}. */
  public Words preview(Caller caller, String code, String language, Map<String, Object> variables) {
    callers.require(caller, MessageService.READ);
    MessageTemplate template =
        inUse(code).orElseThrow(() -> CommunicationProblems.unknownTemplate(code));
    List<Violation> faults = new ArrayList<>();
    Words words = fill(template, language, variables, faults);
    if (!faults.isEmpty()) {
      throw CommunicationProblems.invalid(faults);
    }
    return words;
  }

  /**
   * Fills in a template; adds every fault, and then answers null.
   *
   * @param language the language wished for; French where there is no such text
   */
  public Words fill(
      MessageTemplate template,
      String language,
      Map<String, Object> variables,
      List<Violation> faults) {
    Map<String, Object> plain = new Variables(faults).plain(variables);
    Text text = template.texts().get(languageOf(template, language));
    for (String name : template.variables()) {
      if (!plain.containsKey(name)) {
        faults.add(
            CommunicationProblems.violation(
                "variables." + name, "communications.variable_missing", name));
      }
    }
    return faults.isEmpty() ? renderer.fill(text, plain, faults) : null;
  }

  /** The language in which a template is sent to whoever wishes for another. */
  public static String languageOf(MessageTemplate template, String wished) {
    String language = Texts.language(wished);
    return template.texts().containsKey(language) ? language : TemplateRules.FIRST_LANGUAGE;
  }
}
