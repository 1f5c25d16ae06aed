package com.chronotech.customer360.console;

import com.chronotech.customer360.platform.caller.Caller;
import java.security.AccessController;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;

/** Who sits at the console: the user signed in there, with the roles of the container's realm. */
final class ConsoleCaller {

  private ConsoleCaller() {}

  /** The caller of a session; a script of the server itself, without a user, is a service. */
  static Caller of(Session session) {
    return of(currentSubject(), locale(session));
  }

  static Caller of(Subject subject, Locale locale) {
    if (subject == null) {
      return Caller.service("console").speaking(locale);
    }
    Set<String> roles =
        subject.getPrincipals(RolePrincipal.class).stream()
            .map(role -> role.getName().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    String name =
        subject.getPrincipals(UserPrincipal.class).stream()
            .map(UserPrincipal::getName)
            .findFirst()
            .orElse("console");
    return new Caller(name, OptionalLong.empty(), roles, locale);
  }

  /** The language of a session, as its terminal announces it. */
  static Locale locale(Session session) {
    for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      Object value = session.get(variable);
      if (value != null) {
        String language = value.toString().split("[.@]", 2)[0].replace('_', '-');
        if (language.startsWith("fr") || language.startsWith("en")) {
          return Caller.localeFor(language);
        }
      }
    }
    return Caller.DEFAULT_LOCALE;
  }

  @SuppressWarnings("removal") // Java 17 offers no other way to the subject that Karaf binds.
  private static Subject currentSubject() {
    return Subject.getSubject(AccessController.getContext());
  }
}
