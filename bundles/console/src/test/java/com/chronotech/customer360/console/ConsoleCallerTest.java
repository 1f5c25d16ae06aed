package com.chronotech.customer360.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.chronotech.customer360.platform.caller.Caller;
import com.chronotech.customer360.platform.problem.LocalizedText;
import com.chronotech.customer360.platform.problem.ProblemException;
import com.chronotech.customer360.platform.problem.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.Test;

final class ConsoleCallerTest {

  @Test
  void theUserSignedInIsTheCallerWithTheRolesOfTheRealm() {
    Subject subject =
        new Subject(
            true,
            Set.of(
                new UserPrincipal("zoe"), new RolePrincipal("Manager"), new RolePrincipal("ssh")),
            Set.of(),
            Set.of());
    Caller caller = ConsoleCaller.of(subject, Locale.CANADA);
    assertThat(caller.name()).isEqualTo("zoe");
    assertThat(caller.roles()).containsExactlyInAnyOrder("manager", "ssh");
  }

  @Test
  void aScriptOfTheServerIsAService() {
    assertThat(ConsoleCaller.of(null, Locale.CANADA).roles()).containsExactly("service");
  }

  @Test
  void theCallerIsBoundForTheCommandAlone() throws Exception {
    Console console = new Console();
    TotalsCommand command = new TotalsCommand();
    command.timeline = new TimelineFake();
    console.run(command);
    assertThat(console.bound()).isEmpty();
  }

  @Test
  void aRefusalNamesEveryFault() {
    LocalizedText plain = locale -> locale.getLanguage();
    ProblemException problem =
        new ProblemException(
            ProblemException.Kind.REFUSED,
            "timeline.invalid",
            plain,
            List.of(new Violation("title", "x", plain), new Violation("metadata", "y", plain)));
    assertThat(ConsoleAction.message(problem, Locale.CANADA))
        .containsSubsequence("en", "title: en", "metadata: en", "[timeline.invalid]");
  }
}
