package com.chronotech.customer360.console;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.caller.Callers;
import com.chronotech.customer360.platform.caller.Permission;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;

/** A console for tests: keeps what was printed, its session variables and the bound caller. */
final class Console {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final Map<String, Object> variables = new HashMap<>();
  private Caller bound;

  Console speaking(String lang) {
    variables.put("LANG", lang);
    return this;
  }

  /** Runs a command and answers what it printed; this console is no terminal. */
  String run(ConsoleAction command) throws Exception {
    command.session = session();
    command.callers = callers();
    command.execute();
    return printed.toString(StandardCharsets.UTF_8);
  }

  Optional<Caller> bound() {
    return Optional.ofNullable(bound);
  }

  Session session() {
    return (Session)
        Proxy.newProxyInstance(
            Console.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getConsole" -> out;
                  case "getTerminal" -> null;
                  case "get" -> variables.get((String) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private Callers callers() {
    return new Callers() {
      @Override
      public Optional<Caller> current() {
        return bound();
      }

      @Override
      public Scope enter(Caller caller) {
        bound = caller;
        return () -> bound = null;
      }

      @Override
      public boolean may(Caller caller, Permission permission) {
        return true;
      }

      @Override
      public void require(Caller caller, Permission permission) {}
    };
  }
}
