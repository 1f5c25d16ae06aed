package com.chronotech.customer360.communications.core.template;

import com.chronotech.customer360.communications.Message.Words;
import com.chronotech.customer360.communications.MessageTemplate.Text;
import com.chronotech.customer360.communications.core.model.CommunicationProblems;
import com.chronotech.customer360.communications.core.model.Texts;
import com.chronotech.customer360.platform.problem.Violation;
import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Fills in templates. A template reaches the values of maps by name and nothing else: no method or
 * field of any object, no file, no other template. In HTML every value is escaped. Thread-safe.
 */
public final class Renderer {
  /** Unescaped variables, partials, other delimiters: what a template could break out by. */
  private static final Pattern BARRED = Pattern.compile("\\{\\{\\s*[{&><$=]");

  private static final int LONGEST_OUTPUT = 512 * 1024;

  private final Mustache.Compiler plain =
      Mustache.compiler()
          .withCollector(new MapsAlone())
          .strictSections(true)
          .emptyStringIsFalse(true)
          .escapeHTML(false);
  private final Mustache.Compiler html = plain.escapeHTML(true);

  /** Finds values in maps, and in the current element of a list, alone. */
  private static final class MapsAlone extends DefaultCollector {
    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
      if (context instanceof Map<?, ?>) {
        return (map, key) -> {
          Map<?, ?> values = (Map<?, ?>) map;
          return values.containsKey(key) ? values.get(key) : Template.NO_FETCHER_FOUND;
        };
      }
      boolean element = name.equals(".") || name.equals("this");
      return element ? (value, key) -> value : null;
    }
  }

  /**
   * The names that a text uses at its top level; adds a fault when it cannot be read.
   *
   * @param field where it stands, for the fault
   */
  Set<String> names(String field, String source, List<Violation> faults) {
    Set<String> names = new TreeSet<>();
    if (source == null) {
      return names;
    }
    if (BARRED.matcher(source).find()) {
      faults.add(CommunicationProblems.violation(field, "communications.template_barred"));
      return names;
    }
    try {
      plain.compile(source).visit(new TopLevel(names));
    } catch (MustacheException e) {
      faults.add(
          CommunicationProblems.violation(
              field, "communications.template_unreadable", Texts.line(e.getMessage(), 200)));
    }
    return names;
  }

  private record TopLevel(Set<String> names) implements Mustache.Visitor {
    @Override
    public void visitText(String text) {
      // words need nothing
    }

    @Override
    public void visitVariable(String name) {
      add(name);
    }

    @Override
    public boolean visitInclude(String name) {
      return false;
    }

    @Override
    public boolean visitSection(String name) {
      add(name);
      return false;
    }

    @Override
    public boolean visitInvertedSection(String name) {
      add(name);
      return true;
    }

    private void add(String name) {
      int dot = name.indexOf('.', 1);
      String first = dot > 0 ? name.substring(0, dot) : name;
      if (!first.equals(".") && !first.equals("this") && !first.startsWith("-")) {
        names.add(first);
      }
    }
  }

  /**
   * Fills in a text; adds a fault that names what is missing.
   *
   * @return null when at fault
   */
  Words fill(Text text, Map<String, Object> variables, List<Violation> faults) {
    String subject = fill(plain, text.subject(), variables, faults);
    String body = fill(plain, text.text(), variables, faults);
    String page = fill(html, text.html(), variables, faults);
    return faults.isEmpty() ? new Words(subject, body, page) : null;
  }

  private static String fill(
      Mustache.Compiler compiler,
      String source,
      Map<String, Object> variables,
      List<Violation> faults) {
    if (source == null) {
      return null;
    }
    try {
      String filled = compiler.compile(source).execute(variables);
      if (filled.length() > LONGEST_OUTPUT) {
        add(faults, "variables", "communications.text_length", Integer.toString(LONGEST_OUTPUT));
      }
      return filled;
    } catch (MustacheException.Context e) {
      add(faults, "variables." + e.key, "communications.variable_missing", e.key);
    } catch (MustacheException e) {
      add(
          faults,
          "template",
          "communications.template_unreadable",
          Texts.line(e.getMessage(), 200));
    }
    return null;
  }

  private static void add(List<Violation> faults, String field, String code, String argument) {
    Violation fault = CommunicationProblems.violation(field, code, argument);
    boolean told =
        faults.stream().anyMatch(each -> each.field().equals(field) && each.code().equals(code));
    if (!told) {
      faults.add(fault);
    }
  }
}
