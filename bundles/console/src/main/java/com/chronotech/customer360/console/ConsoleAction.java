package com.chronotech.customer360.console;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** What every command does: ask as the user of the console, and refuse in that user's language. */
abstract class ConsoleAction implements Action {

  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  @Reference Session session;
  @Reference Callers callers;

  @Option(name = "--json", description = "Prints JSON for scripts, in place of a table")
  boolean json;

  private Locale locale;

  /** Does the work, with the caller bound. */
  abstract void run() throws Exception;

  @Override
  public final Object execute() throws Exception {
    Caller caller = ConsoleCaller.of(session);
    locale = caller.locale();
    Callers.Scope bound = callers.enter(caller);
    try {
      run();
      return null;
    } catch (ProblemException problem) {
      throw new CommandRefused(message(problem, locale), problem);
    } finally {
      bound.close();
    }
  }

  /** A text of this bundle, in the language of the session. */
  final String say(String key, Object... arguments) {
    return LocalizedText.of(ConsoleAction.class, key, arguments).in(locale);
  }

  final Locale locale() {
    return locale;
  }

  final PrintStream out() {
    return session.getConsole();
  }

  final void print(Object jsonValue) {
    out().println(Json.write(jsonValue));
  }

  /** Prints a table, without colours where a script reads it. */
  final void print(ShellTable table) {
    if (session.getTerminal() != null) {
      table.print(out());
      return;
    }
    ByteArrayOutputStream coloured = new ByteArrayOutputStream();
    PrintStream whole = new PrintStream(coloured, false, StandardCharsets.UTF_8);
    table.print(whole, StandardCharsets.UTF_8, true);
    whole.flush();
    out().print(COLOUR.matcher(coloured.toString(StandardCharsets.UTF_8)).replaceAll(""));
  }

  /** Ends the command with a sentence that says why. */
  final CommandRefused refused(String key, Object... arguments) {
    return new CommandRefused(say(key, arguments), null);
  }

  /** A service that is needed and may be away. */
  final <T> T need(T service, String name) throws CommandRefused {
    if (service == null) {
      throw new CommandRefused(say("service.away", name), null);
    }
    return service;
  }

  static String message(ProblemException problem, Locale locale) {
    StringBuilder text = new StringBuilder(problem.text().in(locale));
    for (Violation violation : problem.violations()) {
      text.append(System.lineSeparator())
          .append("  ")
          .append(violation.field())
          .append(": ")
          .append(violation.message().in(locale));
    }
    return text.append(" [").append(problem.code()).append(']').toString();
  }
}
