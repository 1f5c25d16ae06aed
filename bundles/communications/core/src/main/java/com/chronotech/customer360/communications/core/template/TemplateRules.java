package com.chronotech.customer360.communications.core.template;

import com.chronotech.customer360.communications.MessageTemplate.Text;
import com.chronotech.customer360.communications.NewTemplate;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.communications.core.model.Draft;
import com.chronotech.customer360.communications.core.model.Texts;
import com.chronotech.customer360.consents.Channel;
import com.chronotech.customer360.consents.ConsentType;
import com.chronotech.customer360.consents.MessageClass;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a template must be. */
final class TemplateRules {
  /** French is there before any other language (Charter of the French language, s. 52). */
  static final String FIRST_LANGUAGE = "fr-CA";

  private static final Set<String> LANGUAGES = Set.of(FIRST_LANGUAGE, "en-CA");
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final int LONGEST_SUBJECT = 255;
  private static final int LONGEST_TEXT = 128 * 1024;

  private TemplateRules() {}

  /**
   * What was found of a template.
   *
   * @param messageClass what its messages are
   * @param purpose the consent they need; null for none
   * @param variables the names it uses
   */
  record Checked(MessageClass messageClass, ConsentType purpose, Set<String> variables) {}

  static Checked check(NewTemplate template, Renderer renderer, List<Violation> faults) {
    if (!CODE.matcher(template.code()).matches()) {
      add(faults, "code", "communications.template_code");
    }
    boolean email = template.channel() == Channel.EMAIL;
    if (!email && template.channel() != Channel.SMS) {
      add(faults, "channel", "communications.channel");
    }
    MessageClass messageClass = messageClass(template);
    ConsentType purpose = purpose(template, messageClass, faults);
    if (!template.texts().containsKey(FIRST_LANGUAGE)) {
      add(faults, "texts.fr-CA", "communications.french_first");
    }
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, Text> each : new TreeMap<>(template.texts()).entrySet()) {
      String field = "texts." + Texts.line(each.getKey(), 20);
      if (!LANGUAGES.contains(each.getKey())) {
        add(faults, field, "communications.language");
      }
      names.addAll(text(field, each.getValue(), email, renderer, faults));
    }
    return new Checked(messageClass, purpose, names);
  }

  /** A promotional line makes it commercial, whatever it is declared to be (CASL s. 1(2)). */
  private static MessageClass messageClass(NewTemplate template) {
    return template.promotional() && template.messageClass() == MessageClass.TRANSACTIONAL
        ? MessageClass.COMMERCIAL
        : template.messageClass();
  }

  private static ConsentType purpose(
      NewTemplate template, MessageClass messageClass, List<Violation> faults) {
    ConsentType marketing = Draft.marketing(template.channel());
    boolean commercial = Draft.isCommercial(messageClass);
    ConsentType purpose = template.purpose();
    boolean known =
        purpose == null || purpose == marketing || purpose == ConsentType.SERVICE_NOTIFICATIONS;
    if (!known || (commercial && purpose == ConsentType.SERVICE_NOTIFICATIONS)) {
      add(faults, "purpose", "communications.purpose");
    }
    return purpose == null && commercial ? marketing : purpose;
  }

  private static Set<String> text(
      String field, Text text, boolean email, Renderer renderer, List<Violation> faults) {
    Set<String> names = new TreeSet<>();
    if (email) {
      line(field + ".subject", text.subject(), faults);
    } else if (text.subject() != null || text.html() != null) {
      add(faults, field, "communications.sms_text_alone");
    }
    body(field + ".text", text.text(), true, faults);
    body(field + ".html", text.html(), false, faults);
    names.addAll(renderer.names(field + ".subject", text.subject(), faults));
    names.addAll(renderer.names(field + ".text", text.text(), faults));
    names.addAll(renderer.names(field + ".html", text.html(), faults));
    return names;
  }

  private static void line(String field, String subject, List<Violation> faults) {
    if (subject == null || subject.isBlank() || Texts.length(subject) > LONGEST_SUBJECT) {
      add(faults, field, "communications.subject_length");
    } else if (!Texts.isLine(subject)) {
      add(faults, field, "communications.subject_line");
    }
  }

  private static void body(String field, String text, boolean required, List<Violation> faults) {
    if (text == null || text.isBlank()) {
      if (required || text != null) {
        add(faults, field, "communications.text_required");
      }
    } else if (text.length() > LONGEST_TEXT) {
      faults.add(
          CommunicationProblems.violation(
              field, "communications.text_length", Integer.toString(LONGEST_TEXT)));
    } else if (!Texts.isText(text)) {
      add(faults, field, "communications.characters");
    }
  }

  private static void add(List<Violation> faults, String field, String code) {
    faults.add(CommunicationProblems.violation(field, code));
  }
}
